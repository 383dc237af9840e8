import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    SAME_RECORD: 'This is the same person twice: name two different ones.',
    MERGE_UNDECIDED:
      'Choose first what counts: {kind, select, TREKKERSCHAP {who led on the same days} MEMBERSHIP {which membership counts on the same days} CANDIDATE {which conversation goes on} PROFILE {which profile stays} ACCOUNT {which account stays} EMAIL {which email address is right} PHONE {which telephone number is right} other {what is there twice}}.',
    MERGE_BLOCKED:
      'This is possible once one of them is gone: {kind, select, TREKKERSCHAP {two trekkerschappen that overlap} MEMBERSHIP {two memberships that overlap} PLAN {two searches for a successor} SEAT {two seats at once} INVITATION {two invitations for one seat} ABSENCE {two absences at once} MOVE {two moves} other {what is there twice}}. Put that right first.',
    NO_SUCH_CHOICE: 'This cannot be chosen here. Ask for the preview again.',
    NOT_MERGED: 'This is not, or no longer, a part of another record.',
    MERGED_SINCE: 'That became one with another record since. Take that back first.',
    MERGED_TOO_LONG_AGO: 'It could be taken back until {until, date}.',
  },
} as const satisfies SameKeys<typeof nl>;
