import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { ask } from '../../../reads/ask.js';
import { constant, numeral, raw, Sql, sql, viewerLocale } from '../../../reads/sql.js';
import { criteriaOf, OUTCOMES } from './match-criteria.js';
import { FITS, MATCHES, stagesOf } from './match-rows.js';
import { MATCH_RULE_VERSION } from './match-rules.js';
import { soughtFor } from './match-seat.js';

/** Number of best matches that are stored with a decision. */
const KEPT = 10;

/** Its sentence is stored as it was, whatever the rules say later. */
const keptCriterion = v.object({
  code: v.string(),
  state: v.string(),
  points: v.number(),
  blocks: v.boolean(),
  nl: v.string(),
  en: v.string(),
});

const ENTRIES = new JsonShape(
  'shortlist',
  v.array(
    v.object({
      /** from 1 */
      place: v.number(),
      ervaringsdeskundigeId: v.string(),
      fit: v.pipe(
        v.number(),
        v.transform((place) => FITS[place]!),
      ),
      score: v.number(),
      criteria: v.array(keptCriterion),
    }),
  ),
);

export type ShortlistEntry = Checked<typeof ENTRIES>[number];

/** What a secretary saw when choosing. */
export interface Shortlist {
  readonly ruleVersion: number;
  readonly entries: readonly ShortlistEntry[];
}

/** The best matches of a seat as this viewer sees them now, and the one they choose, whatever its rank. */
export async function shortlistOf(tx: Tx, seatId: string, chosenId: string): Promise<Shortlist> {
  const chosen = constant(chosenId);
  const kept = numeral(KEPT);
  const rows = await ask<unknown>(
    tx,
    sql`with ${soughtFor(constant(seatId))}, ${OUTCOMES}
      select m.number::integer as place, m.id as "ervaringsdeskundigeId", m.fit, m.score, c.criteria
      from (select weighed.*, row_number() over (order by place, id) as number
        from ${stagesOf()} cross join lateral (${MATCHES}) weighed) m
      cross join lateral (select jsonb_agg(jsonb_build_object('code', dutch.code, 'state', dutch.state,
          'points', dutch.points, 'blocks', dutch.blocks, 'nl', dutch.message, 'en', english.message) order by dutch.place) as criteria
        from (${inLocale(criteriaOf(raw('m')), 'nl')}) dutch
        join (${inLocale(criteriaOf(raw('m')), 'en')}) english
          on english.place = dutch.place) c
      where m.number <= ${kept} or m.id = ${chosen}::uuid
      order by m.number`,
  );
  return { ruleVersion: MATCH_RULE_VERSION, entries: ENTRIES.check(rows) };
}

/** The same in one language, whoever the viewer is. */
function inLocale({ texts, values }: Sql, locale: 'nl' | 'en'): Sql {
  const fixed = constant(locale);
  return new Sql(
    texts,
    values.map((value) => (value === viewerLocale ? fixed : value)),
  );
}
