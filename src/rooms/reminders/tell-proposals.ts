import type { Fact, Tx } from '../../db/transaction.js';
import { mailProposalNews, type ProposalNews } from './proposal-mail.js';

/**
 * Fact listener: a parent who is asked for a seat gets the question, who asked gets the answer, or hears that there will
 * be none; and a parent hears that they need not answer any more. As the system.
 */
export async function tellProposals(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const news = facts.flatMap(newsOf);
  await mailProposalNews(tx, [...news, ...(await reachableNow(tx, facts))]);
}

function newsOf({ action, subjectId: proposalId, details }: Fact): ProposalNews[] {
  switch (action) {
    case 'proposal.asked':
      return [{ proposalId, kind: 'PROPOSAL', outcome: 'ASKED' }];
    case 'proposal.accepted':
      return [{ proposalId, kind: 'PROPOSAL_ANSWERED', outcome: 'ACCEPTED' }];
    case 'proposal.declined':
      return [{ proposalId, kind: 'PROPOSAL_ANSWERED', outcome: 'DECLINED' }];
    case 'proposal.expired':
      return [{ proposalId, kind: 'PROPOSAL_ANSWERED', outcome: 'EXPIRED' }];
    case 'proposal.withdrawn': {
      const because = String(details?.because);
      const byParent = because === 'CONSENT_WITHDRAWN' || because === 'PERSON_WITHDREW';
      return [{ proposalId, kind: byParent ? 'PROPOSAL_ANSWERED' : 'PROPOSAL_CLOSED', outcome: because }];
    }
    default:
      return [];
  }
}

/** Questions that could only be told to somebody else, of parents who have an address now. */
async function reachableNow(tx: Tx, facts: readonly Fact[]): Promise<ProposalNews[]> {
  const changed = facts.filter(({ action }) => action === 'person.updated').map(({ subjectId }) => subjectId);
  if (changed.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `select q.id from seat_proposals q
     where q.person_id = any ($1::uuid[]) and q.status = 'ASKED' and q.expires_on >= $2::date
       and exists (select from mail_recipient('PERSON', q.person_id) m where m.address is not null)
       and not exists (select from mails m where m.proposal_id = q.id and m.kind = 'PROPOSAL'
         and m.recipient_type = 'PERSON')`,
    [changed, tx.today.toString()],
  );
  return rows.map(({ id }) => ({ proposalId: id, kind: 'PROPOSAL', outcome: 'ASKED' }));
}
