import { clockAt, type Clock } from '../kernel/clock.js';
import { eachScope } from '../kernel/viewer.js';
import type { ReadPool } from '../db/reading/read-pool.js';
import { Viewers } from './viewers.js';

const IDENTITY = { issuer: 'https://issuer.test', subject: 'coordinator' };

let clock: Clock;
let elapsed: number;
let lookups: number;
let viewers: Viewers;
/** the accounts whose turn the lookups were */
let accounts: (string | undefined)[];

beforeEach(() => {
  clock = clockAt('2026-11-25T12:00:00Z');
  elapsed = lookups = 0;
  accounts = [];
  const row = { accountId: 'a', locale: null, personId: null, roles: [], ...eachScope(() => []) };
  const read: ReadPool['read'] = (_viewer, { values }, _used, account) => {
    lookups++;
    accounts.push(account);
    return Promise.resolve(String(values[1]).startsWith('stranger') ? '' : JSON.stringify(row));
  };
  viewers = new Viewers({ read }, { now: () => clock.now() }, () => elapsed);
});

const ask = async () => {
  await viewers.of(IDENTITY, 'nl', 'client');
  return lookups;
};

test('rights are relied on for five seconds', async () => {
  expect(await ask()).toBe(1);
  elapsed = 4_999;
  expect(await ask()).toBe(1);
  elapsed = 5_000;
  expect(await ask()).toBe(2);
});

test('a clock that is set back prolongs no rights', async () => {
  expect(await ask()).toBe(1);
  clock = clockAt('2026-11-25T11:00:00Z');
  elapsed = 5_000;
  expect(await ask()).toBe(2);
});

describe('an account that is not known', () => {
  const lookUp = (subject: string, client = 'client') =>
    viewers.of({ issuer: IDENTITY.issuer, subject }, 'nl', client);

  test('is no viewer, and is asked for once in five seconds', async () => {
    for (let n = 0; n < 20; n++) expect(await lookUp('stranger')).toBeNull();
    expect(lookups).toBe(1);
    elapsed = 5_000;
    expect(await lookUp('stranger')).toBeNull();
    expect(lookups).toBe(2);
  });

  test('after ten of them the lookups of a client take turns among themselves, but for those it had known', async () => {
    await lookUp('coordinator');
    for (let n = 0; n < 12; n++) await lookUp(`stranger ${n}`);
    elapsed = 5_000;
    accounts = [];
    await lookUp('coordinator');
    await lookUp('newcomer');
    await lookUp('stranger 99');
    await lookUp('newcomer elsewhere', 'other client');
    const own = (subject: string) => `${IDENTITY.issuer} ${subject}`;
    expect(accounts).toEqual([own('coordinator'), 'client', 'client', own('newcomer elsewhere')]);
  });
});
