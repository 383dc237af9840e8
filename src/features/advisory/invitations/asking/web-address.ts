/** `https:` and the like, `www.`, and a name with a dot in it; the part of an email address after the @ is none. */
const WEB_ADDRESS =
  /\b[a-z][a-z+-]*:\/\/|\bwww[.。]|(?<![@\p{L}\d.-])(?:[\p{L}\d-]+[.。])+\p{L}{2,}(?![\p{L}\d.+_-]*@)|[.。]\p{L}{2,}(?::\d+)?[/?#]/iu;

/** Whether a mail program would make a link of something in a text: the one who reads it did not ask for our mail. */
export function hasWebAddress(text: string): boolean {
  return WEB_ADDRESS.test(text.normalize('NFKC'));
}
