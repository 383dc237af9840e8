import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    ALREADY_REGISTERED: 'This person is already registered as an ervaringsdeskundige.',
    NOT_A_PARENT: 'Only somebody who takes part as a parent can become an ervaringsdeskundige.',
    ONLY_SELF_DECLARED:
      'Are you saying this about yourself? Then choose "self-declared". If it was established in another way, a coordinator records that.',
    ESTABLISHED_BY_COORDINATOR:
      'A coordinator established this. Ask the coordinator of your region to change it.',
    ORGANISATION_OR_MUNICIPALITY: 'Choose an organisation or a municipality, not both.',
    PLACE_NEEDED:
      'Choose where somebody may be found: in their own region, also by bodies that the region has agreements with, or in the whole country.',
    ONE_PLACE: 'Choose one place: the region with its agreements has a text of its own.',
    ON_PAPER_ONLY:
      'Beyond their own region it takes the parent’s own choice online, or their signature on paper.',
    WIDER_THAN_GIVEN:
      'The parent allowed less themselves, or took their consent back. Only the parent can widen that, online.',
    OTHER_CONSENT_TEXT: 'The consent text has changed. Show version {version} and ask again.',
    OTHER_CHANNEL:
      'Only the parent themselves can consent online. Are you doing this on behalf of a parent? Then choose how they told you: on paper, by telephone or in a conversation.',
    NO_PLACE_LEFT:
      'Too many different languages or themes are in use. Choose one that is in use already, or ask the administrator for help.',
    NO_CONSENT: 'There is no consent to withdraw.',
  },
} as const satisfies SameKeys<typeof nl>;
