import type { Tx } from '../../db/transaction.js';
import { constant, numbered, raw, type Sql, sql } from '../../reads/sql.js';
import { criteriaOf } from './match-criteria.js';
import { FITS, matchesFor } from './match-rows.js';
import { MATCH_RULE_VERSION } from './match-rules.js';

/** How many of the best are kept with a decision. */
const KEPT = 10;

export interface Standing {
  readonly fit: (typeof FITS)[number];
  readonly score: number;
  /** codes of what stands in the way: stops, and the kinds of hard requirements that are missing */
  readonly blockers: readonly string[];
}

/** What a secretary saw when they chose somebody. */
export interface Shortlist {
  readonly ruleVersion: number;
  readonly entries: readonly ShortlistEntry[];
}

export interface ShortlistEntry extends Standing {
  /** from 1 */
  readonly place: number;
  readonly ervaringsdeskundigeId: string;
  readonly criteria: readonly { code: string; state: string; points: number; blocks: boolean }[];
}

/** The best matches of a seat as this viewer sees them now, and the one they choose, wherever that one stands. */
export async function shortlistOf(tx: Tx, seatId: string, chosenId: string): Promise<Shortlist> {
  const seat = constant(seatId);
  const chosen = constant(chosenId);
  const { suitable, others } = matchesFor(seat);
  const kept = raw(String(KEPT));
  const rows = await ask<Omit<ShortlistEntry, 'fit'> & { readonly fit: number }>(
    tx,
    sql`select m.number::integer as place, m.id as "ervaringsdeskundigeId", m.fit, m.score,
        c.criteria, c.blockers
      from (select all_of_them.*, row_number() over (order by place, id) as number from (${suitable} union all ${others}) all_of_them) m
      cross join lateral (select jsonb_agg(jsonb_build_object('code', code, 'state', state, 'points', points, 'blocks', blocks)
          order by place) as criteria, coalesce(jsonb_agg(code order by place) filter (where blocks), '[]') as blockers
        from (${criteriaOf(raw('m'))}) criterion) c
      where m.number <= ${kept} or m.id = ${chosen}::uuid
      order by m.number`,
  );
  const entries = rows.map((row) => ({ ...row, fit: FITS[row.fit]! }));
  return { ruleVersion: MATCH_RULE_VERSION, entries };
}

async function ask<Row>(tx: Tx, statement: Sql): Promise<Row[]> {
  const { text, values } = numbered(statement);
  const input = { variables: {}, viewer: tx.viewer };
  return tx.query<Row>(
    text,
    values.map((value) => value.of(input)),
  );
}
