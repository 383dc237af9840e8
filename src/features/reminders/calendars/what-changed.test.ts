import { day } from '../../../kernel/clock.js';
import { changeFor, type Copy } from './what-changed.js';

const TODAY = day('2026-11-25');
const JUNE = day('2027-06-30');
const JULY = day('2027-07-31');

const copy: Copy = {
  what: 'TREKKERSCHAP_END',
  was: JUNE,
  isOff: false,
  now: JUNE,
  isOtherwise: false,
  reader: 'PERSON',
  mayKnow: true,
  reminders: true,
  digest: false,
};
const account = { reader: 'ACCOUNT' as const, digest: true };
const unsubscribed = { reminders: false };
const otherwise = { what: 'ACTIVITY' as const, isOtherwise: true };

test.each<[string, Partial<Copy>, string | null]>([
  ['nothing moved', {}, null],
  ['it moved', { now: JULY }, '2027-07-31'],
  ['it moved to today', { now: TODAY }, '2026-11-25'],
  ['it is off', { now: null }, 'off'],
  ['it was before today, and the reader expected it later', { now: day('2026-11-24') }, 'off'],
  ['it is today, and off', { was: TODAY, now: null }, 'off'],
  ['it has passed, and moves', { was: day('2026-11-24'), now: JULY }, null],
  ['it has passed, and is off', { was: day('2026-11-24'), now: null }, null],
  ['the reader knows that it is off', { isOff: true, now: null }, null],
  ['it was off and is on again', { isOff: true, now: JUNE }, '2027-06-30'],
  ['it was off and is on again, on a day that passed', { isOff: true, now: day('2026-11-24') }, null],
  ['it moved, and is no business of the reader any more', { now: JULY, mayKnow: false }, 'off'],
  ['it stands, and is no business of the reader any more', { mayKnow: false }, null],
  [
    'it is on again, and is no business of the reader any more',
    { isOff: true, now: JULY, mayKnow: false },
    null,
  ],
  ['it moved, and the reader wants no reminders', { now: JULY, ...unsubscribed }, 'off'],
  ['it is off, and the reader wants no reminders', { now: null, ...unsubscribed }, 'off'],
  ['it is on again, and the reader wants no reminders', { isOff: true, now: JULY, ...unsubscribed }, null],
  ['it moved, and an account wants no reminders', { now: JULY, ...account, ...unsubscribed }, 'off'],
  ['it moved, and an account wants no mail', { now: JULY, ...account, ...unsubscribed, digest: false }, null],
  [
    'it is off, and an account wants no mail',
    { now: null, ...account, ...unsubscribed, digest: false },
    null,
  ],
  [
    'work moved, and the account wants no digest',
    { what: 'WORK_DUE', now: JULY, ...account, digest: false },
    'off',
  ],
  [
    'work moved, and the account wants no reminders',
    { what: 'WORK_DUE', now: JULY, ...account, ...unsubscribed },
    '2027-07-31',
  ],
  [
    'a term that was exported moves, and the account wants no reminders',
    { what: 'SEAT_TERM_END', now: JULY, ...account, ...unsubscribed },
    null,
  ],
  ['it begins at another time, or is in another place', otherwise, '2027-06-30'],
  ['it is otherwise, on another day', { ...otherwise, now: JULY }, '2027-07-31'],
  ['it is otherwise, and off', { ...otherwise, now: null }, 'off'],
  [
    'it has passed, and was otherwise',
    { ...otherwise, was: day('2026-11-24'), now: day('2026-11-24') },
    null,
  ],
  ['it is otherwise, and no business of the reader any more', { ...otherwise, mayKnow: false }, null],
  ['it is otherwise, and the reader wants no reminders', { ...otherwise, ...unsubscribed }, '2027-06-30'],
  [
    'it is otherwise, and an account wants no mail',
    { ...otherwise, ...account, ...unsubscribed, digest: false },
    null,
  ],
  [
    'an invitation is off, whatever mail is wanted',
    { what: 'ANSWER_DUE', now: null, ...account, ...unsubscribed, digest: false },
    'off',
  ],
])('%s', (_when, given, told) => {
  const change = changeFor({ ...copy, ...given }, TODAY);
  expect(change === null ? null : (change.on?.toString() ?? 'off')).toBe(told);
});
