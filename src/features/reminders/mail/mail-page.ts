import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../../db/project-folder.js';
import { escapeHtml } from '../../../kernel/html.js';
import type { Locale } from '../../../kernel/messages.js';

/** The parts of every email, whatever its subject. */
export interface MailContent {
  readonly locale: Locale;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly button: Button;
  /** why the reader gets it */
  readonly why: string;
  /** null: nothing to unsubscribe from */
  readonly unsubscribeUrl: string | null;
}

export interface Button {
  readonly label: string;
  readonly url: string;
}

const UNSUBSCRIBE: Readonly<Record<Locale, string>> = {
  nl: 'Deze berichten niet meer ontvangen',
  en: 'No longer receive these messages',
};

let page: string | undefined;

/** Built from mail-page.mjml with the product, and read when the first email is written. */
function template(): string {
  page ??= readFileSync(path.join(projectFolder(), 'dist/mail-page.html'), 'utf8');
  return page;
}

export function htmlOf(content: MailContent): string {
  const { locale, heading, paragraphs, list, button, why, unsubscribeUrl } = content;
  const items = list.map((item) => `<li>${escapeHtml(item)}</li>`).join('');
  const body =
    paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('') + (items && `<ul>${items}</ul>`);
  const unsubscribe =
    unsubscribeUrl && `<br /><a href="${escapeHtml(unsubscribeUrl)}">${UNSUBSCRIBE[locale]}</a>`;
  const holes: Record<string, string> = {
    heading: escapeHtml(heading),
    body,
    url: escapeHtml(button.url),
    label: escapeHtml(button.label),
    footer: `${escapeHtml(why)}${unsubscribe ?? ''}`,
    lang: locale,
  };
  return template().replace(/%(\w+)%/g, (hole, name: string) => holes[name] ?? hole);
}

export function textOf(content: MailContent): string {
  const { locale, heading, paragraphs, list, button, why, unsubscribeUrl } = content;
  const parts = [
    heading,
    ...paragraphs,
    list.map((item) => `- ${item}`).join('\n'),
    `${button.label}: ${button.url}`,
  ];
  const unsubscribe = unsubscribeUrl && `${UNSUBSCRIBE[locale]}: ${unsubscribeUrl}`;
  const footer = ['-- ', why, unsubscribe].filter(Boolean).join('\n');
  return `${[...parts, footer].filter(Boolean).join('\n\n')}\n`;
}
