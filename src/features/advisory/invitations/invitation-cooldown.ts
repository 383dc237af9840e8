import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { day } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { restsUntil } from '../../people/left-in-peace.js';

/** The maximum number of invitations, from all bodies together, in the time that a decline is respected. */
const MOST_INVITATIONS = 3;

interface Received {
  /** the last time they declined an invitation of this body */
  readonly declined_on: string | null;
  readonly times: number;
}

/** Considers all invitations they ever received, including those the viewer does not see: the profile is locked. */
export async function refuseCooldown(tx: Tx, bodyId: string, ervaringsdeskundigeId: string): Promise<void> {
  const path = ['input', 'ervaringsdeskundigeId'];
  const [received] = await asSystem(tx, () =>
    tx.query<Received>(
      `select max(answered_on) filter (where body_id = $2 and status = 'DECLINED' and answered_on > invitation_rests_since($3)) as declined_on,
         count(*) filter (where asked_on > invitation_rests_since($3))::int as times
       from seat_invitations where ervaringsdeskundige_id = $1`,
      [ervaringsdeskundigeId, bodyId, tx.today.toString()],
    ),
  );
  const { declined_on: on, times } = received!;
  if (on) {
    const until = restsUntil(day(on));
    throw failure('IN_COOLDOWN', path, { on, until });
  }
  if (times >= MOST_INVITATIONS) throw failure('ASKED_OFTEN', path, { count: times });
}
