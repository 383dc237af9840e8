/** Where a line ends, in whatever reads it. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** Not control characters, spaces of any width, marks without a letter, fillers and empty Braille. */
const SEEN = /[^\p{C}\p{Z}\p{M}\s\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a text has anything that somebody sees. */
export function isSeen(text: string): boolean {
  return SEEN.test(text);
}

/** Control characters, and characters that turn the direction in which the text after them is read. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const UNSEEN_OR_BREAK = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Whether a text is one line, and looks like what it is. */
export function isOneLine(text: string): boolean {
  return !UNSEEN_OR_BREAK.test(text);
}

/** Whether a text of several lines, with tabs perhaps, looks like what it is. */
export function isLines(text: string): boolean {
  return !UNSEEN.test(text.replace(/[\t\n\r]/g, ''));
}

/** Without what only tells programs how to show the text: marks of direction, zero-width spaces, joiners. */
export function withoutFormat(text: string): string {
  return text.replace(/\p{Cf}/gu, '');
}

/** Text from our tables on one line. */
export function onOneLine(text: string): string {
  return text.split(UNSEEN_OR_BREAK).join(' ').replace(/\s+/g, ' ').trim();
}

/** The lines of a text, without those that are empty. */
export function linesOf(text: string): string[] {
  return text.split(LINE_BREAK).map(onOneLine).filter(Boolean);
}
