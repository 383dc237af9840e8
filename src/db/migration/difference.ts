const SHOWN = 6;

/** How a catalogue differs from the expected one. */
export interface Difference {
  /** tables with their policies and indexes, functions, types, each as one: `table people` */
  readonly names: readonly string[];
  /** the first lines, as this version of PostgreSQL writes them */
  readonly lines: string;
}

/** Null if it does not differ. */
export function difference(expected: string, found: string, version: number): Difference | null {
  const wanted = inWordsOf(version, expected).split('\n');
  const there = inWordsOf(version, found).split('\n');
  const longest = wanted.length > there.length ? wanted : there;
  const at = longest.findIndex((_line, index) => wanted[index] !== there[index]);
  if (at < 0) return null;
  const shown = (mark: string, lines: string[]) =>
    lines.slice(at, at + SHOWN).map((line) => `${mark} ${line}`);
  return {
    names: namesOf(wanted, there),
    lines: [...shown('-', wanted), ...shown('+', there)].join('\n'),
  };
}

/** `table people, function seat_held_status and 3 more`. */
export function inShort(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const OBJECT = /^create (?:or replace )?([a-z]+) (?:public\.)?(\w+)/i;

function namesOf(wanted: readonly string[], there: readonly string[]): string[] {
  const [before, after] = [blocksIn(wanted), blocksIn(there)];
  const differing = [...before, ...after].filter((block) => !(before.has(block) && after.has(block)));
  const names = differing.flatMap((block) => {
    const [, kind, name] = OBJECT.exec(block) ?? [];
    return kind && name ? [`${kind.toLowerCase()} ${name}`] : [];
  });
  return names.length > 0 ? [...new Set(names)] : ['what belongs to no table or function'];
}

/** Each object of a catalogue with what belongs to it, between empty lines. */
function blocksIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join('\n').split('\n\n'));
}

/** Before 16, the columns of a view are written with their table, even if there is only one table. */
function inWordsOf(version: number, text: string): string {
  if (version >= 160_000) return text;
  return text.replaceAll(/^create view [^;]*;$/gm, (view) => view.replaceAll(/\b[a-z_]+\./g, ''));
}
