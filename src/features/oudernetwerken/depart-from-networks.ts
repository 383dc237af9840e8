import { In } from 'typeorm';
import type { Tx } from '../../db/transaction.js';
import type { Departing, TakenBack } from '../../writes/departing.js';
import { about } from '../../writes/events.js';
import { OudernetwerkEntity } from './oudernetwerk.entity.js';
import { aboutTrekkerschap } from './oudernetwerken.events.js';
import { type LeftPart, tellLeft } from './left-parts.js';
import { renewStandby } from './trekkerschap/standby.js';

/** Ends their trekkerschappen and memberships; a network that they led is covered from the next day. */
export const departFromNetworks: Departing = {
  tables: ['trekkerschappen', 'absences', 'memberships', 'oudernetwerken'],
  async lock(tx, personId) {
    await tx.query('select lock_networks_of($1)', [[personId]]);
  },
  async depart(tx, { id }) {
    const ended = await tx.query<LeftPart>('select *, period::text from end_parts_in_networks($1)', [id]);
    for (const part of ended) tellLeft(tx, part);
    const led = ended.filter(({ what }) => what === 'trekkerschap');
    await renewCover(
      tx,
      led.map(({ oudernetwerk_id }) => oudernetwerk_id),
    );
  },
  async takeBack(tx, rows, personId) {
    // whoever followed them does so again, and neither stops nor goes on by that
    const restored = rows.filter((row) => row.restored && row.was['person_id'] === personId);
    const led = restored.filter(({ table }) => table === 'trekkerschappen');
    for (const row of led) tellTakenBack(tx, row);
    for (const { was } of membershipsAmong(restored)) {
      const { id, region_id: regionId, period } = was as unknown as Omit<Led, 'end_reason'>;
      tx.record({
        name: 'membership.started',
        ...about('Membership', { id, regionId }),
        details: { period },
      });
    }
    const ids = led.map(({ was }) => (was as unknown as Led).oudernetwerk_id);
    await renewCover(tx, [...ids, ...(await actedIn(tx, personId))]);
  },
};

/** The networks in which they acted for somebody: who is still away there by now, they act for again. */
async function actedIn(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select a.oudernetwerk_id as id from absences a join trekkerschappen s on s.id = a.substitute_id
     where s.person_id = $1`,
    [personId],
  );
  return rows.map(({ id }) => id);
}

interface Led {
  readonly id: string;
  readonly oudernetwerk_id: string;
  readonly region_id: string;
  readonly role: string;
  readonly period: string;
  readonly end_reason: string | null;
  readonly predecessor_id: string | null;
}

function membershipsAmong(rows: readonly TakenBack[]): TakenBack[] {
  return rows.filter(({ table }) => table === 'memberships');
}

/** They go on as before: without an end, or until the one that was recorded; or are to begin again. */
function tellTakenBack(tx: Tx, { was, hadBegun }: TakenBack): void {
  const led = was as unknown as Led;
  const { id, oudernetwerk_id: oudernetwerkId, region_id: regionId, period, end_reason: reason } = led;
  const subject = aboutTrekkerschap({ id, oudernetwerkId, regionId });
  if (!hadBegun) {
    const details = { role: led.role, period, predecessorId: led.predecessor_id };
    tx.record({ name: 'trekkerschap.started', ...subject, details });
  }
  if (reason !== null) tx.record({ name: 'trekkerschap.ended', ...subject, details: { period, reason } });
  else if (hadBegun) tx.record({ name: 'trekkerschap.continued', ...subject, details: { period } });
}

async function renewCover(tx: Tx, ids: readonly string[]): Promise<void> {
  const networks = await tx.manager.findBy(OudernetwerkEntity, { id: In(ids) });
  for (const network of networks) await renewStandby(tx, network);
}
