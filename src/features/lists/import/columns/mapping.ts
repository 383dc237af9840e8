import { NAMES, NAMES_IN } from './field-names.js';
import { type Field, FIELDS_OF, folded, type ImportKind, isOfKind } from './fields.js';

/** The fields of a kind of list by what they are called there. */
const BY_NAME = Object.fromEntries(
  Object.entries(FIELDS_OF).map(([kind, fields]) => [
    kind,
    byName(fields, NAMES_IN[kind as ImportKind] ?? {}),
  ]),
) as Readonly<Record<ImportKind, ReadonlyMap<string, Field>>>;

function byName(
  fields: readonly Field[],
  own: Readonly<Partial<Record<Field, string>>>,
): ReadonlyMap<string, Field> {
  const named = (names: Readonly<Partial<Record<Field, string>>>) =>
    fields.flatMap((field) => (names[field] ?? '').split(', ').map((name): [string, Field] => [name, field]));
  const found = new Map<string, Field>();
  for (const [name, field] of [...named(own), ...named(NAMES)])
    if (name && !found.has(name)) found.set(name, field);
  return found;
}

/** Columns about a child, or a number that nobody may keep: what stands in them is not taken in at all. */
const OF_CHILD =
  /\bkind(?:eren)?\b|\bzoon\b|\bdochter\b|\bchild|\bleerling|geboorte|\bgeb\b|\bdate of birth\b|\bbsn\b|burgerservice|sofi|diagnos|\bleeftijd\b|zorgvraag|beperking/;

/** Words in the name of a column that say nothing of what it holds. */
const IDLE = /\b(?:prive|1|ouder|lid|trekker)\b/g;

/** The field that a column of this name holds in a list of a kind; null if it has none of ours. */
function fieldNamed(name: string, kind: ImportKind): Field | null {
  const written = folded(name);
  const idle = written.replace(IDLE, '').replace(/ +/g, ' ').trim();
  return BY_NAME[kind].get(written) ?? BY_NAME[kind].get(idle) ?? null;
}

/** Whether what stands in the column must not be kept, whatever somebody wants. */
export function isOfChild(name: string): boolean {
  return OF_CHILD.test(folded(name));
}

export function isKnownColumn(name: string, kind: ImportKind): boolean {
  return fieldNamed(name, kind) !== null || isOfChild(name);
}

/** Whether several columns may be called like this: what they hold is put together, or not taken in. */
export function mayRepeat(name: string, kind: ImportKind): boolean {
  const field = fieldNamed(name, kind);
  return field === null || SEVERAL.includes(field);
}

/** Which field each column holds, in their order; null for one that is left out. */
export type Mapping = readonly (Field | null)[];

/** Two columns may hold these. */
const SEVERAL: readonly Field[] = ['PHONE', 'NOTE', 'SUPPORT', 'THEME'];

/** A proposal for columns of these names. `kept`: what this region said of names before. */
export function proposedMapping(
  columns: readonly string[],
  kind: ImportKind,
  kept: Readonly<Record<string, Field | null>> = {},
): Mapping {
  const wanted = columns.map((name): Field | null => {
    if (isOfChild(name)) return null;
    const known = Object.hasOwn(kept, keyOf(name)) ? kept[keyOf(name)]! : fieldNamed(name, kind);
    return known && isOfKind(known, kind) ? known : null;
  });
  // beside `Voornaam`, `Naam` is the rest of it
  const whole = wanted.indexOf('NAME');
  if (whole >= 0 && wanted.includes('FAMILY_NAME')) wanted[whole] = null;
  else if (whole >= 0 && wanted.includes('GIVEN_NAME')) wanted[whole] = 'FAMILY_NAME';
  return wanted.map((field, index) =>
    field && (SEVERAL.includes(field) || wanted.indexOf(field) === index) ? field : null,
  );
}

/** By what a region remembers how a column is called. */
export function keyOf(name: string): string {
  return folded(name).slice(0, 100);
}

/** The field that stands in two columns though it is one; null if there is none. */
export function takenTwice(mapping: Mapping): Field | null {
  return (
    mapping.find((field, index) => field && !SEVERAL.includes(field) && mapping.indexOf(field) !== index) ??
    null
  );
}
