import { In } from 'typeorm';
import type { Tx } from '../../db/transaction.js';
import type { Departing, TakenBack } from '../../writes/departing.js';
import { about } from '../../writes/events.js';
import { OudernetwerkEntity } from './oudernetwerk.entity.js';
import { aboutTrekkerschap } from './oudernetwerken.events.js';
import { renewStandby } from './trekkerschap/standby.js';

interface Gone {
  readonly person_id: string;
  readonly role: string;
  readonly planned_end_on: string | null;
  readonly end_reason: string | null;
  readonly predecessor_id: string | null;
}

interface Ended {
  readonly what: 'trekkerschap' | 'membership';
  readonly id: string;
  readonly oudernetwerk_id: string;
  readonly region_id: string;
  readonly period: string;
  readonly reason: string;
  /** as it was, if it never began and is gone */
  readonly was: Gone | null;
}

/** Ends their trekkerschappen and memberships; a network that they led is covered from the next day. */
export const departFromNetworks: Departing = {
  tables: ['trekkerschappen', 'absences', 'memberships', 'oudernetwerken'],
  async lock(tx, personId) {
    await tx.query('select lock_networks_of($1)', [personId]);
  },
  async depart(tx, { id }) {
    const ended = await tx.query<Ended>('select *, period::text from end_parts_in_networks($1)', [id]);
    for (const part of ended) tell(tx, part);
    const led = ended.filter(({ what }) => what === 'trekkerschap');
    await renewCover(
      tx,
      led.map(({ oudernetwerk_id }) => oudernetwerk_id),
    );
  },
  async takeBack(tx, rows, personId) {
    // whoever followed them does so again, and neither stops nor goes on by that
    const restored = rows.filter((row) => row.restored && row.was['person_id'] === personId);
    const led = restored
      .filter(({ table }) => table === 'trekkerschappen')
      .map(({ was }) => was as unknown as Led);
    for (const row of led) tellTakenBack(tx, row);
    for (const { was } of membershipsAmong(restored)) {
      const { id, region_id: regionId, period } = was as unknown as Omit<Led, 'end_reason'>;
      tx.record({
        name: 'membership.started',
        ...about('Membership', { id, regionId }),
        details: { period },
      });
    }
    await renewCover(
      tx,
      led.map(({ oudernetwerk_id }) => oudernetwerk_id),
    );
  },
};

interface Led {
  readonly id: string;
  readonly oudernetwerk_id: string;
  readonly region_id: string;
  readonly period: string;
  readonly end_reason: string | null;
}

function membershipsAmong(rows: readonly TakenBack[]): TakenBack[] {
  return rows.filter(({ table }) => table === 'memberships');
}

function tell(tx: Tx, { what, was, reason, period, ...row }: Ended): void {
  const { id, oudernetwerk_id: oudernetwerkId, region_id: regionId } = row;
  if (what === 'membership') {
    tx.record({ name: 'membership.ended', ...about('Membership', { id, regionId }), details: { period } });
  } else if (was) {
    const subject = aboutTrekkerschap({ id, regionId, oudernetwerkId });
    const details = {
      period,
      personId: was.person_id,
      role: was.role,
      plannedEndOn: was.planned_end_on,
      endReason: was.end_reason,
      predecessorId: was.predecessor_id,
    };
    tx.record({ name: 'trekkerschap.annulled', ...subject, details });
  } else {
    const subject = aboutTrekkerschap({ id, regionId, oudernetwerkId });
    tx.record({ name: 'trekkerschap.ended', ...subject, details: { period, reason } });
  }
}

/** They go on as before: without an end, or until the one that was recorded. */
function tellTakenBack(tx: Tx, { id, oudernetwerk_id, region_id, period, end_reason }: Led): void {
  const subject = aboutTrekkerschap({ id, oudernetwerkId: oudernetwerk_id, regionId: region_id });
  if (end_reason === null) tx.record({ name: 'trekkerschap.continued', ...subject, details: { period } });
  else tx.record({ name: 'trekkerschap.ended', ...subject, details: { period, reason: end_reason } });
}

async function renewCover(tx: Tx, ids: readonly string[]): Promise<void> {
  const networks = await tx.manager.findBy(OudernetwerkEntity, { id: In(ids) });
  for (const network of networks) await renewStandby(tx, network);
}
