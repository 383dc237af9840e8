import { failure } from '../../../../kernel/failure.js';
import { tableIn } from './find-header.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { LIMITS, type Names, type Table } from './table.js';

/** By what they begin with; what a file is called says nothing. */
const ZIP = Buffer.from('PK');
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** PDF, RTF, PNG, JPEG, GIF, GZIP, and pages of a website. */
const OTHERS = ['%PDF', '{\\rtf', '\x89PNG', '\xff\xd8\xff', 'GIF8', '\x1f\x8b', '<html', '<!doctype'];

/** In a compound file, the name of the stream that a password protects. */
const PROTECTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * The list in a CSV or XLSX file, whatever the file is called. Refuses it in one sentence that says where it is wrong and
 * what is right; nothing of it is run, looked up elsewhere or kept.
 */
export async function readTable(bytes: Buffer, names: Names): Promise<Table> {
  if (bytes.length > LIMITS.bytes) throw failure('FILE_TOO_LARGE', [], { limit: LIMITS.bytes / 1024 / 1024 });
  if (begins(bytes, COMPOUND)) throw failure(bytes.includes(PROTECTED) ? 'FILE_ENCRYPTED' : 'FILE_OLD_EXCEL');
  const start = bytes.toString('latin1', 0, 16).toLowerCase();
  if (OTHERS.some((other) => start.startsWith(other.toLowerCase()))) throw failure('FILE_NOT_A_LIST');
  const rows = begins(bytes, ZIP) ? await readXlsx(bytes) : readCsv(bytes);
  return tableIn(rows, names);
}

function begins(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
