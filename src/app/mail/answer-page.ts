import { escapeHtml } from '../../kernel/html.js';
import { Catalogue } from '../../kernel/messages.js';
import { bodyInSentence } from '../../features/advisory/bodies/body-in-sentence.js';
import { exclusionSentences } from '../../features/advisory/bodies/body-exclusions.js';
import { LONGEST_DECLINE_REASON } from '../../features/advisory/invitations/answer-invitation.js';
import { DECLINE_KIND_CODES, DECLINE_KINDS } from '../../features/advisory/invitations/decline-kinds.js';
import type { LinkedInvitation } from '../../features/advisory/invitations/answer-by-link.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { plainPage } from './plain-page.js';

/** An answer that cannot be accepted as it is. */
export interface Refused {
  readonly reason: string;
  readonly kind: string;
  readonly messages: readonly string[];
}

const ANSWER = new Catalogue({ nl: nl.answer, en: en.answer });
const PERSPECTIVES = new Catalogue({ nl: nl.perspectives, en: en.perspectives });
const OVER = new Catalogue({ nl: nl.over, en: en.over });

/** The invitation with its form, or its outcome. */
export function invitationPage(invitation: LinkedInvitation, refused: Refused | null = null): string {
  const { locale, status, body, until, answeredOn, way } = invitation;
  const main =
    status === 'ASKED'
      ? askingPart(invitation, refused)
      : paragraph(OVER.text(status, locale, { until, answeredOn, way }));
  return plainPage(ANSWER.text('title', locale, { body }), main, locale);
}

function askingPart(invitation: LinkedInvitation, refused: Refused | null): string {
  const { locale, body, seat, network, until, message, exclusions, way, source, nominatedBy, perspectives } =
    invitation;
  const params = {
    body,
    inSentence: bodyInSentence(body, locale),
    seat,
    network,
    until,
    way,
    source,
    nominatedBy,
  };
  const say = (key: keyof (typeof nl)['answer']) => ANSWER.text(key, locale, params);
  const kinds = DECLINE_KIND_CODES.map((code) =>
    option(code, DECLINE_KINDS.text(code, locale), code === (refused?.kind ?? 'OTHER')),
  );
  return `${refused ? `<div role="alert">${refused.messages.map(paragraph).join('')}</div>` : ''}
${paragraph(say('invitation'))}
${message ? `${paragraph(say('writes'))}<blockquote>${escapeHtml(message)}</blockquote>` : ''}
${way === 'NOMINEE' ? paragraph(say('notice')) : ''}
${[...exclusionSentences(exclusions, locale), say('afterYes'), say('afterNo'), say('until')].map(paragraph).join('\n')}
<form method="post">${perspectives.length > 1 ? asWhat(invitation) : ''}<button name="answer" value="yes">${say('yes')}</button></form>
<form method="post">
<label for="kind">${say('why')}</label><select id="kind" name="kind">${kinds.join('')}</select>
<label for="reason">${say('more')}</label>
<textarea id="reason" name="reason" rows="4" maxlength="${LONGEST_DECLINE_REASON}">${escapeHtml(refused?.reason ?? '')}</textarea>
<button class="no" name="answer" value="no">${say('no')}</button></form>
`;
}

/** Asked of whoever is more than one thing; nothing is chosen for them. */
function asWhat({ locale, perspectives }: LinkedInvitation): string {
  const all = perspectives.map((code) => option(code, PERSPECTIVES.text(code, locale)));
  return `<label for="perspective">${ANSWER.text('asWhat', locale)}</label>
<select id="perspective" name="perspective" required>${option('', ANSWER.text('choose', locale))}${all.join('')}</select>
`;
}

function option(value: string, text: string, isChosen = false): string {
  return `<option value="${value}"${isChosen ? ' selected' : ''}>${escapeHtml(text)}</option>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}
