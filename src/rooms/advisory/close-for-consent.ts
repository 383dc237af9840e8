import type { Fact, Tx } from '../../db/transaction.js';
import type { SeatProposalEntity } from './advisory.entity.js';
import { tellProposal } from './lock-proposal.js';

/**
 * Fact listener: who takes back their consent is not asked any more. Who said yes before that, said it to that body:
 * it stays. As the system.
 */
export async function closeForConsent(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const profiles = facts
    .filter(({ action }) => action === 'consent.withdrawn')
    .map(({ subjectId }) => subjectId);
  if (profiles.length === 0) return;
  const because = 'CONSENT_WITHDRAWN';
  const closed = await tx.query<Pick<SeatProposalEntity, 'id' | 'regionId'>>(
    `update seat_proposals set status = 'WITHDRAWN', withdrawn_because = $2, closed_on = $3, version = version + 1
     where ervaringsdeskundige_id = any ($1::uuid[]) and status = 'ASKED' and expires_on >= $3::date
     returning id, region_id as "regionId"`,
    [profiles, because, tx.today.toString()],
  );
  for (const question of closed) tellProposal(tx, 'proposal.withdrawn', question, { because });
}
