import { isUtf8 } from 'node:buffer';
import { failure } from '../../../../kernel/failure.js';

const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;
/** So much of a file tells how it is written. */
const SAMPLE = 4_096;
/** Between two NULs in text of two bytes a character there is a letter of ours. */
const MOSTLY = 0.3;

/** A control character that no list has: the file is not text, or not in the encoding that it seems to have. */
const NO_TEXT = /[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd]/;

/**
 * The text of a CSV file, as programs here write it: UTF-8, UTF-16 or Windows-1252, with or without a mark that says so.
 * FILE_NOT_TEXT names the first line that is none.
 */
export function decodeText(bytes: Buffer): string {
  const encoding = encodingOf(bytes);
  const text = encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  const found = NO_TEXT.exec(text);
  if (found) throw failure('FILE_NOT_TEXT', [], { row: text.slice(0, found.index).split('\n').length });
  // one kind of line end, so that lines are counted alike everywhere
  return text.replace(/\r\n?/g, '\n');
}

function encodingOf(bytes: Buffer): string {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked) return marked.encoding;
  const sample = bytes.subarray(0, SAMPLE);
  if (zeros(sample, 1) > MOSTLY) return 'utf-16le';
  if (zeros(sample, 0) > MOSTLY) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** What Windows-1252 has where Latin 1 has control characters, from 0x80 on; five of them mean nothing. */
const OF_WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The decoder of Node takes it for Latin 1. */
function windows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (each) => OF_WINDOWS[each.charCodeAt(0) - 0x80]!);
}

/** Which part of every second byte is 0. */
function zeros(bytes: Buffer, first: number): number {
  let [seen, count] = [0, 0];
  for (let index = first; index < bytes.length; index += 2) {
    seen++;
    if (bytes[index] === 0) count++;
  }
  return seen === 0 ? 0 : count / seen;
}
