import { escapeHtml } from '../../../kernel/html.js';
import type { Locale } from '../../../kernel/messages.js';

/** What every mail is made of, whatever it is about. */
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

/** No fonts or pictures from elsewhere: opening a mail tells nobody. */
const TEMPLATE = `
<mjml lang="%lang%" dir="ltr">
  <mj-head>
    <mj-title>%heading%</mj-title>
    <mj-attributes>
      <mj-all font-family="Arial, Helvetica, sans-serif" />
      <mj-text font-size="16px" line-height="1.5" color="#1f2933" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f4f5f7">
    <mj-section background-color="#ffffff">
      <mj-column>
        <mj-text font-size="20px" font-weight="bold">%heading%</mj-text>
        <mj-text>%body%</mj-text>
        <mj-button background-color="#0b5c8a" href="%url%">%label%</mj-button>
        <mj-text font-size="13px" color="#52606d">%footer%</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;

let compiled: Promise<string> | undefined;

/** Compiled once, and only when the first mail is made: the compiler takes longer to load than the service to start. */
async function template(): Promise<string> {
  compiled ??= import('mjml').then(async ({ default: mjml2html }) => {
    const { html, errors } = await mjml2html(TEMPLATE, { fonts: {}, validationLevel: 'strict' });
    if (errors.length > 0) throw new Error('the template of the mails is not valid');
    return html;
  });
  return compiled;
}

export async function htmlOf(content: MailContent): Promise<string> {
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
  return (await template()).replace(/%(\w+)%/g, (hole, name: string) => holes[name] ?? hole);
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
