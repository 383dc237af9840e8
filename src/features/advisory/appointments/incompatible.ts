import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import { type Period, toDateRange } from '../../../kernel/period.js';
import { ask } from '../../../reads/ask.js';
import { constant, raw, sql } from '../../../reads/sql.js';
import { clashesOf } from '../bodies/body-exclusions.js';

interface Clash {
  readonly kind: 'EMPLOYEE' | 'COUNCIL_MEMBER' | 'BOARD_MEMBER' | 'CONTRACTOR';
  readonly where: string;
  readonly from: string;
  readonly until: string | null;
}

/**
 * Refuses what the rules of a body exclude to whoever keeps the record of the person, and so sees it anyway. For
 * everybody else the appointment goes through: a refusal would tell them what the parent keeps to themselves.
 */
export async function refuseIncompatible(
  tx: Tx,
  bodyId: string,
  personId: string,
  period: Period,
  path: readonly string[],
): Promise<void> {
  const [clash] = await ask<Clash>(
    tx,
    sql`select clash.kind, clash.place as "where", lower(clash.period) as "from", upper(clash.period) - 1 as until
     from advisory_bodies b cross join lateral ${clashesOf(raw('b'), sql`${constant(personId)}`)}
     where b.id = ${constant(bodyId)} and clash.days && ${constant(toDateRange(period))}::daterange
     order by lower(clash.period), clash.id limit 1`,
  );
  if (!clash) return;
  const { kind, where, from, until } = clash;
  throw failure(`INCOMPATIBLE_${kind}`, path, { where, from, until });
}
