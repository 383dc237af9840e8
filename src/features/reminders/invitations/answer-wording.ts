import type { Locale } from '../../../kernel/messages.js';
import { DECLINE_KINDS } from '../../advisory/invitations/decline-kinds.js';
import type { QuestionWording, ToldOfQuestion } from './question-wording.js';

/** The outcome of an invitation: the parent's answer, or that there will be none. */
export type Outcome = 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'CONSENT_WITHDRAWN' | 'PERSON_WITHDREW';

/** The subject, and then the paragraphs. */
type Lines = readonly [string, ...string[]];
type Words = Readonly<Record<Locale, (told: ToldOfQuestion) => Lines>>;

const WHY = {
  nl: 'U krijgt dit bericht omdat u de zetels van deze groep vervult.',
  en: 'You get this message because you fill the seats of this body.',
};
const NEXT = { nl: 'Vraag iemand anders.', en: 'Ask somebody else.' };
const nl = ({ pseudonym }: ToldOfQuestion) => pseudonym ?? 'De ouder die u vroeg';
const en = ({ pseudonym }: ToldOfQuestion) => pseudonym ?? 'The parent whom you asked';

const WORDS: Readonly<Record<Outcome, Words>> = {
  ACCEPTED: {
    nl: (told) => [
      'ja op uw vraag',
      `${nl(told)} zegt ja op uw vraag voor de zetel “${told.seat}”.`,
      'U ziet nu de naam, het e-mailadres en het telefoonnummer van deze ouder in de oudernetwerken. Neem snel contact op, en leg daarna de benoeming vast.',
    ],
    en: (told) => [
      'yes to your question',
      `${en(told)} says yes to your question for the seat “${told.seat}”.`,
      'You now see the name, e-mail address and telephone number of this parent in the parent networks. Get in touch soon, and record the appointment after that.',
    ],
  },
  DECLINED: {
    nl: (told) => [
      'nee op uw vraag',
      `${nl(told)} zegt nee op uw vraag voor de zetel “${told.seat}”.`,
      ...(told.decline_kind ? [`De reden: ${DECLINE_KINDS[told.decline_kind].nl}`] : []),
      `Laat deze ouder het komende half jaar met rust. ${NEXT.nl}`,
    ],
    en: (told) => [
      'no to your question',
      `${en(told)} says no to your question for the seat “${told.seat}”.`,
      ...(told.decline_kind ? [`The reason: ${DECLINE_KINDS[told.decline_kind].en}`] : []),
      `Leave this parent in peace for the next six months. ${NEXT.en}`,
    ],
  },
  EXPIRED: {
    nl: ({ seat, until }) => [
      'geen antwoord op uw vraag',
      `Op uw vraag voor de zetel “${seat}” kwam geen antwoord. Antwoorden kon tot en met ${until}.`,
      NEXT.nl,
    ],
    en: ({ seat, until }) => [
      'no answer to your question',
      `Your question for the seat “${seat}” was not answered. It could be, up to and including ${until}.`,
      NEXT.en,
    ],
  },
  CONSENT_WITHDRAWN: {
    nl: ({ seat }) => [
      'uw vraag is gesloten',
      `Op een vraag voor de zetel “${seat}” komt geen antwoord meer.`,
      NEXT.nl,
    ],
    en: ({ seat }) => [
      'your question was closed',
      `A question for the seat “${seat}” will not be answered any more.`,
      NEXT.en,
    ],
  },
  PERSON_WITHDREW: {
    nl: (told) => [
      'toch nee op uw vraag',
      `${nl(told)} zei ja op uw vraag voor de zetel “${told.seat}”, maar ziet er toch van af.`,
      `U ziet de naam en contactgegevens niet meer. ${NEXT.nl}`,
    ],
    en: (told) => [
      'no to your question after all',
      `${en(told)} said yes to your question for the seat “${told.seat}”, but decided against it.`,
      `You no longer see the name and contact details. ${NEXT.en}`,
    ],
  },
};

/** To the sender of the invitation. */
export function answeredWording(locale: Locale, outcome: string, told: ToldOfQuestion): QuestionWording {
  const [subject, ...paragraphs] = WORDS[outcome as Outcome][locale](told);
  return { subject: `${told.body}: ${subject}`, paragraphs, why: WHY[locale] };
}
