import { type AgreementDiffers, ofAgreement, shown } from '../testing/judged-work.js';

const agreed = { answer: 'AGREED', answeredOn: '2026-11-10' } as const;
/** read long ago */
const running = { answer: 'AGREED', answeredOn: '2026-01-10', until: '2027-02-28' } as const;

const found = (differs: AgreementDiffers, on: string) =>
  ofAgreement(differs, on).findings.map((each) => `${each.code} ${shown(each)}`);

test.each<[string, AgreementDiffers, string, string[]]>([
  ['asked', {}, '2026-11-29', ['AGREEMENT_ASKED 3 since 2026-11-01 due 2026-11-29: a']],
  ['asked, and time is up', {}, '2026-11-30', ['AGREEMENT_ASKED 5 since 2026-11-01 due 2026-11-29: a']],
  ['asked for days that are over', { until: '2026-11-24' }, '2026-11-25', []],
  ['asked for a body that is gone', { goneOn: '2026-11-25' }, '2026-11-25', []],
  ['agreed', agreed, '2026-11-24', ['AGREEMENT_ANSWERED 1 since 2026-11-10 due 2026-11-24: a']],
  ['agreed, a while ago', agreed, '2026-11-25', []],
  [
    'asked to move',
    { kind: 'MOVES' },
    '2026-11-29',
    ['NETWORK_MOVE_ASKED 3 since 2026-11-01 due 2026-11-29: a'],
  ],
  ['proposed with its municipalities', { kind: 'MOVES', isOfChange: true }, '2026-11-29', []],
  [
    'agreed to move',
    { ...agreed, kind: 'MOVES' },
    '2026-11-24',
    ['AGREEMENT_ANSWERED 1 since 2026-11-10 due 2026-11-24: a'],
  ],
  ['moved', { ...agreed, kind: 'MOVES', until: '2026-11-12' }, '2026-11-24', []],
  [
    'declined',
    { answer: 'DECLINED', answeredOn: '2026-11-24' },
    '2026-11-25',
    ['AGREEMENT_ANSWERED 1 since 2026-11-24 due 2026-12-08: a'],
  ],
  ['withdrawn by who asked', { answer: 'WITHDRAWN', answeredOn: '2026-11-24' }, '2026-11-25', []],
  ['more than three months before its end', running, '2026-11-27', []],
  [
    'three months before its end',
    running,
    '2026-11-28',
    ['AGREEMENT_ENDS 2 since 2026-11-28 due 2027-02-28: a'],
  ],
  ['a month before its end', running, '2027-01-28', ['AGREEMENT_ENDS 3 since 2026-11-28 due 2027-02-28: a']],
  ['after its end', running, '2027-03-01', []],
  ['with another one to follow', { ...running, isFollowed: true }, '2027-01-28', []],
  ...(['HOME', 'OTHER'] as const).flatMap((endedBy): [string, AgreementDiffers, string, string[]][] => [
    [
      `ended by ${endedBy}`,
      { ...running, endedBy },
      '2027-03-14',
      ['AGREEMENT_ENDS 3 since 2026-11-28 due 2027-02-28: a'],
    ],
    [`ended by ${endedBy}, a while ago`, { ...running, endedBy }, '2027-03-15', []],
    [
      `called off by ${endedBy}`,
      { answer: 'WITHDRAWN', answeredOn: '2026-11-24', endedBy },
      '2026-11-25',
      ['AGREEMENT_ANSWERED 1 since 2026-11-24 due 2026-12-08: a'],
    ],
  ]),
])('%s', (_name, differs, on, findings) => {
  expect(found(differs, on)).toEqual(findings);
});

test.each<[string, AgreementDiffers, string]>([
  ['who decides', {}, 'OTHER'],
  ['who asked, once it is decided', agreed, 'HOME'],
  ['whom the other side left', { ...running, endedBy: 'OTHER' }, 'HOME'],
  ['whom the side that asked left', { ...running, endedBy: 'HOME' }, 'OTHER'],
])('it is on the worklist of %s', (_name, differs, side) => {
  const { regionId } = ofAgreement(differs, '2027-01-28');
  expect(regionId).toBe(side === 'HOME' ? 'home' : 'other');
});

test.each<[AgreementDiffers, string, string | null]>([
  [{}, '2026-11-25', '2026-11-30'],
  [{ until: '2026-12-31' }, '2026-12-01', '2027-01-01'],
  [agreed, '2026-11-11', '2026-11-25'],
  [running, '2026-11-01', '2026-11-28'],
  [running, '2027-03-01', null],
])('%j on %s is to be looked at again on %s', (differs, on, changesOn) => {
  expect(ofAgreement(differs, on).changesOn).toBe(changesOn);
});
