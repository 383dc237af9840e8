import { type Failure } from '../../../kernel/failure.js';
import { decide } from './decide.js';

const EITHER = { key: 'a', kind: 'PHONE', choices: ['SURVIVOR', 'OTHER'] } as const;
const ONE = { key: 'b', kind: 'PROFILE', choices: ['SURVIVOR'] } as const;
const NONE = { key: 'c', kind: 'SEAT', choices: [] } as const;

function outcome(clashes: Parameters<typeof decide>[0], given: Parameters<typeof decide>[1]) {
  try {
    return decide(clashes, given).map(({ key, counts }) => `${key} ${counts}`);
  } catch (error) {
    return (error as Failure).problems.map(({ code, path, params }) => [
      code,
      path.slice(2).join(),
      params['kind'] ?? null,
    ]);
  }
}

test.each<[what: string, ...Parameters<typeof decide>, unknown]>([
  ['nothing is asked', [], [], []],
  [
    'all is decided',
    [EITHER, ONE],
    [
      { clash: 'a', counts: 'OTHER' },
      { clash: 'b', counts: 'SURVIVOR' },
    ],
    ['a OTHER', 'b SURVIVOR'],
  ],
  [
    'the last word counts',
    [EITHER],
    [
      { clash: 'a', counts: 'OTHER' },
      { clash: 'a', counts: 'SURVIVOR' },
    ],
    ['a SURVIVOR'],
  ],
  [
    'each that is not decided is named',
    [EITHER, ONE],
    [],
    [
      ['MERGE_UNDECIDED', '', 'PHONE'],
      ['MERGE_UNDECIDED', '', 'PROFILE'],
    ],
  ],
  ['what cannot be chosen is put right first', [NONE], [], [['MERGE_BLOCKED', '', 'SEAT']]],
  [
    'what is no choice is refused',
    [ONE],
    [
      { clash: 'x', counts: 'OTHER' },
      { clash: 'b', counts: 'OTHER' },
      { clash: 'b', counts: 'SURVIVOR' },
    ],
    [
      ['NO_SUCH_CHOICE', '0', null],
      ['NO_SUCH_CHOICE', '1', null],
    ],
  ],
])('%s', (_, clashes, given, expected) => {
  expect(outcome(clashes, given)).toEqual(expected);
});
