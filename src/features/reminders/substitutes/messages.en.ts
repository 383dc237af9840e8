import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  substituteSubjects: {
    NAMED: 'You stand in for somebody else',
    ENDS: 'Your last day of standing in {past, select, yes {was} other {is}} {until, date}',
    OFF: 'After all not: you do not stand in',
  },
  substitutes: {
    NETWORK:
      'You stand in as a co-trekker of {place} for as long as {away, select, null {another parent} other {{away}}} is away: from {since, date}{until, select, null {{expected, select, null {} other {, as expected until {expected, date}}}} other { to {until, date}}}.',
    BODY: 'You are the alternate in {place} for as long as {away, select, null {somebody else} other {{away}}} is away: from {since, date}{until, select, null {{expected, select, null {} other {, as expected until {expected, date}}}} other { to {until, date}}}.',
    ENDS: 'You stand in for {away, select, null {somebody else} other {{away}}} at {place}. Your last day {past, select, yes {was} other {is}} {until, date}: after that you need not stand in any more. Thank you for doing this.',
    OFF: 'We wrote to you that you would stand in at {place} from {since, date}. That is not right any more. Our records have been changed.',
  },
  substituteNext: {
    NAMED: 'You stop as soon as they are back. Do you have a question, or can you not do it after all?',
    ENDS: 'Do you have a question, or is this not right?',
    OFF: 'There is nothing you need to do. Do you have a question?',
    whyNAMED: 'You get this message because somebody recorded that you stand in.',
    whyOFF: 'You get this message because we wrote to you before that you stand in.',
  },
} as const satisfies SameKeys<typeof nl>;
