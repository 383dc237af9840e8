import type { Locale } from '../../kernel/messages.js';

/** The next step that would help. */
export const ACTIONS = {
  OPEN_SUCCESSION: { nl: 'Start een opvolging.', en: 'Open a succession plan.' },
  ADD_CANDIDATE: { nl: 'Zoek een kandidaat-opvolger.', en: 'Find a candidate successor.' },
  MOVE_CANDIDATE: {
    nl: 'Praat verder met de kandidaat tot er een toezegging is.',
    en: 'Go on with the candidate until they agree.',
  },
  COMPLETE_SUCCESSION: { nl: 'Rond de opvolging af.', en: 'Complete the succession.' },
  ADD_CO_TREKKER: { nl: 'Zoek een co-trekker.', en: 'Find a co-trekker.' },
  SPREAD_LEAVING: {
    nl: 'Spreek af dat de trekkers na elkaar stoppen, en niet tegelijk.',
    en: 'Agree that the trekkers leave one after the other, not together.',
  },
  FINISH_HANDOVER: { nl: 'Werk de overdracht bij.', en: 'Bring the handover up to date.' },
  TALK_ABOUT_TENURE: {
    nl: 'Vraag de trekker hoe lang die nog door wil.',
    en: 'Ask the trekker how long they want to go on.',
  },
  ARRANGE_SUPPORT: {
    nl: 'Regel ondersteuning door een organisatie.',
    en: 'Arrange support by an organisation.',
  },
  CONTACT_NETWORK: {
    nl: 'Neem contact op met het netwerk en leg de activiteit vast.',
    en: 'Contact the network and record the activity.',
  },
  SHARE_ROLES: { nl: 'Verdeel de rollen over meer ouders.', en: 'Share the roles among more parents.' },
  NAME_CONTACT: {
    nl: 'Wijs een contactpersoon aan die bereikbaar is.',
    en: 'Name a contact person who can be reached.',
  },
  CONFIRM_TIE: {
    nl: 'Vraag de trekker of het kind nog op deze school zit.',
    en: 'Ask the trekker whether the child is still at this school.',
  },
  FILL_SEAT: { nl: 'Zoek iemand voor de zetel.', en: 'Find somebody for the seat.' },
  REAPPOINT_OR_REPLACE: {
    nl: 'Benoem degene die de zetel heeft opnieuw, of zoek een opvolger.',
    en: 'Appoint who holds the seat for another term, or find a successor.',
  },
  RENEW_TRAINING: {
    nl: 'Bespreek of de ouder de training wil herhalen, en leg de nieuwe vast.',
    en: 'Ask whether the parent wants to renew the training, and record the new one.',
  },
  ASK_CONSENT: {
    nl: 'Vraag de ouder of die gevonden wil blijven worden.',
    en: 'Ask the parent whether they still want to be found.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;

export type ActionCode = keyof typeof ACTIONS;
