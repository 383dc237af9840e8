import { escapeHtml } from '../../kernel/html.js';
import { Catalogue } from '../../kernel/messages.js';
import type { Check } from '../../features/reminders/checks/check.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { plainPage } from './plain-page.js';

const CHECK = new Catalogue({ nl: nl.check, en: en.check });

/** An answer that cannot be accepted as it is. */
export interface RefusedDay {
  readonly written: string;
  /** none: no day was given */
  readonly messages: readonly string[];
}

/** What became of an answer; null: none was given, or nobody awaited it. */
export type Became = 'THANKS' | RefusedDay | null;

export function refusalOf(became: Became): RefusedDay | null {
  return became === 'THANKS' ? null : became;
}

/** What is asked with its form, or that it was answered or is over. */
export function checkPage(check: Check, became: Became = null): string {
  const { locale, state } = check;
  const said = state === 'ANSWERED' && became === 'THANKS' ? became : state;
  const main = said === 'OPEN' ? askingPart(check, refusalOf(became)) : paragraph(CHECK.text(said, locale));
  return plainPage(CHECK.text('title', locale), main, locale);
}

function askingPart({ locale, kind, network, on }: Check, refused: RefusedDay | null): string {
  const say = (key: keyof (typeof nl)['check']) => CHECK.text(key, locale, { network, on });
  const wrong = refused && (refused.messages.length > 0 ? refused.messages : [say('noDay')]);
  return `${wrong ? `<div role="alert">${wrong.map(paragraph).join('')}</div>` : ''}
${paragraph(say(kind))}
<form method="post"><button name="answer" value="yes">${escapeHtml(say('right'))}</button></form>
<form method="post">
<label for="on">${escapeHtml(say(`instead${kind}`))}</label>
<input id="on" name="on" type="date" required value="${escapeHtml(refused?.written ?? '')}">
<button class="no" name="answer" value="no">${escapeHtml(say('wrong'))}</button></form>
${paragraph(say('else'))}
`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}
