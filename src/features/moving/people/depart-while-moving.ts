import type { Tx } from '../../../db/transaction.js';
import type { Departing } from '../../../writes/departing.js';
import { about } from '../../../writes/events.js';
import { haveAsked } from './settle-moves.js';

interface Closed {
  readonly id: string;
  readonly regionId: string;
}

/** Nobody is asked about a move who departs. Whoever writes one locks its person first, which a departure does too. */
export const departWhileMoving: Departing = {
  tables: ['person_moves'],
  async depart(tx, { id, personId }) {
    const open = 'person_id = $1 and crossed_at is null and closed_on is null';
    await tx.query(
      `select departure_keeps($2, 'person_moves', array(select id from person_moves where ${open}))`,
      [personId, id],
    );
    const closed = await tx.query<Closed>(
      `update person_moves set closed_on = $2, closed_because = 'DEPARTED', version = version + 1
       where ${open} returning id, from_region_id as "regionId"`,
      [personId, tx.today.toString()],
    );
    await tx.query('select done_with_move($1, $2)', [personId, tx.today.toString()]);
    for (const move of closed) {
      tx.record({
        name: 'personMove.closed',
        ...about('PersonMove', move),
        details: { because: 'DEPARTED' },
      });
    }
  },
  async takeBack(tx, rows, personId) {
    for (const { id, was } of rows.filter(({ restored }) => restored)) {
      const move = was as unknown as Was;
      const fromRegionId = move.from_region_id;
      tx.record({
        name: 'personMove.reopened',
        ...about('PersonMove', { id, regionId: fromRegionId }),
        details: { personId, toRegionId: move.to_region_id, on: move.moved_on, asksByMail: false },
      });
      // whose municipality changes is told that, and asked nothing
      if (move.answer === null && move.because === 'MOVED')
        await haveAsked(tx, { id, personId, fromRegionId });
    }
    await askOfLaterMove(
      tx,
      personId,
      rows.map(({ id }) => id),
    );
  },
};

interface Was {
  readonly from_region_id: string;
  readonly to_region_id: string;
  readonly moved_on: string;
  readonly answer: 'YES' | 'NO' | null;
  readonly because: 'MOVED' | 'REORGANISED';
}

interface Unasked extends Closed {
  readonly toRegionId: string;
  readonly on: string;
}

/** Of a move since they stopped they were asked nothing: they are now. */
async function askOfLaterMove(tx: Tx, personId: string, reopened: readonly string[]): Promise<void> {
  const unasked = await tx.query<Unasked>(
    `select id, from_region_id as "regionId", to_region_id as "toRegionId", moved_on::text as "on" from person_moves
     where person_id = $1 and id <> all ($2::uuid[]) and because = 'MOVED'
       and answer is null and crossed_at is null and closed_on is null`,
    [personId, reopened],
  );
  for (const { toRegionId, on, ...move } of unasked) {
    tx.record({
      name: 'personMove.reopened',
      ...about('PersonMove', move),
      details: { personId, toRegionId, on, asksByMail: true },
    });
    await haveAsked(tx, { id: move.id, personId, fromRegionId: move.regionId });
  }
}
