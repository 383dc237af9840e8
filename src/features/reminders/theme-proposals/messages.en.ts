import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  themeProposalMail: {
    subjectPROPOSED: 'A region proposes a theme: {label}',
    subjectADOPTED: 'The theme that your region proposed is in the list: {theme}',
    subjectDECLINED: 'The theme that your region proposed does not come into the list: {label}',
    PROPOSED: 'The region {region} misses the theme “{label}” in the list, and writes why:',
    ADOPTED: 'Your region proposed the theme “{label}”. It is in the list now, as “{theme}”.',
    DECLINED: 'Your region proposed the theme “{label}”. It does not come into the list, and this is why:',
    decide:
      'You decide: adopt it, name the theme that there is for it already, or say why it does not come into the list.',
    whyOffice: 'You get this message because you manage the list of themes.',
    whyRegion: 'You get this message because your region proposed this theme.',
  },
} as const satisfies SameKeys<typeof nl>;
