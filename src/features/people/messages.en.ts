import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    BAD_LANGUAGE: 'Give the language as an existing code of two or three letters, for example nl, ar or tig.',
    CONSENT_NEEDED:
      'This may say something of health. It may be kept only if the parent explicitly says yes to it: record that first, for {purpose}.',
    YEAR_LEVEL_OUT_OF_RANGE:
      'There is no year {value} in {stage, select, BO {primary school} SBO {special primary school} SO {special education} PO {primary education} VSO {special secondary education} PRO {practical training} other {{stage}}}. Choose {min} to {max}.',
    NOT_THEIR_PERSPECTIVE:
      'This person does not take part as that. Choose one of their perspectives, or add it to the person first.',
    NOT_A_SCHOOL: 'This organisation is not a school.',
    PERSON_DECEASED: 'This person has died. If that is a mistake, take it back first.',
    CONTACT_PAUSED: 'This person is left alone until {until, date}.',
    NAME_HIDDEN:
      'The family wants this name hidden. Must something in it change? Then show the name first, change it, and hide it again.',
    OTHER_REGION: 'This municipality does not belong to the region.',
  },
} as const satisfies SameKeys<typeof nl>;
