import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { inBatches, type Job } from '../../../writes/job.js';
import { closeUnfindable } from '../../advisory/invitations/close-for-consent.js';
import type { PersonMoveEntity } from './person-move.entity.js';

/** How long the region where they lived has to ask. */
const DAYS_TO_ASK = 28;
const DAYS_BY_TELEPHONE = 7;
const DAYS_TO_WELCOME = 14;
/** A job that did not run for some days makes up for it. */
const DAYS_TO_MAKE_UP = 7;
const AT_ONCE = 100;

type Moving = Pick<PersonMoveEntity, 'id' | 'personId' | 'fromRegionId' | 'answer'>;

/** What follows from a move as it is on record now: it comes true, or they are asked, or what was to be asked is known. */
export async function followMove(tx: Tx, move: Moving): Promise<void> {
  await asSystem(tx, async () => {
    await closeForMoves(tx, [move]);
    if ((await settle(tx, [move.id])) > 0) return;
    if (move.answer === null) await haveAsked(tx, move);
    else await tx.query('select done_with_move($1, $2)', [move.personId, tx.today.toString()]);
  });
}

/**
 * A task for the region where they live, sooner where no mail reaches them. Whoever stopped with everything is asked
 * nothing. As the system.
 */
export async function haveAsked(tx: Tx, { personId, fromRegionId }: Omit<Moving, 'answer'>): Promise<void> {
  const [reach] = await tx.query<{ reachable: boolean; hasStopped: boolean }>(
    `select reachable, has_stopped($1, $2) as "hasStopped" from mail_reach('PERSON', $1)`,
    [personId, tx.today.toString()],
  );
  if (reach?.hasStopped) return;
  const days = reach?.reachable ? DAYS_TO_ASK : DAYS_BY_TELEPHONE;
  await makeTask(tx, { personId, regionId: fromRegionId }, 'MOVED_AWAY', days);
}

/** As the system. */
export async function makeTask(
  tx: Tx,
  { personId, regionId }: { readonly personId: string; readonly regionId: string },
  kind: 'MOVED_AWAY' | 'MOVED_HERE' | 'MOVE_TAKEN_BACK' | 'REGION_CHANGES' | 'CHANGE_IS_OFF',
  days = DAYS_TO_WELCOME,
): Promise<void> {
  const [made] = await tx.query<{ id: string }>('select make_move_task($1, $2, $3, $4, $5) as id', [
    personId,
    regionId,
    kind,
    tx.today.toString(),
    tx.today.add({ days }).toString(),
  ]);
  tx.record({
    name: 'personTask.opened',
    ...about('PersonTask', { id: made!.id, regionId }),
    details: { kind },
  });
}

interface Settled {
  readonly id: string;
  readonly personId: string;
  readonly regionId: string;
  readonly because: string;
}

/** Lets these come true, if they do by today; how many did. As the system. */
async function settle(tx: Tx, ids: readonly string[]): Promise<number> {
  const settled = await tx.query<Settled>(
    `select id, person_id as "personId", region_id as "regionId", because from settle_moves($1, $2, $3)`,
    [ids, tx.today.toString(), tx.now.toString()],
  );
  for (const { because, ...move } of settled) {
    tx.record({ name: 'personMove.settled', ...about('PersonMove', move), details: { because } });
    await makeTask(tx, move, 'MOVED_HERE');
  }
  return settled.length;
}

/** Who may be found no longer, since what they allowed was for where they lived, is asked no longer either. As the system. */
async function closeForMoves(tx: Tx, moves: readonly Pick<Moving, 'id' | 'personId'>[]): Promise<void> {
  const profiles = await tx.query<{ id: string; person: string }>(
    'select id, person_id as person from ervaringsdeskundigen where person_id = any ($1::uuid[]) order by id',
    [moves.map(({ personId }) => personId)],
  );
  for (const { id, person } of profiles) {
    await closeUnfindable(tx, [id], moves.find(({ personId }) => personId === person)!.id);
  }
}

/** Lets moves come true whose day has come: of those who said yes, or got a role in the new region. */
export const settleMoves: Job = {
  name: 'moves of people',
  beforeServing: true,
  async run(at) {
    await at.asService((tx) => asSystem(tx, () => closeForNewHomes(tx)));
    return {
      moved: await inBatches(at, (tx) =>
        asSystem(tx, async () => {
          const due = await tx.query<{ id: string }>('select id from moves_to_settle($1) id limit $2', [
            tx.today.toString(),
            AT_ONCE,
          ]);
          return settle(
            tx,
            due.map(({ id }) => id),
          );
        }),
      ),
    };
  },
};

async function closeForNewHomes(tx: Tx): Promise<void> {
  const moved = await tx.query<{ id: string; personId: string }>(
    `select id, person_id as "personId" from person_moves where moved_on between $1 and $2 order by person_id, recorded_at desc`,
    [tx.today.subtract({ days: DAYS_TO_MAKE_UP }).toString(), tx.today.toString()],
  );
  await closeForMoves(tx, moved);
}
