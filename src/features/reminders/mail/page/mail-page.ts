import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../../../db/project-folder.js';
import { escapeHtml } from '../../../../kernel/html.js';
import { onOneLine } from '../../../../kernel/lines.js';
import type { Locale } from '../../../../kernel/messages.js';

/** The parts of every email, whatever its subject. */
export interface MailContent {
  readonly locale: Locale;
  /** of the page; the letter itself begins with its greeting */
  readonly title: string;
  readonly greeting: string;
  readonly paragraphs: readonly Paragraph[];
  readonly list: readonly string[];
  /** null: nowhere to go */
  readonly button: Button | null;
  /** who writes, line by line */
  readonly signature: readonly string[];
  /** why the reader gets it */
  readonly why: string;
  /** who answers for personal data; null: not known */
  readonly responsible: string | null;
  /** null: nothing to unsubscribe from */
  readonly unsubscribe: Button | null;
}

/** Ours, or what somebody else wrote, which shows as theirs. */
export type Paragraph = string | { readonly quoted: readonly string[] };

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
  const { locale, title, greeting, paragraphs, list, button, signature, why, responsible, unsubscribe } =
    content;
  const items = list.map((item) => `<li>${escapeHtml(item)}</li>`).join('');
  const body = [greeting, ...paragraphs].map(htmlOfParagraph).join('') + (items && `<ul>${items}</ul>`);
  const link =
    unsubscribe && `<br /><a href="${escapeHtml(unsubscribe.url)}">${escapeHtml(unsubscribe.label)}</a>`;
  const footer = [why, responsible].filter((line) => line !== null);
  const holes: Record<string, string> = {
    title: escapeHtml(title),
    body,
    signature: signature.map(escapeHtml).join('<br />'),
    url: escapeHtml(button?.url ?? ''),
    label: escapeHtml(button?.label ?? ''),
    footer: `${footer.map(escapeHtml).join('<br />')}${link ?? ''}`,
    lang: locale,
  };
  const page = button ? template() : template().replace(BUTTON, '');
  return page.replace(/%(\w+)%/g, (hole, name: string) => holes[name] ?? hole);
}

function htmlOfParagraph(paragraph: Paragraph): string {
  return typeof paragraph === 'string'
    ? `<p>${escapeHtml(paragraph)}</p>`
    : `<blockquote>${paragraph.quoted.map(htmlOfParagraph).join('')}</blockquote>`;
}

/** One line each, whatever a name in it holds: a line break would look like a paragraph of ours. */
function textOfParagraph(paragraph: Paragraph): string {
  return typeof paragraph === 'string'
    ? onOneLine(paragraph)
    : paragraph.quoted.map((line) => `> ${onOneLine(line)}`).join('\n');
}

export function textOf(content: MailContent): string {
  const { greeting, paragraphs, list, button, signature, why, responsible, unsubscribe } = content;
  const parts = [
    greeting,
    ...paragraphs.map(textOfParagraph),
    list.map((item) => `- ${onOneLine(item)}`).join('\n'),
    button && `${button.label}${button.label.endsWith('?') ? '' : ':'} ${button.url}`,
    signature.join('\n'),
  ];
  const link = unsubscribe && `${unsubscribe.label}: ${unsubscribe.url}`;
  const footer = ['-- ', why, responsible, link].filter(Boolean).join('\n');
  return `${[...parts, footer].filter(Boolean).join('\n\n')}\n`;
}
