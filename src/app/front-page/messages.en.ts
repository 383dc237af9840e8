import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  page: {
    title: 'Oudernetwerken',
    about:
      'This service helps regional networks of parents to last: it knows who leads a network and until when, and helps to find a successor in time.',
    noData: 'There are no data on this page. Programs ask for them with GraphQL, for whoever is signed in.',
    endpoint: 'Where programs ask for data and change them.',
    explorer: 'Where you can sign in, try a query and read what you can ask for.',
    live: 'Says whether the service runs.',
    ready: 'Says whether the service and its database are ready for requests.',
    docs: 'The documentation comes with the source code: begin with {start}, then look in the folder {folder}. All that you can ask for is in {schema}.',
  },
} as const satisfies SameKeys<typeof nl>;
