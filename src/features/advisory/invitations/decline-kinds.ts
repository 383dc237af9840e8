/** Why a parent declines, in a parent's words: one of these is chosen; adding more is optional. */
export const DECLINE_KINDS = {
  NO_TIME: { nl: 'Ik heb er geen tijd voor.', en: 'I have no time for it.' },
  NOT_NOW: { nl: 'Nu niet, misschien later.', en: 'Not now, perhaps later.' },
  NOT_THIS_BODY: { nl: 'Deze groep past niet bij mij.', en: 'This group does not suit me.' },
  NOT_THIS_SUBJECT: { nl: 'Dit onderwerp past niet bij mij.', en: 'This subject does not suit me.' },
  TOO_FAR: { nl: 'Het is te ver weg.', en: 'It is too far away.' },
  PERSONAL: { nl: 'Om persoonlijke redenen.', en: 'For personal reasons.' },
  OTHER: { nl: 'Om een andere reden.', en: 'For another reason.' },
} as const;

export type DeclineKindCode = keyof typeof DECLINE_KINDS;

export function isDeclineKind(text: string): text is DeclineKindCode {
  return Object.hasOwn(DECLINE_KINDS, text);
}
