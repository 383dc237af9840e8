import { clockAt, type Clock } from '../kernel/clock.js';
import { eachScope } from '../kernel/viewer.js';
import { Viewers } from './viewers.js';

const IDENTITY = { issuer: 'https://issuer.test', subject: 'coordinator' };

let clock: Clock;
let elapsed: number;
let lookups: number;
let viewers: Viewers;

beforeEach(() => {
  clock = clockAt('2026-11-25T12:00:00Z');
  elapsed = lookups = 0;
  const row = { accountId: 'a', locale: null, personId: null, roles: [], ...eachScope(() => []) };
  const read = () => {
    lookups++;
    return Promise.resolve(JSON.stringify(row));
  };
  viewers = new Viewers({ read }, { now: () => clock.now() }, () => elapsed);
});

const ask = async () => {
  await viewers.of(IDENTITY, 'nl');
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
