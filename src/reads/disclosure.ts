/** The key of the JSON that tells whose details an object holds; no alias can be equal to it. */
export const WHOSE_KEY = ' whose';

/** As PostgreSQL writes the first pair of an object: a quotation mark in a value would have a backslash before it. */
const MARK = new RegExp(`"${WHOSE_KEY}" ?: ?"([0-9a-f-]{36})", ?`, 'g');

/** An answer without its marks, and the ids of those whose details are in it, each once. */
export function disclosed(answer: string): { readonly text: string; readonly people: readonly string[] } {
  const people = new Set<string>();
  const text = answer.replace(MARK, (_mark, person: string) => {
    people.add(person);
    return '';
  });
  return { text, people: [...people] };
}
