import type { Tx } from '../../../../db/transaction.js';
import { languageNames } from '../../../../kernel/messages.js';
import { type Field, folded } from '../columns/fields.js';
import type { ImportEntity } from '../import.entity.js';

/** What the words in the cells of an import stand for. */
export interface Vocabulary {
  readonly columns: readonly string[];
  readonly mapping: readonly (Field | null)[];
  /** where the import has it for rows that say none */
  readonly schoolYear: string | null;
  readonly network: Named | null;
  /** by their folded names; null: several are called so */
  readonly municipalities: ReadonlyMap<string, Named | null>;
  readonly networks: ReadonlyMap<string, Named | null>;
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
export async function vocabularyOf(tx: Tx, of: ImportEntity): Promise<Vocabulary> {
  const municipalities = await tx.query<Named>(
    `select m.id, m.name from municipalities m
     where m.region_id in (select regions_below($1)) or $1 in (select regions_below(m.region_id))`,
    [of.regionId],
  );
  const networks = await tx.query<Named>(
    'select id, name from oudernetwerken where region_id in (select regions_below($1))',
    [of.regionId],
  );
  return {
    columns: of.columns,
    mapping: of.mapping.map((field) => field || null),
    schoolYear: of.schoolYear,
    network: networks.find(({ id }) => id === of.oudernetwerkId) ?? null,
    municipalities: byName(municipalities),
    networks: byName(networks),
  };
}

function byName(all: readonly Named[]): Map<string, Named | null> {
  const found = new Map<string, Named | null>();
  for (const each of all) {
    const name = folded(each.name);
    found.set(name, found.has(name) ? null : each);
  }
  return found;
}
