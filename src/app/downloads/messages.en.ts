import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  file: {
    planned: 'Calendar {network}',
    name: 'Retirement schedule {years} {body}',
    leaves: '{body}: {seat}, {holder} leaves (term {term})',
    nobodyLeaves: 'Retirement schedule {body}: no term ends in {years}',
  },

  workbook: {
    leaving: 'Leaving',
    vacancies: 'Vacant',
    warnings: 'Points to note',
    year: 'Year',
    lastDay: 'Last day',
    seat: 'Seat',
    holder: 'Name',
    term: 'Term',
    again: 'Can be reappointed',
    stays: 'Stays until there is a successor',
    since: 'Vacant since',
    days: 'Days',
    warning: 'Warning',
    seats: 'Seats',
    yes: 'yes',
    no: 'no',
  },
} as const satisfies SameKeys<typeof nl>;
