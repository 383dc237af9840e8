/** What stands in files that are downloaded. */
export const nl = {
  file: {
    planned: 'Agenda {network}',
    name: 'Rooster van aftreden {years} {body}',
    /** of a day in a calendar */
    leaves: 'Aftreden {body}: {seat}, {holder} (termijn {term})',
    nobodyLeaves: 'Rooster van aftreden {body}: in {years} eindigt geen termijn',
  },

  /** sheets and the heads of their columns */
  workbook: {
    leaving: 'Wie stopt',
    vacancies: 'Vacant',
    warnings: 'Let op',
    year: 'Jaar',
    lastDay: 'Laatste dag',
    seat: 'Zetel',
    holder: 'Wie',
    term: 'Termijn',
    again: 'Mag nog een termijn',
    stays: 'Blijft tot er een opvolger is',
    since: 'Vacant sinds',
    days: 'Dagen',
    warning: 'Waarschuwing',
    seats: 'Zetels',
    yes: 'ja',
    no: 'nee',
  },
} as const;
