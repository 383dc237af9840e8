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
  async takeBack(tx, rows) {
    for (const { id, was } of rows.filter(({ restored }) => restored)) {
      const move = was as unknown as Was;
      const [personId, fromRegionId] = [move.person_id, move.from_region_id];
      tx.record({
        name: 'personMove.reopened',
        ...about('PersonMove', { id, regionId: fromRegionId }),
        details: { personId, toRegionId: move.to_region_id, on: move.moved_on, asksByMail: false },
      });
      // whose municipality changes is told that, and asked nothing
      if (move.answer === null && move.because === 'MOVED')
        await haveAsked(tx, { id, personId, fromRegionId });
    }
  },
};

interface Was {
  readonly person_id: string;
  readonly from_region_id: string;
  readonly to_region_id: string;
  readonly moved_on: string;
  readonly answer: 'YES' | 'NO' | null;
  readonly because: 'MOVED' | 'REORGANISED';
}
