/**
 * `https:` and the like, `www.`, and a name with a dot in it; no part of an email address is one, which has at most 64
 * characters before its @.
 */
const WEB_ADDRESS =
  /[a-z]:\/\/|\bwww[.。]|(?<![@\p{L}\d.。-])(?:[\p{L}\d-]+[.。])+\p{L}{2,}(?!\p{L}|[\p{L}\d.+_-]{0,64}@)|[.。]\p{L}{2,}(?::\d+)?[/?#]/iu;

/** Whether a mail program would make a link of something in a text: the one who reads it did not ask for our mail. */
export function hasWebAddress(text: string): boolean {
  return WEB_ADDRESS.test(text.normalize('NFKC'));
}
