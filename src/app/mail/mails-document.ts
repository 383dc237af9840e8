import type { Locale } from '../../kernel/messages.js';
import { frameOf, paragraphsOf } from '../../features/reminders/mail/page/letter-frame.js';
import { textOf } from '../../features/reminders/mail/page/mail-page.js';
import { SHOWN_MAILS, type ShownMail } from './shown-mails.js';

export const MAILS_DOCUMENT = 'docs/guides/mails.md';

const BEGIN = `# Every mail

Each kind of mail that the service sends, in Dutch and in English, as its reader gets it as text. \`npm run schema\` writes this page from the words of the service itself, so do not change it by hand. People and places in it are made up for the demo. Where neither the network nor the region has a role mailbox, “Antwoord dan op dit bericht” gives the telephone number of the region instead. What stands where, and who gets it: [reminders and jobs](../operations/jobs.md).
`;

const RESPONSIBLE = {
  name: 'Samenwerkingsverband Voorbeeld',
  email: 'privacy@voorbeeld.example',
  phone: '+31721234500',
};
const NATIONAL = { name: 'Landelijk steunpunt Voorbeeld', email: 'landelijk@voorbeeld.example', phone: null };
const HEAD = {
  region: 'Voorbeeld',
  coordinator: 'Sanne van Demo',
  phone: '+31721234567',
  name: 'Anna',
  replyTo: 'oudernetwerken@voorbeeld.example',
  responsible: RESPONSIBLE,
};
const FROM = {
  REGION: HEAD,
  NOBODY: { ...HEAD, coordinator: null, name: null },
  SERVICE: {
    region: null,
    coordinator: null,
    phone: null,
    name: null,
    replyTo: null,
    responsible: NATIONAL,
  },
} as const;

/** The page of documents that shows all mails side by side. */
export function mailsDocument(): string {
  return [BEGIN, ...SHOWN_MAILS.map(sectionOf)].join('\n');
}

function sectionOf(mail: ShownMail): string {
  return `## ${mail.name}\n\n${letterOf(mail, 'nl')}\n${letterOf(mail, 'en')}`;
}

function letterOf({ reader, from, words }: ShownMail, locale: Locale): string {
  const said = words(locale);
  const { subject, list = [], button, why } = said;
  const frame = frameOf(FROM[from], reader, locale);
  const text = textOf({
    locale,
    title: subject,
    ...frame,
    paragraphs: paragraphsOf(said, frame),
    list,
    button: button === undefined ? null : { label: button, url: 'https://…' },
    why: why ?? frame.why,
    unsubscribe: null,
  });
  // editors take away the space at the end of the line that mail programs know a footer by
  return `\`\`\`text\n${SUBJECT[locale]}: ${subject}\n\n${text.replace(/^-- $/m, '--')}\`\`\`\n`;
}

const SUBJECT = { nl: 'Onderwerp', en: 'Subject' } as const;
