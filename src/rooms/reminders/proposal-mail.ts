import { v7 as uuid } from 'uuid';
import type { Tx } from '../../db/transaction.js';
import type { ProposalMail, ProposalMailKind } from './mail.js';
import { recipientsOf, type Telling } from './recipients.js';

/** Something that somebody should hear about a question. */
export interface ProposalNews {
  readonly proposalId: string;
  readonly kind: ProposalMailKind;
  /** what became of the question; a code */
  readonly outcome: string;
}

/**
 * Makes a mail of each. Where nobody can be reached it is for who it should reach, and waits until it can. As the
 * system.
 */
export async function mailProposalNews(tx: Tx, news: readonly ProposalNews[]): Promise<void> {
  if (news.length === 0) return;
  const tellings = await tellingsOf(tx, news);
  const recipients = await recipientsOf(tx, tellings);
  const rows = news.map(({ proposalId, kind, outcome }, index) => {
    const { self, asker } = tellings[index]!;
    return {
      id: uuid(),
      kind,
      proposal_id: proposalId,
      params: { outcome },
      recipient_type: recipients[index]?.recipient_type ?? (self ? 'PERSON' : 'ACCOUNT'),
      recipient_id: recipients[index]?.recipient_id ?? self ?? asker,
    };
  });
  await tx.query(
    `insert into mails (id, kind, recipient_type, recipient_id, proposal_id, params, made_at, due_at)
     select id, kind, recipient_type, recipient_id, proposal_id, params, $2, $2
     from jsonb_to_recordset($1) m (id uuid, kind text, recipient_type text, recipient_id uuid, proposal_id uuid,
       params jsonb)`,
    [JSON.stringify(rows), tx.now.toString()],
  );
}

/** Whether there still is something to tell: no question that is over, nor the end of one that nobody heard of. */
export async function isOfToday(tx: Tx, { kind, proposal_id }: ProposalMail): Promise<boolean> {
  const [found] = await tx.query<{ is_asked: boolean; is_known: boolean }>(
    `select q.status = 'ASKED' and q.expires_on >= $2::date as is_asked,
       q.answered_on is not null or exists (select from mails m
         where m.proposal_id = q.id and m.kind = 'PROPOSAL' and m.sent_at is not null) as is_known
     from seat_proposals q where q.id = $1`,
    [proposal_id, tx.today.toString()],
  );
  if (kind === 'PROPOSAL') return found!.is_asked;
  return kind === 'PROPOSAL_ANSWERED' || found!.is_known;
}

/** Who is told of it, first and after that. */
export async function tellingOf(tx: Tx, { proposal_id, kind, params }: ProposalMail): Promise<Telling> {
  const [telling] = await tellingsOf(tx, [{ proposalId: proposal_id, kind, outcome: params.outcome }]);
  return telling!;
}

async function tellingsOf(tx: Tx, news: readonly ProposalNews[]): Promise<Telling[]> {
  const rows = await tx.query<{
    id: string;
    person_id: string;
    person_region_id: string;
    proposed_by: string;
    body_id: string;
    region_id: string;
  }>(
    `select id, person_id, person_region_id, proposed_by, body_id, region_id from seat_proposals
     where id = any ($1::uuid[])`,
    [news.map(({ proposalId }) => proposalId)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const nobodys = { oudernetwerk_id: null, self: null, without: null, personal: true };
  return news.map(({ proposalId, kind }): Telling => {
    const { person_id, person_region_id, proposed_by, body_id, region_id } = byId.get(proposalId)!;
    return kind === 'PROPOSAL_ANSWERED'
      ? { ...nobodys, region_id, body_id, asker: proposed_by }
      : { ...nobodys, region_id: person_region_id, self: person_id };
  });
}
