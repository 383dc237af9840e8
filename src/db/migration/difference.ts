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
  const lines = [...marked('-', onlyIn(wanted, there)), ...marked('+', onlyIn(there, wanted))];
  const moved = wanted.findIndex((line, index) => line !== there[index]);
  if (lines.length === 0 && moved < 0) return null;
  return {
    names: namesOf(wanted, there),
    // the same lines in another order: as they stand
    lines: (lines.length > 0
      ? lines
      : [...marked('-', wanted.slice(moved)), ...marked('+', there.slice(moved))]
    ).join('\n'),
  };
}

/** Those that the others lack, however often there is such a line; the comma behind one depends on what follows it. */
function onlyIn(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(withoutComma(line), (left.get(withoutComma(line)) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(withoutComma(line)) ?? 0;
    left.set(withoutComma(line), count - 1);
    return count <= 0;
  });
}

function withoutComma(line: string): string {
  return line.replace(/,$/, '');
}

function marked(mark: string, lines: readonly string[]): string[] {
  return lines.slice(0, SHOWN).map((line) => `${mark} ${line}`);
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
