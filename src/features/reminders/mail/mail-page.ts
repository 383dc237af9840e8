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
  /** null: nowhere to go */
  readonly button: Button | null;
  /** why the reader gets it */
  readonly why: string;
  /** null: nothing to unsubscribe from */
  readonly unsubscribe: Button | null;
}

export interface Button {
  readonly label: string;
  readonly url: string;
}

/** Stands between two comments in the page, so that it can be left out. */
const BUTTON = /<!-- button -->[^]*<!-- \/button -->/;

let built: string | undefined;

/** Built from mail-page.mjml with the product, and read when the first email is written. */
function template(): string {
  built ??= readFileSync(path.join(projectFolder(), 'dist/mail-page.html'), 'utf8');
  return built;
}

export function htmlOf(content: MailContent): string {
  const { locale, heading, paragraphs, list, button, why, unsubscribe } = content;
  const items = list.map((item) => `<li>${escapeHtml(item)}</li>`).join('');
  const body =
    paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('') + (items && `<ul>${items}</ul>`);
  const link =
    unsubscribe && `<br /><a href="${escapeHtml(unsubscribe.url)}">${escapeHtml(unsubscribe.label)}</a>`;
  const holes: Record<string, string> = {
    heading: escapeHtml(heading),
    body,
    url: escapeHtml(button?.url ?? ''),
    label: escapeHtml(button?.label ?? ''),
    footer: `${escapeHtml(why)}${link ?? ''}`,
    lang: locale,
  };
  const page = button ? template() : template().replace(BUTTON, '');
  return page.replace(/%(\w+)%/g, (hole, name: string) => holes[name] ?? hole);
}

export function textOf(content: MailContent): string {
  const { heading, paragraphs, list, button, why, unsubscribe } = content;
  const parts = [
    heading,
    ...paragraphs,
    list.map((item) => `- ${item}`).join('\n'),
    button && `${button.label}: ${button.url}`,
  ];
  const link = unsubscribe && `${unsubscribe.label}: ${unsubscribe.url}`;
  const footer = ['-- ', why, link].filter(Boolean).join('\n');
  return `${[...parts, footer].filter(Boolean).join('\n\n')}\n`;
}
