import { Temporal } from 'temporal-polyfill';
import { asSystem } from '../../../db/as-system.js';
import { JsonShapeError } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { type Instant, isBefore } from '../../../kernel/clock.js';
import type { Locale } from '../../../kernel/messages.js';
import { compose } from './compose.js';
import type { MailTransport, Sender } from '../../../kernel/email.js';
import { type DigestMail, isOfInvitation, type Mail, type ReminderMail, MAIL } from './mail.js';
import { isOfToday, audienceOf } from '../invitations/invitation-mail.js';
import { whenToSend } from './quiet-hours.js';
import { recipientsOf, type Audience } from './recipients.js';

/** The outcome of the email that was due first; null if none was. */
export type Delivery = 'SENT' | 'QUIET' | 'FAILED' | 'NOBODY' | 'UNWANTED';

/** An email is tried this often: the intervals grow to half a day, four days in total. */
const MOST_ATTEMPTS = 12;
const FIRST_WAIT_MINUTES = 5;
const LONGEST_WAIT_MINUTES = 720;

/**
 * Sends the one email that is due first, unless another machine is sending it. If we are cut off between sending and
 * committing it is sent again, with the same Message-ID: better twice than never.
 */
export async function deliverNext(
  tx: Tx,
  transport: MailTransport,
  sender: Sender,
): Promise<Delivery | null> {
  return asSystem(tx, async () => {
    // the mail server may be slow
    await tx.query(`select set_config('idle_in_transaction_session_timeout', '60s', true)`);
    const [row] = await tx.query<Waiting>(
      `select id, kind, recipient_type, recipient_id, oudernetwerk_id, invitation_id, params, week,
         (made_at at time zone 'Europe/Amsterdam')::date as made_on, attempts
       from mails where sent_at is null and due_at <= $1 and attempts < ${MOST_ATTEMPTS}
       order by due_at, id limit 1 for update skip locked`,
      [tx.now.toString()],
    );
    if (!row) return null;
    try {
      return await deliver(tx, MAIL.check(row), transport, sender);
    } catch (error) {
      if (!(error instanceof JsonShapeError)) throw error;
      // it cannot be composed any more; the emails behind it go on
      await tryLater(tx, row, error.code);
      return 'FAILED';
    }
  });
}

type Waiting = Pick<Mail, 'id' | 'attempts'>;

interface Reached {
  readonly address: string | null;
  readonly locale: Locale;
  readonly reminders: boolean;
  readonly digest: boolean;
  readonly quiet_from: number;
  readonly quiet_until: number;
}

async function deliver(tx: Tx, mail: Mail, transport: MailTransport, sender: Sender): Promise<Delivery> {
  const [reached] = await tx.query<Reached>('select *, mail_address($1) as address from mail_reach($2, $3)', [
    mail.id,
    mail.recipient_type,
    mail.recipient_id,
  ]);
  if (
    isOfInvitation(mail) ? !(await isOfToday(tx, mail)) : mail.kind === 'DIGEST' && !isOfThisWeek(tx, mail)
  ) {
    return drop(tx, mail);
  }
  if (!reached?.address || !wants(reached, mail)) return passOn(tx, mail);
  const hours = { from: reached.quiet_from, until: reached.quiet_until };
  const at = whenToSend(tx.now, hours);
  if (!at.equals(tx.now)) {
    await tx.query('update mails set due_at = $2 where id = $1', [mail.id, at.toString()]);
    return 'QUIET';
  }
  const to = { address: reached.address, locale: reached.locale };
  await tx.query('savepoint unsent');
  try {
    const email = await compose(tx, mail, to, sender);
    await transport.send(email);
    await tx.query(
      'update mails set sent_at = $2, message_id = $3, attempts = attempts + 1, last_error = null where id = $1',
      [mail.id, tx.now.toString(), email.messageId],
    );
    return 'SENT';
  } catch (error) {
    await tx.query('rollback to savepoint unsent');
    await tryLater(tx, mail, codeOf(error));
    return 'FAILED';
  }
}

/** A digest that could not leave in its week: the next one says more. */
function isOfThisWeek(tx: Tx, { week }: DigestMail): boolean {
  return isBefore(tx.today, week.add({ weeks: 1 }));
}

/** An invitation is sent whatever reminders the recipient wants: its outcome matters to both sides. */
function wants({ reminders, digest }: Reached, mail: Mail): boolean {
  if (isOfInvitation(mail)) return true;
  return mail.kind === 'DIGEST' ? digest : reminders;
}

/** There is nothing left to say. */
async function drop(tx: Tx, { id }: Mail): Promise<Delivery> {
  await tx.query(`update mails set attempts = $2, last_error = 'UNWANTED' where id = $1`, [
    id,
    MOST_ATTEMPTS,
  ]);
  return 'UNWANTED';
}

/** The recipient no longer has an address, or wants no emails: the next one in line gets it. */
async function passOn(tx: Tx, mail: Mail): Promise<Delivery> {
  if (mail.kind === 'DIGEST') return drop(tx, mail);
  const [next] = await recipientsOf(tx, [
    isOfInvitation(mail) ? await audienceOf(tx, mail) : tellingIn(mail),
  ]);
  if (!next) {
    await tryLater(tx, mail, 'NOBODY');
    return 'NOBODY';
  }
  await tx.query('update mails set recipient_type = $2, recipient_id = $3 where id = $1', [
    mail.id,
    next.recipient_type,
    next.recipient_id,
  ]);
  await tx.query('update reminders set told = $2 where mail_id = $1', [mail.id, next.told]);
  return 'UNWANTED';
}

function tellingIn({ oudernetwerk_id, params: { regionId, self, without } }: ReminderMail): Audience {
  return { oudernetwerk_id, region_id: regionId, self, without };
}

async function tryLater(tx: Tx, mail: Waiting, code: string): Promise<void> {
  const minutes = Math.min(FIRST_WAIT_MINUTES * 2 ** mail.attempts, LONGEST_WAIT_MINUTES);
  await tx.query('update mails set attempts = attempts + 1, last_error = $2, due_at = $3 where id = $1', [
    mail.id,
    code,
    later(tx.now, minutes),
  ]);
}

function later(now: Instant, minutes: number): string {
  return now.add(Temporal.Duration.from({ minutes })).toString();
}

/** The code alone: the message of a mail server contains the address. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const name = typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code) ? code : 'FAILED';
  return typeof responseCode === 'number' ? `${name} ${responseCode}` : name;
}
