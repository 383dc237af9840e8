import { In } from 'typeorm';
import type { EventListener, Tx } from '../../../db/transaction.js';
import { eventsOf } from '../../../writes/events.js';
import type { Fates } from '../../../writes/personal.js';
import { OudernetwerkEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { renewStandby } from '../../oudernetwerken/trekkerschap/standby.js';

/**
 * Event listener: when two records become one, everything goes over that a manifest says is joined, in the order of the
 * features; when that is taken back, so does what it was. Before all others, so that they find it done. As the system.
 */
export function mergeEverywhere(all: readonly Fates[]): EventListener {
  const tables = joinedTables(all);
  return async (tx, events) => {
    for (const { details } of eventsOf(events, 'person.merged')) {
      await tx.query('select merge_begins($1)', [details.mergeId]);
      for (const table of tables) await tx.query('select merge_joins($1, $2)', [details.mergeId, table]);
      await tx.query('select merge_ends($1)', [details.mergeId]);
      await renewCover(tx, details.mergeId);
    }
    for (const { details } of eventsOf(events, 'person.separated')) {
      await tx.query('select merge_gives_back($1)', [details.mergeId]);
      await renewCover(tx, details.mergeId);
    }
  };
}

function joinedTables(all: readonly Fates[]): string[] {
  const places = all.flatMap((fates) =>
    Object.entries(fates).flatMap(([place, { merge }]) => (merge === 'JOINED' ? [place] : [])),
  );
  return [...new Set(places.map((place) => place.split('.')[0]!))];
}

async function renewCover(tx: Tx, mergeId: string): Promise<void> {
  const ids = await tx.query<{ id: string }>('select merge_networks($1) as id', [mergeId]);
  const networks = await tx.manager.findBy(OudernetwerkEntity, { id: In(ids.map(({ id }) => id)) });
  for (const network of networks) await renewStandby(tx, network);
}
