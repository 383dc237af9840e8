import type { Random } from './random.js';

// before any id that the service creates, so that seeded rows sort first
const EPOCH = Date.UTC(2025, 0, 1);

/** UUIDs of the shape of version 7, ascending, the same in every run. */
export class SeedIds {
  private made = 0;

  constructor(private readonly random: Random) {}

  next(): string {
    const time = hex(EPOCH + this.made++, 12);
    const version = hex(0x7000 + (this.random.uint32() >>> 20), 4);
    const variant = hex(0x8000 + (this.random.uint32() >>> 18), 4);
    const rest = hex(this.random.uint32(), 8) + hex(this.random.uint32() >>> 16, 4);
    return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest}`;
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
