import type { Locale } from '../../kernel/messages.js';

/** What every mail is made of, whatever it is about. */
export interface MailContent {
  readonly locale: Locale;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly serviceUrl: string;
  readonly unsubscribeUrl: string;
}

const WORDS = {
  nl: {
    open: 'Open de oudernetwerken',
    why: 'U krijgt dit bericht omdat u bij een oudernetwerk betrokken bent.',
    unsubscribe: 'Deze berichten niet meer ontvangen',
  },
  en: {
    open: 'Open the parent networks',
    why: 'You get this message because you are involved in a parent network.',
    unsubscribe: 'No longer receive these messages',
  },
} as const;

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
        <mj-button background-color="#0b5c8a" href="%serviceUrl%">%open%</mj-button>
        <mj-text font-size="13px" color="#52606d">%why%<br /><a href="%unsubscribeUrl%">%unsubscribe%</a></mj-text>
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
  const { locale, heading, paragraphs, list, serviceUrl, unsubscribeUrl } = content;
  const items = list.map((item) => `<li>${escapeHtml(item)}</li>`).join('');
  const body =
    paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('') + (items && `<ul>${items}</ul>`);
  const holes: Record<string, string> = {
    heading: escapeHtml(heading),
    body,
    serviceUrl: escapeHtml(serviceUrl),
    unsubscribeUrl: escapeHtml(unsubscribeUrl),
    lang: locale,
    ...WORDS[locale],
  };
  return (await template()).replace(/%(\w+)%/g, (hole, name: string) => holes[name] ?? hole);
}

export function textOf({
  locale,
  heading,
  paragraphs,
  list,
  serviceUrl,
  unsubscribeUrl,
}: MailContent): string {
  const { open, why, unsubscribe } = WORDS[locale];
  const parts = [
    heading,
    ...paragraphs,
    list.map((item) => `- ${item}`).join('\n'),
    `${open}: ${serviceUrl}`,
  ];
  const footer = `-- \n${why}\n${unsubscribe}: ${unsubscribeUrl}`;
  return `${[...parts, footer].filter(Boolean).join('\n\n')}\n`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}
