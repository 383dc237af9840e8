import { FIRST_STAGES, hasAgreed, isEnded, type Stage, stepsFrom, statusOf } from './candidate-stages.js';

const ALL: readonly Stage[] = [
  'IDENTIFIED',
  'APPROACHED',
  'EXPLORING',
  'AGREED',
  'SHADOWING',
  'READY',
  'APPOINTED',
  'DECLINED',
  'WITHDRAWN',
];

test.each([
  [[], 'SEEKING'],
  [['IDENTIFIED', 'EXPLORING'], 'SEEKING'],
  [['DECLINED', 'WITHDRAWN', 'APPROACHED'], 'SEEKING'],
  [['IDENTIFIED', 'AGREED'], 'CANDIDATE_AGREED'],
  [['AGREED', 'SHADOWING'], 'SHADOWING'],
  [['READY', 'SHADOWING', 'WITHDRAWN'], 'HANDING_OVER'],
] as [Stage[], string][])('candidates %j: %s', (stages, status) => {
  expect(statusOf(stages)).toBe(status);
});

test('a candidate who declined, withdrew or was appointed is done with', () => {
  expect(ALL.filter((stage) => stepsFrom(stage).length === 0)).toEqual([
    'APPOINTED',
    'DECLINED',
    'WITHDRAWN',
  ]);
  expect(ALL.filter(isEnded)).toEqual(['DECLINED', 'WITHDRAWN']);
});

test('nobody shadows or is ready without having agreed, and nobody is appointed by a step', () => {
  for (const stage of ALL) {
    if (!hasAgreed(stage)) expect(stepsFrom(stage)).not.toEqual(expect.arrayContaining(['SHADOWING']));
    if (!hasAgreed(stage)) expect(stepsFrom(stage)).not.toEqual(expect.arrayContaining(['READY']));
    expect(stepsFrom(stage)).not.toContain('APPOINTED');
    expect(stepsFrom(stage)).not.toContain(stage);
  }
  expect(FIRST_STAGES.filter((stage) => stage === 'SHADOWING' || stage === 'READY')).toEqual([]);
});

test('a candidate who agreed may withdraw from every stage, but cannot decline any more', () => {
  for (const stage of ALL.filter(hasAgreed)) {
    expect(stepsFrom(stage)).toContain('WITHDRAWN');
    expect(stepsFrom(stage)).not.toContain('DECLINED');
  }
});
