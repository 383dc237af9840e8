import { day } from '../../../kernel/clock.js';
import { DayWatch } from '../day-watch.js';
import { taskFindings } from './person-task-rules.js';

const FACTS = {
  id: 'task',
  regionId: 'region',
  madeOn: day('2026-11-25'),
  dueOn: day('2026-12-02'),
  doneOn: null,
  paused: null,
};

test.each([
  ['DIED', '2026-11-25', 'PERSON_DIED', 7, 'FEEL_WITH_FAMILY', '2026-12-03'],
  ['DIED', '2026-12-02', 'PERSON_DIED', 7, 'FEEL_WITH_FAMILY', '2026-12-03'],
  ['DIED', '2026-12-03', 'PERSON_DIED', 8, 'FEEL_WITH_FAMILY', undefined],
  ['DEATH_TAKEN_BACK', '2026-11-25', 'DEATH_TAKEN_BACK', 7, 'TELL_BY_TELEPHONE', '2026-12-03'],
  ['STOPPED', '2026-11-25', 'PERSON_STOPPED', 3, 'TELL_WHO_STOPPED', '2026-12-03'],
  ['STOP_TAKEN_BACK', '2026-12-03', 'STOP_TAKEN_BACK', 4, 'TELL_WHO_GOES_ON', undefined],
  ['NOTICE', '2026-11-25', 'NOTICE_OWED', 4, 'TELL_WITH_CARE', '2026-12-03'],
  ['LETTER', '2026-12-03', 'LETTER_WAITS', 4, 'SEND_LETTER', undefined],
  ['MOVED_AWAY', '2026-12-03', 'PERSON_MOVED_AWAY', 3, 'ASK_TO_INTRODUCE', undefined],
  ['MOVED_HERE', '2026-11-25', 'PERSON_MOVED_HERE', 2, 'WELCOME', '2026-12-03'],
  ['REGION_CHANGES', '2026-11-25', 'TELL_OF_CHANGE', 3, 'TELL_BY_LETTER', '2026-12-03'],
  ['CHANGE_IS_OFF', '2026-12-03', 'TELL_CHANGE_IS_OFF', 4, 'TELL_IT_IS_OFF', undefined],
  ['MOVE_TAKEN_BACK', '2026-11-25', 'MOVE_TAKEN_BACK', 2, 'READ_WHO_STAYS', '2026-12-03'],
] as const)('%s on %s is %s, %i', (kind, on, code, severity, action, changesOn) => {
  const watch = new DayWatch(day(on));
  expect(taskFindings({ ...FACTS, kind }, watch)).toMatchObject([
    { code, severity, action: { code: action } },
  ]);
  expect(watch.changesOn?.toString()).toBe(changesOn);
});

test('what is done needs nobody', () => {
  const watch = new DayWatch(day('2027-01-01'));
  expect(taskFindings({ ...FACTS, kind: 'DIED', doneOn: day('2026-11-26') }, watch)).toEqual([]);
});

test.each([
  ['LETTER', 0],
  ['MOVED_AWAY', 0],
  ['MOVED_HERE', 0],
  ['NOTICE', 1],
  ['DEATH_TAKEN_BACK', 1],
] as const)(
  '%s of somebody who is left alone is %i finding, and is looked at again after that',
  (kind, findings) => {
    const paused = { from: day('2026-11-26'), until: day('2026-11-30') };
    const watch = new DayWatch(day('2026-11-27'));
    expect(taskFindings({ ...FACTS, kind, paused }, watch)).toHaveLength(findings);
    if (findings === 0) expect(watch.changesOn?.toString()).toBe('2026-12-01');
  },
);
