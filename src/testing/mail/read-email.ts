/** An email as it lies in the folder. */
export interface WrittenEmail {
  readonly name: string;
  readonly raw: string;
  readonly header: (name: string) => string | null;
  /** the text parts, decoded, one after another: text, HTML, calendar */
  readonly body: string;
}

export function readEmail(name: string, raw: string): WrittenEmail {
  const [head = ''] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  return {
    name,
    raw,
    header: (wanted) => {
      const line = unfolded
        .split('\r\n')
        .find((each) => each.toLowerCase().startsWith(`${wanted.toLowerCase()}: `));
      return line ? encodedWords(line.slice(wanted.length + 2)) : null;
    },
    body: decoded(raw),
  };
}

function encodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_all, how: string, word: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString()
        : quotedPrintable(word.replaceAll('_', ' ')),
    );
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/**
 * Every leaf of the MIME tree, decoded. Only a boundary that a header names divides: a line of text may begin with two
 * dashes as well, and so may what follows a soft line break in the middle of a token.
 */
function decoded(raw: string): string {
  const boundaries = [...raw.matchAll(/\bboundary="([^"]+)"/g)].map(([, boundary]) => boundary!);
  const isBoundary = (line: string) =>
    boundaries.some((boundary) => line === `--${boundary}` || line === `--${boundary}--`);
  const parts: string[][] = [[]];
  for (const line of raw.split('\r\n')) {
    if (isBoundary(line)) parts.push([]);
    else parts.at(-1)!.push(line);
  }
  return parts.map((lines) => leaf(lines.join('\r\n'))).join('\n');
}

function leaf(part: string): string {
  const [head = '', ...rest] = part.split('\r\n\r\n');
  const content = rest.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(content, 'base64').toString();
  if (/content-transfer-encoding: quoted-printable/i.test(head)) return quotedPrintable(content);
  return content;
}
