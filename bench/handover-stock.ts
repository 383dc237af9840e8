import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { v5 } from 'uuid';

export interface Region {
  readonly id: string;
  readonly code: string;
}

/** How many trekkerschappen one round can hand over. */
const STOCK = 8_000;

const SETTLE_MS = 1_000;

const NAMESPACE = '7f1c5d0e-54ad-4a55-9a43-2f4b1f8a3c11';
const REGION = { id: v5('region', NAMESPACE), code: 'BENCH' };

/**
 * A region of its own with networks that one trekker leads each, and a successor for each: a coordinator of an
 * ordinary region has too few networks to measure with. They lead since lately: no plan is opened for their guideline.
 */
export async function ensureStock(owner: Client): Promise<Region> {
  const known = await owner.query('select from regions where id = $1', [REGION.id]);
  if (known.rowCount) return REGION;
  const ids = (kind: string) => Array.from({ length: STOCK }, (_, i) => v5(`${kind}:${i}`, NAMESPACE));
  const [networks, leaders, successors, trekkerschappen] = [
    'network',
    'leader',
    'successor',
    'trekkerschap',
  ].map(ids);
  await owner.query('begin');
  await owner.query(
    `insert into regions (id, code, name, kind, parent_id, coordinating_organisation_id)
     select $1, $2, 'Benchmark', 'JEUGDREGIO', land.id, (select id from organisations order by id limit 1)
     from regions land where land.kind = 'LAND'`,
    [REGION.id, REGION.code],
  );
  await owner.query(
    `insert into people (id, pseudonym, region_id, perspectives, created_at)
     select id, 'Ouder ' || left(id::text, 6), $2, '{OUDER}', now() from unnest($1::uuid[]) as p (id)`,
    [[...leaders!, ...successors!], REGION.id],
  );
  await owner.query(
    `insert into person_details (person_id, given_name, family_name)
     select id, 'Opvolger', 'Nummer ' || number from unnest($1::uuid[]) with ordinality as p (id, number)`,
    [[...leaders!, ...successors!]],
  );
  await owner.query(
    `insert into oudernetwerken (id, name, phase, region_id, sectors, active_from, created_at)
     select id, 'Netwerk ' || number, 'ACTIVE', $2, '{PO}', current_date - 30, now()
     from unnest($1::uuid[]) with ordinality as n (id, number)`,
    [networks, REGION.id],
  );
  await owner.query(
    `insert into trekkerschappen (id, person_id, oudernetwerk_id, region_id, role, period)
     select t.id, t.person, t.network, $4, 'TREKKER', daterange(current_date - 30, null)
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t (id, person, network)`,
    [trekkerschappen, leaders, networks, REGION.id],
  );
  await owner.query('commit');
  await owner.query('vacuum (analyze)');
  return REGION;
}

/** Everything as before the first handover, so that each round finds the same. */
export async function resetStock(owner: Client): Promise<void> {
  // the last requests of a round may still be queued in the server
  await pause(SETTLE_MS);
  await owner.query('begin');
  await owner.query('lock table trekkerschappen in share row exclusive mode');
  await owner.query('delete from caretakerships where region_id = $1', [REGION.id]);
  await owner.query('delete from trekkerschappen where region_id = $1 and predecessor_id is not null', [
    REGION.id,
  ]);
  await owner.query(
    `update trekkerschappen set period = daterange(lower(period), null), end_reason = null
     where region_id = $1 and not upper_inf(period)`,
    [REGION.id],
  );
  await owner.query('commit');
  await owner.query('vacuum (analyze) trekkerschappen, oudernetwerken, caretakerships');
}

/** The handovers to run: uuids, each once. */
export function handovers(): { trekkerschap: string; successor: string }[] {
  return Array.from({ length: STOCK }, (_, i) => ({
    trekkerschap: v5(`trekkerschap:${i}`, NAMESPACE),
    successor: v5(`successor:${i}`, NAMESPACE),
  }));
}
