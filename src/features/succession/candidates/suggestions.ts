import { Catalogue, type Locale } from '../../../kernel/messages.js';
import type { Row } from '../../../reads/mapping.js';
import { join, literal, raw, type Sql, sql, viewerDay, viewerLocale, numeral } from '../../../reads/sql.js';
import { isAmong, seesCountry } from '../../access/viewer-reach.js';
import { en } from '../messages.en.js';
import { nl } from '../messages.nl.js';
import { searchesAlong } from './successor-candidate.type.js';

export type ReasonCode = keyof (typeof nl)['suggestions'];

/** What each reason says. */
export const REASONS = new Catalogue<ReasonCode>({ nl: nl.suggestions, en: en.suggestions });

interface Reason {
  readonly code: ReasonCode;
  readonly points: number;
  /** the ids of the people it holds for */
  readonly people: (plan: Row) => Sql;
}

const role = (plan: Row, table: 'trekkerschappen' | 'memberships', condition: Sql) =>
  sql`select r.person_id from ${raw(table)} r where r.oudernetwerk_id = ${plan}.oudernetwerk_id and ${condition}`;
const now = sql`r.period @> ${viewerDay}::date`;
const before = sql`upper(r.period) <= ${viewerDay}::date`;

/** Reasons to suggest a person. The closer they are to the network, the more points. */
const SUGGESTION_REASONS: readonly Reason[] = [
  {
    code: 'CO_TREKKER',
    points: 50,
    people: (plan) => role(plan, 'trekkerschappen', sql`r.role = 'CO_TREKKER' and ${now}`),
  },
  {
    code: 'MEMBER',
    points: 30,
    people: (plan) => role(plan, 'memberships', now),
  },
  {
    code: 'FORMER_TREKKER',
    points: 25,
    people: (plan) => role(plan, 'trekkerschappen', before),
  },
  {
    code: 'WANTS_TO_LEAD',
    points: 20,
    people: (plan) => sql`select p.id from people p where 'TREKKER' = any (p.participation_forms)
      and p.region_id in (select regions_below(${plan}.region_id))`,
  },
  {
    code: 'EXPERIENCED',
    points: 15,
    // only for those who keep the record: a profile is not known by name to those who may find it
    people: (plan) => sql`select e.person_id from ervaringsdeskundigen e
      where ${isAmong(sql`e.region_id`, 'regions')}
        and e.region_id in (select regions_below(${plan}.region_id))
        and 'TREKKER' = any (e.participation_forms) and (e.paused @> ${viewerDay}::date) is not true`,
  },
  {
    code: 'FORMER_MEMBER',
    points: 10,
    people: (plan) => sql`${role(plan, 'memberships', before)}
      except ${role(plan, 'memberships', now)}`,
  },
];

/** People who lead more networks than this are not suggested for another one. */
const MOST_LED = 3;

/** Visible to national admins, coordinators of the region and supporters of the network. */
const mayBeSeen = (plan: Row) => sql`(${seesCountry} or ${searchesAlong(plan)})`;

/**
 * People who might be asked, limited to those visible to this viewer: rows of person_id, points, reasons and their
 * place, best first. Parents only, without the leaving trekker, current trekkers, candidates, people who declined recently, and
 * people who lead too much. None for a closed plan.
 */
export function suggestionsFor(plan: Row): Sql {
  const reasons = SUGGESTION_REASONS.map(
    ({ code, points, people }) =>
      sql`select found.person_id, ${literal(code)} as code, ${numeral(points)} as points
        from (${people(plan)}) found (person_id)`,
  );
  return sql`select s.*, row_number() over (order by s.points desc, s.name, s.person_id) as place
    from (
      select g.person_id, sum(g.points)::integer as points,
        jsonb_agg(jsonb_build_object('code', g.code, 'points', g.points)) as reasons,
        coalesce((select d.sort_name from person_details d where d.person_id = g.person_id),
          (select fold(p.pseudonym) from people p where p.id = g.person_id)) as name
      from (${join(reasons, ' union ')}) g
      where ${plan}.closed_on is null and ${mayBeSeen(plan)}
      group by g.person_id
    ) s
    where exists (select from people p where p.id = s.person_id and 'OUDER' = any (p.perspectives))
      and not left_in_peace(s.person_id, ${viewerDay}::date)
      and not exists (select from trekkerschappen t where t.id = ${plan}.trekkerschap_id and t.person_id = s.person_id)
      and not exists (select from trekkerschappen t where t.oudernetwerk_id = ${plan}.oudernetwerk_id
        and t.person_id = s.person_id and t.role = 'TREKKER' and t.period @> ${viewerDay}::date)
      and not exists (select from successor_candidates c where c.person_id = s.person_id
        and (c.plan_id = ${plan}.id and c.ended_on is null
          or c.stage = 'DECLINED' and rests_until(c.ended_on) >= ${viewerDay}::date))
      and (select count(distinct t.oudernetwerk_id) from trekkerschappen t
        where t.person_id = s.person_id and t.period @> ${viewerDay}::date) <= ${numeral(MOST_LED)}`;
}

export function messageOfReason(reason: Row): Sql {
  const sentences = (locale: Locale) => {
    const cases = SUGGESTION_REASONS.map(
      ({ code }) => sql`when ${literal(code)} then ${literal(REASONS.text(code, locale))}`,
    );
    return sql`case ${reason}.code ${join(cases, ' ')} end`;
  };
  return sql`case when ${viewerLocale}::text = 'en' then ${sentences('en')} else ${sentences('nl')} end`;
}
