import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import { makeMail } from '../mail/make-mail.js';
import { areInLine, ofRegion, type Reader, recipientsOf } from '../mail/recipients.js';

/**
 * Event listener: the national office hears of a proposal, and whoever proposed it what became of it, or whoever coordinates
 * the region by then. Nobody is told what they did themselves. As the system.
 */
export async function tellThemeProposals(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  for (const { subjectId, regionId } of eventsOf(events, 'themeProposal.submitted')) {
    const offices = await tx.query<{ id: string }>(
      `select distinct r.account_id as id from account_roles r cross join lateral mail_reach('ACCOUNT', r.account_id) m
       where r.role = 'ADMIN' and r.period @> $1::date and m.reachable and m.reminders and r.account_id <> $2 order by 1`,
      [tx.today.toString(), tx.viewer.accountId],
    );
    for (const { id } of offices) {
      const reader = { recipient_type: 'ACCOUNT', recipient_id: id } as const;
      mail(tx, reader, { outcome: 'PROPOSED', proposalId: subjectId, regionId: regionId! });
    }
  }
  for (const { subjectId, regionId } of eventsOf(events, 'themeProposal.decided')) {
    const reader = await proposerOf(tx, subjectId, regionId!);
    if (!reader || reader.recipient_id === tx.viewer.accountId) continue;
    mail(tx, reader, { outcome: 'DECIDED', proposalId: subjectId, regionId: regionId! });
  }
}

async function proposerOf(tx: Tx, proposalId: string, regionId: string): Promise<Reader | null> {
  const audience = ofRegion(regionId);
  const [proposal] = await tx.query<{ by: string | null }>(
    `select p.proposed_by as by from theme_proposals p cross join lateral mail_reach('ACCOUNT', p.proposed_by) m
     where p.id = $1 and m.reachable and m.reminders`,
    [proposalId],
  );
  if (proposal?.by) {
    const reader = { recipient_type: 'ACCOUNT', recipient_id: proposal.by } as const;
    if ((await areInLine(tx, [{ audience, reader }]))[0]) return reader;
  }
  return (await recipientsOf(tx, [audience]))[0] ?? null;
}

function mail(tx: Tx, reader: Reader, params: object): void {
  makeMail(tx, 'THEME_PROPOSAL', reader, { params });
}
