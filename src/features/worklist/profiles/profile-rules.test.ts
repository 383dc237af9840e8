import fc from 'fast-check';
import { day, isBefore } from '../../../kernel/clock.js';
import { seed, times } from '../../../testing/effort.js';
import { findingMessage } from '../findings.js';
import { ofProfile, type ProfileDiffers, shown } from '../testing/judged-work.js';

const SEED = seed();
const RUNS = times('judgements');

/** Its renewal begins 91 days before; the database says when that is. */
const training = (id: string, validUntil: string | null, title = 'basistraining') => ({
  id,
  title,
  validUntil,
  renewalFrom: validUntil && day(validUntil).subtract({ days: 91 }).toString(),
});

/** `TRAINING_EXPIRES 1 since 2026-10-01 due 2026-12-31: a`, each by itself; empty = nothing. */
const found = (differs: ProfileDiffers, on: string) =>
  ofProfile(differs, on).findings.map((each) => `${each.code} ${shown(each)}`);

const one = (validUntil: string | null): ProfileDiffers => ({ trainings: [training('a', validUntil)] });

test.each<[string, ProfileDiffers, string, string[]]>([
  ['none', {}, '2026-11-25', []],
  ['one that stays valid', one(null), '2026-11-25', []],
  ['longer than three months ahead', one('2027-02-25'), '2026-11-25', []],
  [
    'its last three months',
    one('2027-02-24'),
    '2026-11-25',
    ['TRAINING_EXPIRES 1 since 2026-11-25 due 2027-02-24: a'],
  ],
  [
    'its last day',
    one('2026-11-25'),
    '2026-11-25',
    ['TRAINING_EXPIRES 1 since 2026-08-26 due 2026-11-25: a'],
  ],
  ['expired', one('2026-11-24'), '2026-11-25', ['TRAINING_EXPIRES 2 since 2026-08-25 due 2026-11-24: a']],
  ['long ago', one('2020-01-01'), '2026-11-25', ['TRAINING_EXPIRES 2 since 2019-10-02 due 2020-01-01: a']],
  [
    'several, the first counts',
    {
      trainings: [
        training('a', '2026-12-01'),
        training('b', '2026-12-31', 'verdieping'),
        training('c', null, 'x'),
      ],
    },
    '2026-11-25',
    ['TRAINING_EXPIRES 1 since 2026-09-01 due 2026-12-01: a b'],
  ],
  [
    'followed again, valid for longer',
    { trainings: [training('a', '2026-11-24'), training('b', '2028-11-24')] },
    '2026-11-25',
    [],
  ],
  [
    'followed again, valid for ever',
    { trainings: [training('a', '2026-11-24'), training('b', null)] },
    '2026-11-25',
    [],
  ],
  [
    'another one does not renew it',
    { trainings: [training('a', '2026-11-24'), training('b', '2028-11-24', 'verdieping')] },
    '2026-11-25',
    ['TRAINING_EXPIRES 2 since 2026-08-25 due 2026-11-24: a'],
  ],
  [
    'recorded twice',
    { trainings: [training('a', '2026-12-01'), training('b', '2026-12-01')] },
    '2026-11-25',
    ['TRAINING_EXPIRES 1 since 2026-09-01 due 2026-12-01: b'],
  ],
  [
    'while they pause',
    { ...one('2026-12-01'), paused: { from: '2026-11-01', until: '2026-11-25' } },
    '2026-11-25',
    [],
  ],
  [
    'after they paused',
    { ...one('2026-12-01'), paused: { from: '2026-11-01', until: '2026-11-24' } },
    '2026-11-25',
    ['TRAINING_EXPIRES 1 since 2026-09-01 due 2026-12-01: a'],
  ],
  [
    'while they are left alone',
    { ...one('2026-12-01'), contactPaused: { from: '2026-11-01', until: '2026-11-25' } },
    '2026-11-25',
    [],
  ],
  [
    'after they were',
    { ...one('2026-12-01'), contactPaused: { from: '2026-11-01', until: '2026-11-24' } },
    '2026-11-25',
    ['TRAINING_EXPIRES 1 since 2026-09-01 due 2026-12-01: a'],
  ],
])('trainings: %s', (_, differs, on, expected) => {
  expect(found(differs, on)).toEqual(expected);
});

test.each<[string, string | null, string, string[]]>([
  ['none', null, '2026-11-25', []],
  ['longer than three months ahead', '2027-02-26', '2026-11-25', []],
  [
    'three months ahead',
    '2027-02-25',
    '2026-11-25',
    ['CONSENT_ENDS 2 since 2026-11-25 due 2027-02-25: profile'],
  ],
  ['its last day', '2026-11-25', '2026-11-25', ['CONSENT_ENDS 2 since 2026-08-25 due 2026-11-25: profile']],
  ['one that ran out is not asked for again', '2026-11-24', '2026-11-25', []],
])('consent to be found: %s', (_, findableUntil, on, expected) => {
  expect(found({ findableUntil }, on)).toEqual(expected);
});

