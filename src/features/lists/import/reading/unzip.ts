import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { type Failure, failure } from '../../../../kernel/failure.js';
import { LIMITS } from './table.js';

const inflate = promisify(inflateRaw);

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const SIZE_OF = { end: 22, entry: 46, local: 30 };
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
  /** what the zip says that it unpacks to, for which its reader makes room */
  readonly size: number;
}

/**
 * The XML in a zip, unpacked within our limits whatever the zip says of itself: FILE_UNPACKS_TOO_LARGE as soon as it
 * would be more. FILE_DAMAGED where it is no zip.
 */
export async function unzipXml(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const unpacked = new Map<string, Buffer>();
  let left: number = LIMITS.unpackedBytes;
  for (const { name, method, packed, size } of entriesOf(bytes)) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    if (size > left) throw tooLarge();
    const content = method === 0 ? packed : await inflated(packed, left);
    if (content.length !== size) throw failure('FILE_DAMAGED');
    left -= size;
    unpacked.set(name, content);
  }
  return unpacked;
}

async function inflated(packed: Buffer, left: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(left, 1) });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : failure('FILE_DAMAGED');
  }
}

function tooLarge(): Failure {
  return failure('FILE_UNPACKS_TOO_LARGE', [], { limit: LIMITS.unpackedBytes / 1024 / 1024 });
}

/** By the directory at its end: what stands between the entries is nothing that a spreadsheet reads. */
function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(littleEndian(END));
  if (end < 0 || end + SIZE_OF.end > bytes.length || bytes.length - end > SIZE_OF.end + LONGEST_COMMENT) {
    throw failure('FILE_DAMAGED');
  }
  const count = bytes.readUInt16LE(end + 10);
  if (count > LIMITS.entries) throw tooLarge();
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + SIZE_OF.entry > end || bytes.readUInt32LE(at) !== ENTRY) throw failure('FILE_DAMAGED');
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED) throw failure('FILE_ENCRYPTED');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    ) as [number, number, number];
    entries.push({
      name: bytes.toString('utf8', at + SIZE_OF.entry, at + SIZE_OF.entry + nameLength),
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 24),
      packed: packedAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20)),
    });
    at += SIZE_OF.entry + nameLength + extraLength + commentLength;
  }
  return entries;
}

function packedAt(bytes: Buffer, local: number, size: number): Buffer {
  if (local + SIZE_OF.local > bytes.length || bytes.readUInt32LE(local) !== LOCAL) {
    throw failure('FILE_DAMAGED');
  }
  const begin = local + SIZE_OF.local + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (begin + size > bytes.length) throw failure('FILE_DAMAGED');
  return bytes.subarray(begin, begin + size);
}

function littleEndian(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
