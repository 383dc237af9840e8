import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Config } from '../../config.js';
import type { Email, MailTransport, Sender } from '../../kernel/email.js';
import { StartProblem } from '../lifecycle.js';
import { publicUrl } from '../service-address.js';

type MailConfig = Pick<Config, 'SMTP_URL' | 'MAIL_FROM' | 'MAIL_DIR' | 'DATA_DIR'>;

const CALENDAR_NAMES = { PUBLISH: 'agenda.ics', CANCEL: 'agenda-vervallen.ics' } as const;
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Sends mail over SMTP; without a mail server every email becomes an .eml file, with the same name if it is sent
 * again.
 */
export function createMailTransport(config: MailConfig): MailTransport {
  const { SMTP_URL, MAIL_FROM } = config;
  if (SMTP_URL) {
    const transport = createTransport({ url: SMTP_URL, ...TIMEOUTS });
    return {
      async send(email) {
        await transport.sendMail(messageOf(email, MAIL_FROM));
      },
      forget: () => Promise.resolve(0),
    };
  }
  const directory = config.MAIL_DIR || path.join(config.DATA_DIR, 'mail');
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(email) {
      const { message } = await transport.sendMail(messageOf(email, MAIL_FROM));
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await writeFile(path.join(directory, `${email.name}.eml`), message as Buffer, { mode: 0o600 });
    },
    async forget() {
      const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.eml'));
      await Promise.all(names.map((name) => rm(path.join(directory, name), { force: true })));
      return names.length;
    },
  };
}

/** In production nobody reads files, and what became one would count as sent. */
export function requireMailServer({
  NODE_ENV,
  SMTP_URL,
  MAIL,
}: Pick<Config, 'NODE_ENV' | 'SMTP_URL' | 'MAIL'>): void {
  if (NODE_ENV !== 'production' || SMTP_URL || MAIL === 'off') return;
  throw new StartProblem(
    'In production reminders and invitations need a mail server: set SMTP_URL. Without any mail: MAIL=off.',
  );
}

/** The sender of our mail. */
export function senderOf(config: Pick<Config, 'MAIL_FROM' | 'PUBLIC_URL' | 'PORT'>): Sender {
  const address = config.MAIL_FROM.replace(/^.*<|>$/g, '');
  return { publicUrl: publicUrl(config), address, domain: address.replace(/^.*@/, '') };
}

function messageOf(email: Email, from: string): SendMailOptions {
  const { messageId, to, replyTo, locale, at, subject, text, html, calendars, unsubscribeUrl } = email;
  return {
    from,
    to: { name: '', address: to },
    ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
    subject,
    messageId,
    date: new Date(at.epochMilliseconds),
    text,
    html,
    headers: {
      'Content-Language': locale,
      // asks for no out-of-office replies
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl && {
        'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    attachments: calendars.map(({ method, content }) => ({
      filename: CALENDAR_NAMES[method],
      content,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
