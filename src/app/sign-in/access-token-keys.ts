import { setTimeout as pause } from 'node:timers/promises';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { failure } from '../../kernel/failure.js';
import { fetchKeys } from './fetch-keys.js';

/** Keys are fetched again after this long, so that a withdrawn one is good for no longer. */
const FRESH_MS = 600_000;
/** Between two fetches because of key ids that are not known: anybody can make some up. */
const REST_MS = 30_000;
const REST_AFTER_ERROR_MS = 5_000;
/** How long a fetch holds up those whose key is known: a provider that hangs is no reason to wait. */
const BRIEFLY_MS = 500;

/** The keys of a provider in this process. */
export function localKeys(publicKeys: JSONWebKeySet): JWTVerifyGetKey {
  return createLocalJWKSet(publicKeys);
}

interface RemoteKeysParts {
  readonly issuer: string;
  /** default: as the issuer publishes it */
  readonly jwksUri?: string;
  /** how long keys stay in use while no others can be fetched */
  readonly maxAgeMs: number;
  /** `areGood`: there are keys that may be used */
  readonly fetched?: (outcome: 'OK' | 'FAILED', areGood: boolean, error?: unknown) => void;
  /** milliseconds from any fixed moment */
  readonly now?: () => number;
}

/** The keys of a remote provider, fetched at the first token. */
export class RemoteKeys {
  private keys: JWTVerifyGetKey | null = null;
  private fetchedAt = -Infinity;
  private restUntil = -Infinity;
  private failed = false;
  private underWay: { readonly whole: Promise<void>; readonly briefly: Promise<void> } | null = null;
  private readonly now: () => number;
  private readonly freshMs: number;

  constructor(private readonly parts: RemoteKeysParts) {
    this.now = parts.now ?? (() => performance.now());
    this.freshMs = Math.min(FRESH_MS, parts.maxAgeMs);
  }

  /** Since the keys in use were fetched; Infinity if there are none. */
  get ageMs(): number {
    return this.now() - this.fetchedAt;
  }

  private get areTooOld(): boolean {
    return this.ageMs >= this.parts.maxAgeMs;
  }

  /** The key of a token. Throws UNAVAILABLE if it cannot be known, and an error of jose if there is none. */
  readonly get: JWTVerifyGetKey = async (header, token) => {
    if (this.areTooOld) await this.fetch()?.whole;
    else if (this.ageMs >= this.freshMs) await this.fetch()?.briefly;
    if (!this.keys || this.areTooOld) throw failure('UNAVAILABLE');
    try {
      return await this.keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.fetch()?.whole;
      // while none can be fetched, it may be a new key
      if (this.failed) throw failure('UNAVAILABLE');
      return this.keys(header, token);
    }
  };

  /** Once for all who ask meanwhile, and not at all for a while after the last time. Those in use stay if it fails. */
  private fetch(): RemoteKeys['underWay'] {
    if (!this.underWay && this.now() >= this.restUntil) {
      const whole = this.fetchNow().finally(() => (this.underWay = null));
      const briefly = Promise.race([whole, pause(BRIEFLY_MS, undefined, { ref: false })]);
      this.underWay = { whole, briefly };
    }
    return this.underWay;
  }

  private async fetchNow(): Promise<void> {
    try {
      this.keys = createLocalJWKSet(await fetchKeys(this.parts));
      this.failed = false;
      this.fetchedAt = this.now();
      this.restUntil = this.now() + Math.min(REST_MS, this.freshMs);
      this.parts.fetched?.('OK', true);
    } catch (error) {
      this.failed = true;
      this.restUntil = this.now() + REST_AFTER_ERROR_MS;
      this.parts.fetched?.('FAILED', !this.areTooOld, error);
    }
  }
}
