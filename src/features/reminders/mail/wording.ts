import type { Locale } from '../../../kernel/messages.js';
import type { ReminderKind } from '../save-reminders.js';

/** The content of an email about one network. */
export interface Wording {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

export interface Told {
  readonly network: string;
  readonly on: string;
  /** it is about the reader */
  readonly self: boolean;
  /** the parent concerned; null if the reader may not know */
  readonly person: string | null;
  /** number of overdue handover items */
  readonly overdue: number;
  /** the day is in the past */
  readonly past: boolean;
  readonly alone: boolean;
  readonly byThemselves: boolean;
}

type Words = Readonly<Record<Locale, (told: Told) => Wording>>;

const expectedEnd: Words = {
  nl: ({ network, on, self, person, past }) =>
    self
      ? {
          subject: past
            ? `${network}: u zou stoppen op ${on}`
            : `${network}: u stopt naar verwachting op ${on}`,
          paragraphs: [
            `Volgens onze gegevens ${past ? 'was' : 'is'} ${on} uw laatste dag als trekker van ${network}.`,
            'Klopt dat? En weet u al wie u kan opvolgen? Laat het ons weten, dan regelen we het samen.',
          ],
        }
      : {
          subject: past
            ? `${network}: een trekker zou stoppen op ${on}`
            : `${network}: een trekker stopt naar verwachting op ${on}`,
          paragraphs: [
            `${person ?? 'Een trekker'} ${past ? 'zou stoppen' : 'stopt naar verwachting'} op ${on} als trekker van ${network}.`,
            'Zoek samen met de ouders op tijd een opvolger. Een goede overdracht kost maanden.',
          ],
        },
  en: ({ network, on, self, person, past }) =>
    self
      ? {
          subject: `${network}: you ${past ? 'were' : 'are'} expected to stop on ${on}`,
          paragraphs: [
            `As we know it, ${on} ${past ? 'was' : 'is'} your last day as a trekker of ${network}.`,
            'Is that right? And do you know who could succeed you? Tell us, and we will arrange it together.',
          ],
        }
      : {
          subject: `${network}: a trekker ${past ? 'was' : 'is'} expected to stop on ${on}`,
          paragraphs: [
            `${person ?? 'A trekker'} ${past ? 'was' : 'is'} expected to stop leading ${network} on ${on}.`,
            'Look for a successor in time, together with the parents. A good hand-over takes months.',
          ],
        },
};

const supportEnding: Words = {
  nl: ({ network, on }) => ({
    subject: `${network}: de ondersteuning stopt op ${on}`,
    paragraphs: [
      `Op ${on} eindigt de laatste afspraak over ondersteuning van ${network}.`,
      'Spreek samen af hoe het netwerk daarna wordt ondersteund.',
    ],
  }),
  en: ({ network, on }) => ({
    subject: `${network}: the support ends on ${on}`,
    paragraphs: [
      `The last agreement about support of ${network} ends on ${on}.`,
      'Agree together how the network is supported after that.',
    ],
  }),
};

const handoverOverdue: Words = {
  nl: ({ network, on, overdue }) => ({
    subject: `${network}: de overdracht loopt achter`,
    paragraphs: [
      `Punten van de overdracht bij ${network} die over tijd zijn: ${overdue}. Het eerste had op ${on} klaar moeten zijn.`,
      'Werk de lijst samen bij, of spreek nieuwe dagen af.',
    ],
  }),
  en: ({ network, on, overdue }) => ({
    subject: `${network}: the hand-over is behind`,
    paragraphs: [
      `Items of the hand-over of ${network} that are overdue: ${overdue}. The first should have been done on ${on}.`,
      'Bring the list up to date together, or agree on other days.',
    ],
  }),
};

// the reasons for the expected end are the parent's own affair: not a word about them
const tieUnconfirmed: Words = {
  nl: ({ network, self }) => ({
    subject: self ? `${network}: kloppen uw gegevens nog?` : `${network}: gegevens van een trekker nagaan`,
    paragraphs: self
      ? [
          'U hebt uw gegevens al een tijd niet bevestigd. Wij gebruiken ze om te weten tot wanneer u trekker bent.',
          'Wilt u nagaan of ze nog kloppen?',
        ]
      : [
          `Een trekker van ${network} heeft de eigen gegevens al een tijd niet bevestigd.`,
          'Wilt u samen met deze ouder nagaan of ze nog kloppen?',
        ],
  }),
  en: ({ network, self }) => ({
    subject: self
      ? `${network}: are your details still right?`
      : `${network}: check the details of a trekker`,
    paragraphs: self
      ? [
          'You have not confirmed your details for some time. We use them to know until when you are a trekker.',
          'Would you check whether they are still right?',
        ]
      : [
          `A trekker of ${network} has not confirmed their details for some time.`,
          'Would you check with this parent whether they are still right?',
        ],
  }),
};

const departure: Words = {
  nl: ({ network, on, person, alone, byThemselves }) => ({
    subject: `${network}: een trekker stopt, laatste dag ${on}`,
    paragraphs: [
      byThemselves
        ? `${person ?? 'Een trekker'} liet zelf weten te stoppen als trekker van ${network}. De laatste dag is ${on}.`
        : `Vastgelegd is dat ${person ?? 'een trekker'} stopt als trekker van ${network}. De laatste dag is ${on}.`,
      alone
        ? 'Daarna heeft het netwerk geen trekker. De waarnemer zorgt er dan voor. Zoek samen met de ouders een opvolger.'
        : 'Het netwerk houdt een trekker. Ga samen na of die het alleen aankan.',
    ],
  }),
  en: ({ network, on, person, alone, byThemselves }) => ({
    subject: `${network}: a trekker stops, last day ${on}`,
    paragraphs: [
      byThemselves
        ? `${person ?? 'A trekker'} told us that they stop leading ${network}. The last day is ${on}.`
        : `It was recorded that ${person ?? 'a trekker'} stops leading ${network}. The last day is ${on}.`,
      alone
        ? 'After that the network has no trekker; its caretaker looks after it. Look for a successor with the parents.'
        : 'The network keeps a trekker. Find out together whether they can carry it alone.',
    ],
  }),
};

const WORDS: Readonly<Record<ReminderKind, Words>> = {
  EXPECTED_END: expectedEnd,
  SUPPORT_ENDING: supportEnding,
  HANDOVER_OVERDUE: handoverOverdue,
  TIE_UNCONFIRMED: tieUnconfirmed,
  DEPARTURE: departure,
};

export function wordingOf(kind: ReminderKind, locale: Locale, told: Told): Wording {
  return WORDS[kind][locale](told);
}
