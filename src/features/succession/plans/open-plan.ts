import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import type { PlainDate } from '../../../kernel/clock.js';

interface NewPlan {
  readonly oudernetwerkId: string;
  readonly regionId: string;
  readonly trekkerschapId: string | null;
  readonly because: 'BY_HAND' | 'LEAD_TIME' | 'DEPARTURE';
  /** the end that its target day follows; none if the day was set by hand */
  readonly openedFor?: PlainDate;
  readonly targetOn: PlainDate | null;
}

/** Opens a plan and returns its id (uuid); null if one is already open, also if another session was first. */
export async function openPlan(tx: Tx, plan: NewPlan): Promise<string | null> {
  const { oudernetwerkId, regionId, trekkerschapId, because, openedFor, targetOn } = plan;
  const [row] = await tx.query<{ id: string }>(
    `insert into succession_plans
       (id, oudernetwerk_id, region_id, trekkerschap_id, status, opened_on, opened_because, opened_for, target_on)
     values ($1, $2, $3, $4, 'SEEKING', $5, $6, $7, $8) on conflict do nothing returning id`,
    [
      uuid(),
      oudernetwerkId,
      regionId,
      trekkerschapId,
      tx.today.toString(),
      because,
      openedFor?.toString() ?? null,
      targetOn?.toString() ?? null,
    ],
  );
  if (!row) return null;
  const subject = about('SuccessionPlan', { id: row.id, regionId });
  tx.record({ name: 'succession.opened', ...subject, details: { because, trekkerschapId } });
  return row.id;
}

/**
 * Opens a plan because the expected end of a trekkerschap is approaching; nothing happens if one is already open. The
 * caller decides when, and acts as the service itself.
 */
export async function openByLeadTime(
  tx: Tx,
  end: { trekkerschapId: string; oudernetwerkId: string; regionId: string; expectedOn: PlainDate },
): Promise<void> {
  const { expectedOn, ...of } = end;
  await openPlan(tx, { ...of, because: 'LEAD_TIME', openedFor: expectedOn, targetOn: expectedOn });
}
