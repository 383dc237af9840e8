import type { Tx } from '../../../../db/transaction.js';
import { languageNames } from '../../../../kernel/messages.js';
import { together } from '../../../../db/statements.js';
import { type Field, folded, isOfKind } from '../columns/fields.js';
import { piecesOf } from '../columns/words.js';
import type { ImportEntity } from '../import.entity.js';

/** What the words in the cells of an import stand for. */
export interface Vocabulary {
  readonly columns: readonly string[];
  readonly mapping: readonly (Field | null)[];
  /** where the import has it for rows that say none */
  readonly schoolYear: string | null;
  readonly network: Named | null;
  /** whether a row means nothing without one */
  readonly needsNetwork: boolean;
  /** by their folded names; null: several are called so */
  readonly municipalities: ReadonlyMap<string, Named | null>;
  readonly networks: ReadonlyMap<string, Named | null>;
  readonly themes: ReadonlyMap<string, Named | null>;
  readonly bodies: ReadonlyMap<string, Named | null>;
  /** those that the rows at hand name */
  readonly organisations: ReadonlyMap<string, Named | null>;
}

/** By uuid. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

const LANGUAGES: ReadonlyMap<string, string> = new Map(
  (['en', 'nl'] as const).flatMap((locale) =>
    Object.entries(languageNames(locale)).map(([code, name]): [string, string] => [folded(name), code]),
  ),
);

/** The code of a language by what it is called; the text itself where nobody knows it, to be judged as a code. */
export function languageCode(written: string): string {
  return LANGUAGES.get(folded(written)) ?? written;
}

/** Read as the viewer: nobody names a network that they do not see. */
export async function vocabularyOf(
  tx: Tx,
  of: ImportEntity,
  rows: readonly { readonly cells: readonly string[] }[],
): Promise<Vocabulary> {
  const municipalities = await tx.query<Named>(
    `select m.id, m.name from municipalities m where m.region_id in (
       select regions_below($1) union all select r.id from regions r where $1 in (select regions_below(r.id)))`,
    [of.regionId],
  );
  const networks = await tx.query<Named>(
    'select id, name from oudernetwerken where region_id in (select regions_below($1)) or id = $2',
    [of.regionId, of.oudernetwerkId],
  );
  const [themes, bodies, organisations] = await together(
    themesNamed(tx, of),
    bodiesOf(tx, of),
    organisationsNamed(tx, of, rows),
  );
  return {
    columns: of.columns,
    mapping: of.mapping.map((field) => field || null),
    schoolYear: of.schoolYear,
    network: networks.find(({ id }) => id === of.oudernetwerkId) ?? null,
    needsNetwork: of.kind === 'MEMBERS',
    municipalities: byName(municipalities),
    networks: byName(networks),
    themes: byName(themes),
    bodies: byName(bodies),
    organisations,
  };
}

async function bodiesOf(tx: Tx, { kind, regionId }: ImportEntity): Promise<Named[]> {
  if (!isOfKind('BODY', kind)) return [];
  return tx.query<Named>(
    'select id, name from advisory_bodies where region_id in (select regions_below($1))',
    [regionId],
  );
}

/** Each by its name in both languages; those that are not given any more are not known. */
async function themesNamed(tx: Tx, { kind }: ImportEntity): Promise<Named[]> {
  if (!isOfKind('THEME', kind)) return [];
  return tx.query<Named>(
    `select distinct id, name from themes cross join lateral unnest(array[label_nl, label_en]) name
     where retired_on is null or retired_on > $1`,
    [tx.today.toString()],
  );
}

/** By name or code, of those in the region if there are any, else of all. */
async function organisationsNamed(
  tx: Tx,
  { kind, mapping, regionId }: ImportEntity,
  rows: readonly { readonly cells: readonly string[] }[],
): Promise<ReadonlyMap<string, Named | null>> {
  const columns = mapping.flatMap((field, column) =>
    (field === 'SUPPORT' || field === 'ORGANISATION') && isOfKind(field, kind) ? column : [],
  );
  const asked = [
    ...new Set(
      rows.flatMap(({ cells }) => columns.flatMap((column) => piecesOf(cells[column] ?? '').flat())),
    ),
  ];
  if (asked.length === 0) return new Map();
  const found = await tx.query<Named & { asked: string; isNear: boolean }>(
    `select asked, o.id, o.name, o.region_id in (select regions_below($2)) or exists (
         select from organisation_municipalities om join municipalities m on m.id = om.municipality_id
         where om.organisation_id = o.id and m.region_id in (select regions_below($2))) as "isNear"
     from unnest($1::text[]) asked
     join organisations o on o.search_name = fold(asked) or o.code = upper(asked)`,
    [asked, regionId],
  );
  return new Map(
    asked.map((name) => {
      const all = found.filter((each) => each.asked === name);
      const near = all.filter(({ isNear }) => isNear);
      const [only, ...others] = near.length > 0 ? near : all;
      return [folded(name), only && others.length === 0 ? only : null];
    }),
  );
}

function byName(all: readonly Named[]): Map<string, Named | null> {
  const found = new Map<string, Named | null>();
  for (const each of all) {
    const name = folded(each.name);
    const other = found.get(name);
    found.set(name, other === undefined || other?.id === each.id ? each : null);
  }
  return found;
}
