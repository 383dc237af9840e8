import { readFileSync } from 'node:fs';
import type { ClientBase } from 'pg';
import { today, type Clock, day, type PlainDate } from '../../kernel/clock.js';
import { loginsOf } from '../../db/migration/catalogue.js';
import { catalogueDifference } from '../../db/migration/compare-catalogue.js';
import { inShort } from '../../db/migration/difference.js';
import { databaseSqlFile } from '../../db/migration/current-rules.js';
import { brokenForeignKeys } from './foreign-keys.js';
import { DATA_RULES } from './data-rules.js';
import { asTheServiceSees } from './one-moment.js';
import { wrongAssessments } from './stored-assessments.js';
import { tableContents, type TableContents } from './table-contents.js';

export interface Verified {
  /** sentences for the operator; none: everything holds */
  readonly problems: readonly string[];
  readonly contents: readonly TableContents[];
}

/** A rule that many rows break is told of a few. */
const TOLD = 5;

/** Whether a database, as it is at one moment, holds all that it must; changes nothing. As its owner. */
export async function verifyDatabase(owner: ClientBase, clock: Clock): Promise<Verified> {
  return asTheServiceSees(owner, async () => {
    const schema = await schemaProblems(owner);
    // the other rules are asked of tables and functions that would not be there
    if (schema.length > 0) return { problems: schema, contents: await tableContents(owner) };
    const problems = await brokenForeignKeys(owner);
    for (const rule of DATA_RULES) {
      const { rows } = await owner.query<{ problem: string }>(rule);
      problems.push(...someOf(rows.map(({ problem }) => problem)));
    }
    problems.push(...(await assessmentProblems(owner, clock)));
    return { problems, contents: await tableContents(owner) };
  });
}

async function schemaProblems(owner: ClientBase): Promise<string[]> {
  const query = async <Row>(sql: string, values?: unknown[]) =>
    (await owner.query(sql, values)).rows as Row[];
  const expected = readFileSync(databaseSqlFile(), 'utf8');
  const found = await catalogueDifference(query, await loginsOf(query), expected);
  if (!found) return [];
  return [
    `The schema is not what this version needs; it differs in ${inShort(found.names)}. Start the service once: it puts functions, policies and rights right, and names what is left. ` +
      `The first lines, as migrations/database.sql has them (-) and as they are (+):\n${found.lines}`,
  ];
}

async function assessmentProblems(owner: ClientBase, clock: Clock): Promise<string[]> {
  const on = await lastJudgedOn(owner, clock);
  const wrong = await wrongAssessments(owner, on);
  return someOf(
    wrong.map(({ id, stored }) =>
      stored
        ? `What is stored of ${id} is not how it is judged on ${on.toString()}.`
        : `${id} was never judged.`,
    ),
  );
}

/** What is stored was true on the day of the last assessment: since then a day may have passed without the service. */
async function lastJudgedOn(owner: ClientBase, clock: Clock): Promise<PlainDate> {
  const { rows } = await owner.query<{ on: string | null }>(
    `select max(assessed_on)::text as on
     from (select assessed_on from continuities union all select assessed_on from watched_subjects) judged`,
  );
  const on = rows[0]?.on;
  return on ? day(on) : today(clock);
}

function someOf(problems: readonly string[]): string[] {
  const more = problems.length - TOLD;
  return [...problems.slice(0, TOLD), ...(more > 0 ? [`… and ${more} more of these.`] : [])];
}
