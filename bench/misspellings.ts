import type { Random } from '../src/app/seed/random.js';

export interface NameOnRecord {
  readonly given: string;
  readonly infix: string | null;
  readonly family: string;
}

/** A name as somebody else may type it; null where that makes no difference to this name. */
type Misspelling = (name: NameOnRecord, random: Random) => string | null;

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

const MISSPELLINGS: Readonly<Record<string, Misspelling>> = {
  swapped: inOneWord(([first, second], before, after) => before + second + first + after),
  dropped: inOneWord(([, second], before, after) => before + second + after),
  doubled: inOneWord(([first, second], before, after) => before + first + first + second + after),
  replaced: inOneWord(([first], before, after, random) => `${before}${first}${random.pick(LETTERS)}${after}`),
  unaccented: (name) => {
    const whole = inFull(name);
    const plain = whole.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return plain === whole ? null : plain;
  },
  'infix left out': (name) => (name.infix ? `${name.given} ${name.family}` : null),
  'family name only': ({ family }) => family,
};

export function inFull({ given, infix, family }: NameOnRecord): string {
  return [given, infix, family].filter(Boolean).join(' ');
}

/** One of the ways, of those that this name can be misspelt in. */
export function misspelt(
  name: NameOnRecord,
  random: Random,
): { readonly how: string; readonly text: string } {
  const ways = Object.entries(MISSPELLINGS).flatMap(([how, way]) => {
    const text = way(name, random.stream(how));
    return text === null || text === inFull(name) ? [] : [{ how, text }];
  });
  return random.pick(ways);
}

/** Changes two neighbouring letters somewhere in the given or the family name, past its first letter in most cases. */
function inOneWord(
  changed: (pair: readonly [string, string], before: string, after: string, random: Random) => string,
): Misspelling {
  return (name, random) => {
    const part = random.chance(0.5) && name.given.length > 2 ? 'given' : 'family';
    const letters = [...name[part]];
    if (letters.length < 3) return null;
    const at = random.chance(0.1) ? 0 : random.between(1, letters.length - 2);
    const [before, after] = [letters.slice(0, at), letters.slice(at + 2)].map((some) => some.join(''));
    const text = changed([letters[at]!, letters[at + 1]!], before!, after!, random);
    return inFull({ ...name, [part]: text });
  };
}
