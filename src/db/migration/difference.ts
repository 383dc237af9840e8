const SHOWN = 6;

/**
 * The first lines in which a catalogue differs from the expected one, as this version of PostgreSQL writes it; or
 * null.
 */
export function difference(expected: string, found: string, version: number): string | null {
  const wanted = inWordsOf(version, expected).split('\n');
  const there = inWordsOf(version, found).split('\n');
  const longest = wanted.length > there.length ? wanted : there;
  const at = longest.findIndex((_line, index) => wanted[index] !== there[index]);
  if (at < 0) return null;
  const shown = (mark: string, lines: string[]) =>
    lines.slice(at, at + SHOWN).map((line) => `${mark} ${line}`);
  return [...shown('-', wanted), ...shown('+', there)].join('\n');
}

/** Before 16, the columns of a view are written with their table, even if there is only one table. */
function inWordsOf(version: number, text: string): string {
  if (version >= 160_000) return text;
  return text.replaceAll(/^create view [^;]*;$/gm, (view) => view.replaceAll(/\b[a-z_]+\./g, ''));
}
