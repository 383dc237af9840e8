const INFIXES = 'aan al da de den der dos el het in op te ten ter uit van von'.split(' ');

/** Whether each word of a text, of the three longest, is a word of a name or begins one, right or nearly so. */
export function isSpeltNearly(text: string, name: string): boolean {
  const wanted = longestOf(wordsOf(text));
  const words = wordsOf(name);
  return wanted.length > 0 && wanted.every((each) => words.some((word) => isNearly(each, word)));
}

/** Whether the words of a text, the three longest of at least three letters, stand somewhere in a name. */
export function hasWords(text: string, name: string): boolean {
  const wanted = longestOf(wordsOf(text).filter((word) => [...word].length > 2));
  return wanted.length > 0 && wanted.every((word) => name.includes(word));
}

function longestOf(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 3);
}

function wordsOf(folded: string): string[] {
  const words = folded.split(/[ \-'’.,]/).filter((word) => [...word].length > 1 && !INFIXES.includes(word));
  return [...new Set(words.map((word) => [...word].slice(0, 40).join('')))];
}

function isNearly(wanted: string, word: string): boolean {
  const spellings = lessOneLetter(word);
  return word.startsWith(wanted) || lessOneLetter(wanted).some((spelling) => spellings.includes(spelling));
}

/** A word, and what becomes of it without one of its letters. */
function lessOneLetter(word: string): string[] {
  const letters = [...word];
  return [word, ...letters.map((_letter, at) => letters.filter((_each, place) => place !== at).join(''))];
}