const clash = (
  appointmentId: string,
  incompatibilityId: string,
  from: string,
  until: string | null = null,
) => ({
  appointmentId,
  incompatibilityId,
  from,
  until,
});

test.each<[string, ProfileDiffers, string[]]>([
  ['none', {}, []],
  ['one', { clashes: [clash('s', 'x', '2026-11-25')] }, ['SEAT_CLASHES 4: x s']],
  ['its last day', { clashes: [clash('s', 'x', '2026-01-01', '2026-11-25')] }, ['SEAT_CLASHES 4: x s']],
  ['over', { clashes: [clash('s', 'x', '2026-01-01', '2026-11-24')] }, []],
  ['still to come', { clashes: [clash('s', 'x', '2026-11-26')] }, []],
  [
    'two in one body, one of them in another too',
    {
      clashes: [clash('s', 'x', '2026-01-01'), clash('s', 'y', '2026-02-01'), clash('t', 'y', '2026-02-01')],
    },
    ['SEAT_CLASHES 4: x y s t'],
  ],
  [
    'while they pause',
    {
      ...one('2026-12-01'),
      clashes: [clash('s', 'x', '2026-01-01')],
      paused: { from: '2026-11-01', until: null },
    },
    ['SEAT_CLASHES 4: x s'],
  ],
])('a seat and their own record clash: %s', (_, differs, expected) => {
  expect(found(differs, '2026-11-25')).toEqual(expected);
});

test('what it says names nobody and nothing', () => {
  const { findings } = ofProfile(
    {
      ...one('2026-12-01'),
      findableUntil: '2026-12-31',
      clashes: [clash('s', 'x', '2026-01-01'), clash('t', 'x', '2026-01-01')],
    },
    '2026-11-25',
  );
  expect(findings.map((each) => findingMessage(each, 'nl'))).toEqual([
    'Deze ouder zit in 2 groepen waarvan het reglement iets uitsluit dat in de eigen gegevens van de ouder staat. Alleen de ouder en de coördinator van de regio zien die gegevens.',
    'Eén training is verlopen of verloopt binnenkort: geldig tot en met 1 december 2026.',
    'De toestemming om gevonden te worden geldt tot en met 31 december 2026.',
  ]);
  expect(findings.map(({ action }) => `${action.code} ${action.on.type}`)).toEqual([
    'TALK_ABOUT_CLASH Ervaringsdeskundige',
    'RENEW_TRAINING Ervaringsdeskundige',
    'ASK_CONSENT Ervaringsdeskundige',
  ]);
  for (const each of findings) expect(findingMessage(each, 'en')).not.toMatch(/[{}?]|undefined/);
});

const anyDay = fc.integer({ min: -500, max: 500 }).map((days) => day('2026-11-25').add({ days }).toString());
const orNone = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { freq: 2 });
const anyPeriod = fc.tuple(anyDay, orNone(fc.nat(300))).map(([from, days]) => ({
  from,
  until: days === null ? null : day(from).add({ days }).toString(),
}));
const anyProfile: fc.Arbitrary<ProfileDiffers> = fc.record({
  findableUntil: orNone(anyDay),
  paused: orNone(anyPeriod),
  contactPaused: orNone(anyPeriod),
  clashes: fc.array(
    fc
      .tuple(anyPeriod, fc.constantFrom('s', 't'), fc.constantFrom('x', 'y'))
      .map(([{ from, until }, seat, tie]) => clash(seat, tie, from, until)),
    { maxLength: 3 },
  ),
  trainings: fc
    .array(fc.tuple(orNone(anyDay), fc.constantFrom('basistraining', 'verdieping')), { maxLength: 4 })
    .map((all) =>
      all
        .map(([validUntil, title], index) => training(`t${index}`, validUntil, title))
        .sort((a, b) => ((a.validUntil ?? '~') < (b.validUntil ?? '~') ? -1 : 1)),
    ),
});

test(`it stays as it is until the day on which it changes (SEED=${SEED})`, () => {
  let changed = 0;
  fc.assert(
    fc.property(anyProfile, anyDay, (differs, on) => {
      const first = ofProfile(differs, on);
      const said = JSON.stringify(first.findings);
      const until = first.changesOn ? day(first.changesOn) : day(on).add({ days: 300 });
      for (let each = day(on).add({ days: 1 }); isBefore(each, until); each = each.add({ days: 1 })) {
        const again = ofProfile(differs, each.toString());
        if (JSON.stringify(again.findings) !== said) expect({ on: each.toString(), ...again }).toEqual(first);
        if (again.changesOn !== first.changesOn) expect(again.changesOn).toBe(first.changesOn);
      }
      if (first.changesOn && JSON.stringify(ofProfile(differs, first.changesOn).findings) !== said) changed++;
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(changed).toBeGreaterThan(RUNS / 10);
});
