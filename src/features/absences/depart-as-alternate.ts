import type { Departing } from '../../writes/departing.js';

/** Nobody acts for the holder of a seat after they departed. An absence of their own ends with the role. */
export const departAsAlternate: Departing = {
  tables: ['seat_alternates'],
  async depart(tx, { id }) {
    await tx.query('select end_alternates($1)', [id]);
  },
};
