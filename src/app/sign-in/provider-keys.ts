import type { Logger } from 'pino';
import { Counter, Gauge, type Metric } from 'prom-client';
import type { Config } from '../../config.js';
import { millisecondsOf } from '../../config/duration.js';
import { describeError } from '../http/error-causes.js';
import { RemoteKeys } from './access-token-keys.js';

/** A provider that is away is told of at once, and then again after this long. */
const REPEAT_MS = 300_000;
const CANNOT_BE_FETCHED = 'the keys of the OpenID provider cannot be fetched';

/** The keys of the configured provider, with what is measured and logged of them. */
export function providerKeys(
  config: Pick<Config, 'OIDC_ISSUER' | 'OIDC_JWKS_URI' | 'OIDC_KEYS_MAX_AGE'>,
  log: Logger,
  now: () => number = () => performance.now(),
): { keys: RemoteKeys; measures: readonly Metric[] } {
  const fetches = new Counter({
    name: 'oidc_key_fetches_total',
    help: 'Fetches of the keys of the OpenID provider by outcome: OK, FAILED',
    labelNames: ['outcome'],
    registers: [],
  });
  /** of the provider that is away */
  let said: { readonly sentence: string; readonly at: number } | null = null;
  const keys = new RemoteKeys({
    issuer: config.OIDC_ISSUER,
    jwksUri: config.OIDC_JWKS_URI,
    maxAgeMs: millisecondsOf(config.OIDC_KEYS_MAX_AGE),
    now,
    fetched: (outcome, areGood, error) => {
      fetches.inc({ outcome });
      if (outcome === 'OK') {
        if (said) log.info('the keys of the OpenID provider can be fetched again');
        said = null;
        return;
      }
      const fate = areGood ? 'those from before stay in use' : 'there are none to use, so nobody can sign in';
      const sentence = `${CANNOT_BE_FETCHED}; ${fate}`;
      if (said?.sentence === sentence && now() < said.at + REPEAT_MS) return;
      said = { sentence, at: now() };
      const ageSeconds = Number.isFinite(keys.ageMs) ? Math.round(keys.ageMs / 1_000) : null;
      log.warn({ error: describeError(error), ageSeconds }, sentence);
    },
  });
  const age = new Gauge({
    name: 'oidc_keys_age_seconds',
    help: 'Seconds since the keys in use were fetched from the OpenID provider; +Inf: there are none yet',
    registers: [],
    collect() {
      this.set(keys.ageMs / 1_000);
    },
  });
  return { keys, measures: [fetches, age] };
}
