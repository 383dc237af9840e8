import type { Locale } from '../../../kernel/messages.js';
import type { DeclineKindCode } from '../../advisory/invitations/decline-kinds.js';
import type { Wording } from '../mail/wording.js';

/** What an email about an invitation can say. */
export interface ToldOfQuestion {
  readonly body: string;
  readonly seat: string;
  /** the parent's name; null where the reader may not know it */
  readonly person: string | null;
  /** null: not even that may be shown any more */
  readonly pseudonym: string | null;
  /** the network through which the invitation comes; null = none */
  readonly network: string | null;
  /** the message of the body, by paragraph */
  readonly message: readonly string[];
  /** the last day to answer */
  readonly until: string;
  readonly answered: boolean;
  readonly decline_kind: DeclineKindCode | null;
}

export interface QuestionWording extends Wording {
  /** why the reader gets it */
  readonly why: string;
}

type Words<Said = QuestionWording> = Readonly<Record<Locale, (told: ToldOfQuestion) => Said>>;

const WHY_PARENT = {
  nl: 'U krijgt dit bericht omdat u als ervaringsdeskundige gevonden mag worden. Wilt u dat niet meer? Trek uw toestemming in, of vraag het de coördinator van uw regio.',
  en: 'You get this message because you let yourself be found as an ervaringsdeskundige. No longer? Withdraw your consent, or ask the coordinator of your region.',
};
const WHY_REGION = {
  nl: 'U krijgt dit bericht omdat deze ouder bij uw regio hoort.',
  en: 'You get this message because this parent belongs to your region.',
};

/** To the parent. */
export const QUESTION: Words<QuestionWording & { readonly answer: string }> = {
  nl: ({ body, seat, network, message, until }) => ({
    subject: `${body}: wilt u meedenken?`,
    paragraphs: [
      network
        ? `Via uw oudernetwerk ${network} krijgt u een vraag van ${body}: wilt u meedoen op de zetel “${seat}”?`
        : `U krijgt een vraag van ${body}: wilt u meedoen op de zetel “${seat}”?`,
      ...(message.length > 0 ? [`${body} schrijft u:`, ...message] : []),
      'De secretaris weet nog niet wie u bent. Zegt u ja, dan ziet de secretaris uw naam, e-mailadres en telefoonnummer. Zegt u nee, dan blijft uw naam onbekend.',
      `Antwoord tot en met ${until}. Nee zeggen mag altijd.`,
    ],
    answer: 'Bekijk de vraag en antwoord',
    why: WHY_PARENT.nl,
  }),
  en: ({ body, seat, network, message, until }) => ({
    subject: `${body}: would you think along?`,
    paragraphs: [
      network
        ? `Through your parent network ${network} you get a question from ${body}: would you take the seat “${seat}”?`
        : `You get a question from ${body}: would you take the seat “${seat}”?`,
      ...(message.length > 0 ? [`${body} writes to you:`, ...message] : []),
      'The secretary does not know yet who you are. If you say yes, they see your name, e-mail address and telephone number. If you say no, your name stays unknown.',
      `Answer up to and including ${until}. You can always say no.`,
    ],
    answer: 'Look at the question and answer',
    why: WHY_PARENT.en,
  }),
};

/** To the region of a parent who cannot be reached by email. */
export const WAITING: Words = {
  nl: ({ body, seat, person, until }) => ({
    subject: 'Er wacht een vraag op een ouder uit uw regio',
    paragraphs: [
      `${body} vraagt ${person ?? 'een ouder uit uw regio'} voor de zetel “${seat}”. Wij hebben geen e-mailadres van deze ouder.`,
      `Wilt u bellen en vertellen dat er een vraag wacht? De ouder antwoordt zelf, na inloggen, tot en met ${until}.`,
      'Legt u een e-mailadres vast, dan sturen wij de vraag daarheen.',
    ],
    why: WHY_REGION.nl,
  }),
  en: ({ body, seat, person, until }) => ({
    subject: 'A question waits for a parent of your region',
    paragraphs: [
      `${body} asks ${person ?? 'a parent of your region'} for the seat “${seat}”. We have no e-mail address of this parent.`,
      `Would you call and tell that a question waits? The parent answers by signing in, up to and including ${until}.`,
      'If you record an e-mail address, we send the question there.',
    ],
    why: WHY_REGION.en,
  }),
};

type Because = 'BY_SECRETARY' | 'SEAT_FILLED' | 'SEAT_ABOLISHED';

const BECAUSE: Readonly<Record<Because, Words<string>>> = {
  BY_SECRETARY: {
    nl: ({ body, seat }) => `${body} trekt de vraag voor de zetel “${seat}” in.`,
    en: ({ body, seat }) => `${body} withdraws the question for the seat “${seat}”.`,
  },
  SEAT_FILLED: {
    nl: ({ body, seat }) => `Voor de zetel “${seat}” van ${body} is iemand anders benoemd.`,
    en: ({ body, seat }) => `Somebody else was appointed to the seat “${seat}” of ${body}.`,
  },
  SEAT_ABOLISHED: {
    nl: ({ body, seat }) => `De zetel “${seat}” van ${body} wordt opgeheven.`,
    en: ({ body, seat }) => `The seat “${seat}” of ${body} is abolished.`,
  },
};

/** To the invited parent, or to their region if no email reaches them. */
export function closedWording(
  locale: Locale,
  because: string,
  toParent: boolean,
  told: ToldOfQuestion,
): QuestionWording {
  const reason = BECAUSE[because as Because][locale](told);
  const { subject, after, thanks, tell } = AFTER[locale](told);
  return toParent
    ? { subject, paragraphs: [reason, after, thanks], why: WHY_PARENT[locale] }
    : { ...tell, paragraphs: [reason, ...tell.paragraphs], why: WHY_REGION[locale] };
}

interface After {
  readonly subject: string;
  readonly after: string;
  readonly thanks: string;
  readonly tell: Wording;
}

const AFTER: Words<After> = {
  nl: ({ body, person, answered }) => ({
    subject: `${body}: de vraag aan u is gesloten`,
    after: answered
      ? 'De secretaris ziet uw naam en contactgegevens niet meer.'
      : 'Uw naam is niet gedeeld. U hoeft niets te doen.',
    thanks: 'Fijn dat u mee wilt denken.',
    tell: {
      subject: 'De vraag aan een ouder uit uw regio is gesloten',
      paragraphs: [`Wilt u ${person ?? 'deze ouder'} bellen en vertellen dat er geen vraag meer wacht?`],
    },
  }),
  en: ({ body, person, answered }) => ({
    subject: `${body}: the question to you is closed`,
    after: answered
      ? 'The secretary no longer sees your name and contact details.'
      : 'Your name was not shared. There is nothing you need to do.',
    thanks: 'It is good that you are willing to think along.',
    tell: {
      subject: 'The question to a parent of your region is closed',
      paragraphs: [`Would you call ${person ?? 'this parent'} and tell that no question waits any more?`],
    },
  }),
};
