import { escapeHtml } from '../../kernel/html.js';
import type { PaperLetter } from '../../features/reminders/letters/paper-letter.js';
import type { Paragraph } from '../../features/reminders/mail/page/mail-page.js';
import { plainPage } from '../mail/plain-page.js';

/** A letter on one page, as it comes out of a printer. */
export function letterPage({
  locale,
  on,
  to,
  subject,
  greeting,
  paragraphs,
  list,
  signature,
  why,
  responsible,
}: PaperLetter): string {
  const items = list.map((item) => `<li>${escapeHtml(item)}</li>`).join('');
  return plainPage(
    subject,
    `${to === null ? '' : `<address>${escapeHtml(to)}</address>`}
<p>${escapeHtml(on)}</p>
${[greeting, ...paragraphs].map(paragraph).join('\n')}
${items && `<ul>${items}</ul>`}
<p>${signature.map(escapeHtml).join('<br>')}</p>
<footer><p>${escapeHtml(why)}</p>${responsible === null ? '' : `<p>${escapeHtml(responsible)}</p>`}</footer>
`,
    locale,
  );
}

function paragraph(text: Paragraph): string {
  return typeof text === 'string'
    ? `<p>${escapeHtml(text)}</p>`
    : `<blockquote>${text.quoted.map(escapeHtml).join('\n')}</blockquote>`;
}
