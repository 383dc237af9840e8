import { Catalogue, type Locale, oneOf } from '../../../kernel/messages.js';
import { notOver, type Parameter, raw, type Sql, sql } from '../../../reads/sql.js';
import { en } from '../messages.en.js';
import { nl } from '../messages.nl.js';

type Kind = keyof (typeof nl)['excludedKinds'];

/** What the rules of a body exclude, and what of that is on the record of one parent. */
export interface Exclusions {
  readonly kinds: readonly Kind[];
  readonly organisations: readonly string[];
  /** it also excludes these functions in municipalities here */
  readonly regions: readonly string[];
  readonly clashes: readonly { readonly kind: Kind; readonly where: string }[];
}

const KINDS = new Catalogue<Kind>({ nl: nl.excludedKinds, en: en.excludedKinds });
const SAID = new Catalogue({ nl: nl.exclusions, en: en.exclusions });

/**
 * A FROM item: what is on a person's record that the rules of a body (a row) exclude, on which `days`, as far as the
 * viewer sees it.
 */
export function clashesOf(body: Sql, personId: Sql): Sql {
  return sql`(select tie.id, tie.kind, tie.period, coalesce(o.name, m.name) as place,
      days_excluded(${body}, tie) * datemultirange(tie.period) as days
    from ervaringsdeskundigen own join incompatibilities tie on tie.ervaringsdeskundige_id = own.id
    left join organisations o on o.id = tie.organisation_id left join municipalities m on m.id = tie.municipality_id
    where own.person_id = ${personId}) clash`;
}

/** `Exclusions` from a day on as JSON, for that person and nobody else to read. */
export function exclusionsFor(body: Sql, personId: Sql, day: Parameter): Sql {
  return sql`jsonb_build_object('kinds', ${body}.incompatible_kinds,
    'organisations', array(select o.name from advisory_body_organisations l join organisations o on o.id = l.organisation_id
      where l.body_id = ${body}.id order by o.name),
    'regions', array(select r.name from regions r
      where r.id = ${body}.region_id or r.id in (select works.region_id from agreed_periods(${body}.id) works
        where ${notOver(raw('works.period'), day)}) order by r.name),
    'clashes', coalesce((select jsonb_agg(jsonb_build_object('kind', clash.kind, 'where', clash.place) order by clash.id)
      from ${clashesOf(body, personId)} where ${notOver(raw('clash.days'), day)}), '[]'))`;
}

/** To the parent, before they answer; nothing where the rules exclude nothing. */
export function exclusionSentences(exclusions: Exclusions, locale: Locale): string[] {
  const { kinds, organisations, regions, clashes } = exclusions;
  if (kinds.length === 0) return [];
  const inRegions = regions.map((region) => SAID.text('municipalities', locale, { region }));
  const said = {
    kinds: oneOf(
      kinds.map((kind) => KINDS.text(kind, locale)),
      locale,
    ),
    places: oneOf([...organisations, ...inRegions], locale),
  };
  const own = clashes.map(({ kind, where }) =>
    SAID.text('clash', locale, { kind: KINDS.text(kind, locale), where }),
  );
  return [SAID.text('rule', locale, said), ...own, ...(own.length > 0 ? [SAID.text('advice', locale)] : [])];
}
