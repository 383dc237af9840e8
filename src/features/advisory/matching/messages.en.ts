import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  about: {
    THEME: 'Experience with a theme, or with one below it.',
    LEVEL: 'Experience at a level: around the child, in projects, or in policy.',
    TRAINING: 'A training that is valid today.',
    DOMAIN: 'Experience in education, health care or youth care.',
    REGION: 'Living in a region.',
    LANGUAGE: 'Speaking a language.',
    DAY_PART: 'Being available in a part of the day or week.',
    PERSPECTIVE: 'Being a parent, a young person or a professional.',
    NOT_FOR_SEATS: 'Does not wish to take a seat.',
    PAUSED: 'Is taking a break.',
    MAX_SEATS: 'Does not want more seats than now.',
    IN_COOLDOWN: 'Said no to the body in the past six months.',
    BRINGS_OTHERS_EXPERIENCE: 'Brings in the experience of other parents too.',
    CONNECTS_WITH_PROFESSIONALS: 'Relates to the way professionals work.',
    SEATS_HELD: 'Each seat that the parent holds now, anywhere.',
    ASKED_LATELY: 'Each time the parent was invited for a seat in the past six months, by anybody.',
  },

  met: {
    THEME: 'Has experience with: {what}.',
    LEVEL: 'Contributes {what}.',
    TRAINING: 'Has a valid training: {what}.',
    DOMAIN: 'Knows the {what} domain.',
    REGION: 'Lives in {what}.',
    LANGUAGE: 'Speaks {what}.',
    DAY_PART: 'Is available {what}.',
    PERSPECTIVE: 'Can take part as a {what}.',
  },
  missing: {
    THEME: 'Lacks experience with: {what}.',
    LEVEL: 'Does not contribute {what}.',
    TRAINING: 'Lacks a valid training: {what}.',
    DOMAIN: 'Does not know the {what} domain.',
    REGION: 'Does not live in {what}.',
    LANGUAGE: 'Does not speak {what}.',
    DAY_PART: 'Is not available {what}.',
    PERSPECTIVE: 'Is not a {what}.',
  },
  unknown: {
    THEME: 'It is not known whether they have experience with: {what}.',
    LEVEL: 'It is not known whether they contribute {what}.',
    TRAINING: 'It is not known whether they have a valid training: {what}.',
    DOMAIN: 'It is not known whether they know the {what} domain.',
    REGION: 'It is not known whether they live in {what}.',
    LANGUAGE: 'It is not known whether they speak {what}.',
    DAY_PART: 'It is not known whether they are available {what}.',
    PERSPECTIVE: 'It is not known whether they are a {what}.',
  },

  stops: {
    NOT_FOR_SEATS: 'Does not wish to take a seat.',
    PAUSED: 'Is taking a break.',
    MAX_SEATS: 'Does not want more seats than now.',
    IN_COOLDOWN: 'Said no to this body in the past six months.',
  },

  statementsMet: {
    BRINGS_OTHERS_EXPERIENCE: 'Brings in the experience of other parents too.',
    CONNECTS_WITH_PROFESSIONALS: 'Relates to the way professionals work.',
  },
  statementsMissing: {
    BRINGS_OTHERS_EXPERIENCE: 'Speaks mainly from their own experience.',
    CONNECTS_WITH_PROFESSIONALS: 'Does not yet relate to the way professionals work.',
  },
  statementsUnknown: {
    BRINGS_OTHERS_EXPERIENCE: 'It is not known whether they bring in the experience of other parents too.',
    CONNECTS_WITH_PROFESSIONALS: 'It is not known whether they relate to the way professionals work.',
  },

  fairness: {
    SEATS_HELD:
      '{count, plural, =0 {Holds no seat now.} one {Holds one seat now.} other {Holds {count} seats now.}}',
    ASKED_LATELY:
      'Was {count, plural, =0 {not invited} one {invited once} other {invited {count} times}} in the past six months.',
  },

  asked: {
    ONDERWIJS: 'education',
    ZORG: 'health care',
    JEUGD: 'youth care',
    KIND: 'around the child',
    UITVOERING: 'in projects',
    BELEID: 'in policy',
    MORNING: 'in the morning',
    AFTERNOON: 'in the afternoon',
    EVENING: 'in the evening',
    WEEKEND: 'at the weekend',
    OUDER: 'parent',
    JONGERE: 'young person',
    PROFESSIONAL: 'professional',
  },
} as const satisfies SameKeys<typeof nl>;
