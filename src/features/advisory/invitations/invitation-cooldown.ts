import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { day, isBefore } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';

/** The maximum number of invitations, from all bodies together, in six months. */
const MOST_INVITATIONS = 3;

interface Received {
  /** the last time they declined an invitation of this body */
  readonly declined_on: string | null;
  readonly rests_until: string | null;
  readonly times: number;
}

/** Considers all invitations they ever received, including those the viewer does not see: the profile is locked. */
export async function refuseCooldown(tx: Tx, bodyId: string, ervaringsdeskundigeId: string): Promise<void> {
  const path = ['input', 'ervaringsdeskundigeId'];
  const [received] = await asSystem(tx, () =>
    tx.query<Received>(
      `select declined_on, rests_until(declined_on), times from (
         select max(answered_on) filter (where body_id = $2 and status = 'DECLINED') as declined_on,
           count(*) filter (where asked_on > invitations_count_since($3))::int as times
         from seat_invitations where ervaringsdeskundige_id = $1) received`,
      [ervaringsdeskundigeId, bodyId, tx.today.toString()],
    ),
  );
  const { declined_on: on, rests_until: until, times } = received!;
  if (until && !isBefore(day(until), tx.today)) throw failure('IN_COOLDOWN', path, { on, until });
  if (times >= MOST_INVITATIONS) throw failure('ASKED_OFTEN', path, { count: times });
}
