import { escapeHtml } from '../../kernel/html.js';
import type { Locale } from '../../kernel/messages.js';
import { LONGEST_DECLINE_REASON } from '../../features/advisory/invitations/answer-invitation.js';
import { DECLINE_KINDS } from '../../features/advisory/invitations/decline-kinds.js';
import type { Question } from '../../features/advisory/invitations/answer-by-link.js';
import { plainPage } from './plain-page.js';

/** An answer that cannot be accepted as it is. */
export interface Refused {
  readonly reason: string;
  readonly kind: string;
  readonly messages: readonly string[];
}

const UNKNOWN = plainPage(
  'Deze link werkt niet',
  `<p>Gebruik de link uit het bericht dat u van ons kreeg, of vraag het de coördinator van uw regio.</p>
<p lang="en">This link does not work. Use the one in the message that you got from us, or ask the coordinator of your region.</p>`,
);

const TOO_FAST = plainPage(
  'Even wachten',
  `<p>Probeer het over een minuut nog eens.</p><p lang="en">Please try again in a minute.</p>`,
);

export const PAGES_FOR_ALL = { unknown: UNKNOWN, tooFast: TOO_FAST } as const;

/** The invitation with its form, or its outcome. */
export function questionPage(question: Question, refused: Refused | null = null): string {
  const { locale, body, status } = question;
  const words = WORDS[locale];
  const main = status === 'ASKED' ? askingPart(question, refused) : paragraph(words.over(question));
  return plainPage(`${body}: ${words.title}`, main, locale);
}

function askingPart(question: Question, refused: Refused | null): string {
  const { locale, body, message } = question;
  const words = WORDS[locale];
  const kinds = Object.entries(DECLINE_KINDS).map(([code, sentence]) => {
    const chosen = code === (refused?.kind ?? 'OTHER') ? ' selected' : '';
    return `<option value="${code}"${chosen}>${escapeHtml(sentence[locale])}</option>`;
  });
  return `${refused ? `<div role="alert">${refused.messages.map(paragraph).join('')}</div>` : ''}
${paragraph(words.question(question))}
${message ? `${paragraph(words.writes(body))}<blockquote>${escapeHtml(message)}</blockquote>` : ''}
${words.consequences(question).map(paragraph).join('\n')}
<form method="post"><button name="answer" value="yes">${words.yes}</button></form>
<form method="post">
<label for="kind">${words.why}</label><select id="kind" name="kind">${kinds.join('')}</select>
<label for="reason">${words.more}</label>
<textarea id="reason" name="reason" rows="4" maxlength="${LONGEST_DECLINE_REASON}">${escapeHtml(refused?.reason ?? '')}</textarea>
<button class="no" name="answer" value="no">${words.no}</button></form>
`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

interface Words {
  readonly title: string;
  readonly question: (question: Question) => string;
  readonly writes: (body: string) => string;
  readonly consequences: (question: Question) => readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly why: string;
  readonly more: string;
  readonly over: (question: Question) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  nl: {
    title: 'wilt u meedenken?',
    question: ({ body, seat, network }) =>
      `${network ? `Via uw oudernetwerk ${network} vraagt ${body}` : `${body} vraagt`} u voor de zetel “${seat}”.`,
    writes: (body) => `${body} schrijft u:`,
    consequences: ({ until }) => [
      'Zegt u ja? Dan ziet de secretaris uw naam, e-mailadres en telefoonnummer, en neemt contact met u op. U kunt daarna nog van gedachten veranderen.',
      'Zegt u nee? Dan blijft uw naam onbekend. Deze groep laat u daarna een half jaar met rust, tenzij er een goede reden is.',
      `U kunt antwoorden tot en met ${until}.`,
    ],
    yes: 'Ja, ik wil meedenken',
    no: 'Nee, dank u',
    why: 'Wilt u niet? Zeg waarom:',
    more: 'Wilt u er iets bij zeggen? Het hoeft niet.',
    over: ({ status, answeredOn, until }) =>
      ({
        ACCEPTED: `U zei ja op ${answeredOn}. De secretaris ziet nu uw naam, e-mailadres en telefoonnummer, en neemt contact met u op. Toch niet? Log in en trek uw antwoord in, of zeg het tegen de secretaris.`,
        APPOINTED: `U zei ja op ${answeredOn}, en bent benoemd.`,
        DECLINED: `U zei nee op ${answeredOn}. Uw naam is niet gedeeld. Dank u voor uw antwoord.`,
        EXPIRED: `U kon antwoorden tot en met ${until}. Uw naam is niet gedeeld.`,
        WITHDRAWN: 'Deze vraag is gesloten. U hoeft niets te doen.',
        ASKED: '',
      })[status],
  },
  en: {
    title: 'would you think along?',
    question: ({ body, seat, network }) =>
      `${network ? `Through your parent network ${network}, ${body}` : body} asks you for the seat “${seat}”.`,
    writes: (body) => `${body} writes to you:`,
    consequences: ({ until }) => [
      'You say yes? Then the secretary sees your name, e-mail address and telephone number, and gets in touch with you. You can still change your mind after that.',
      'You say no? Then your name stays unknown. This group leaves you in peace for six months after that, unless there is a good reason.',
      `You can answer up to and including ${until}.`,
    ],
    yes: 'Yes, I would like to',
    no: 'No, thank you',
    why: 'You would rather not? Say why:',
    more: 'Would you like to add something? You need not.',
    over: ({ status, answeredOn, until }) =>
      ({
        ACCEPTED: `You said yes on ${answeredOn}. The secretary now sees your name, e-mail address and telephone number, and gets in touch with you. Not after all? Sign in and take your answer back, or tell the secretary.`,
        APPOINTED: `You said yes on ${answeredOn}, and were appointed.`,
        DECLINED: `You said no on ${answeredOn}. Your name was not shared. Thank you for your answer.`,
        EXPIRED: `You could answer up to and including ${until}. Your name was not shared.`,
        WITHDRAWN: 'This question was closed. There is nothing you need to do.',
        ASKED: '',
      })[status],
  },
};
