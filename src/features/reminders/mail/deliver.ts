import { Temporal } from 'temporal-polyfill';
import { asSystem } from '../../../db/as-system.js';
import { JsonShapeError } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import type { Instant } from '../../../kernel/clock.js';
import type { Locale } from '../../../kernel/messages.js';
import { compose } from './compose.js';
import type { MailTransport, Sender } from '../../../kernel/email.js';
import { type Letter, LETTER_COLUMNS, letterOf, type MailKind } from './mail.js';
import { offerOnPaper } from './on-paper.js';
import { type QuietHours, whenToSend } from './quiet-hours.js';
import { holidayOf, pauseOf, restUntil, tellByHand } from './rests.js';
import { areInLine, type Audience, recipientsOf } from './recipients.js';
import { isRefusedAddress } from './refused-address.js';

/** The outcome of the email that was due first; null if none was. */
export type Delivery = 'SENT' | 'QUIET' | 'WAITS' | 'FAILED' | 'NOBODY' | 'UNWANTED' | 'REFUSED';

/** An email is tried this often: the intervals grow to half a day, four days in total. */
export const MOST_ATTEMPTS = 12;
/** One that waits for an address counts no further: four are left for when there is one. */
const ATTEMPTS_OF_WAITING = 8;
const FIRST_WAIT_MINUTES = 5;
const LONGEST_WAIT_MINUTES = 720;

/**
 * Sends the one email that is due first, unless another machine is sending it. If we are cut off between sending and
 * committing it is sent again, with the same Message-ID: better twice than never.
 */
export async function deliverNext(
  tx: Tx,
  kinds: readonly MailKind[],
  transport: MailTransport,
  sender: Sender,
): Promise<Delivery | null> {
  return asSystem(tx, async () => {
    // the mail server may be slow
    await tx.query(`select set_config('idle_in_transaction_session_timeout', '60s', true)`);
    const [row] = await tx.query<Waiting>(
      `select ${LETTER_COLUMNS} from mails where sent_at is null and due_at <= $1 and attempts < ${MOST_ATTEMPTS}
       order by due_at, id limit 1 for update skip locked`,
      [tx.now.toString()],
    );
    if (!row) return null;
    try {
      return await deliver(tx, letterOf(kinds, row), transport, sender);
    } catch (error) {
      if (!(error instanceof JsonShapeError)) throw error;
      // it cannot be composed any more; the emails behind it go on
      await tryLater(tx, row, error.code);
      return 'FAILED';
    }
  });
}

interface Waiting {
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
}

interface Reached {
  readonly address: string | null;
  readonly locale: Locale;
  readonly reminders: boolean;
  readonly digest: boolean;
  readonly quiet: QuietHours;
}

async function deliver(tx: Tx, letter: Letter, transport: MailTransport, sender: Sender): Promise<Delivery> {
  const { mail, scope } = letter;
  if (!(await letter.isCurrent(tx)) || (await isHushed(tx, mail))) return drop(tx, mail, 'UNWANTED');
  if (await awaitsNotice(tx, mail)) return restUntilTold(tx, mail);
  const audience = await letter.audience(tx);
  const pausedUntil = await pauseOf(tx, letter, audience);
  if (pausedUntil && letter.inPause === 'TOLD') await tellByHand(tx, letter);
  if (pausedUntil) return restUntil(tx, letter, pausedUntil);
  await offerOnPaper(tx, letter);
  const reached = await reach(tx, mail);
  const isWanted = scope === null || reached?.[scope];
  const isFor = audience === null || (await areInLine(tx, [{ audience, reader: mail }]))[0];
  if (!reached?.address || !isWanted || !isFor) return passOn(tx, letter, audience, 'UNWANTED');
  const holiday = await holidayOf(tx, letter);
  if (holiday) return restUntil(tx, letter, holiday);
  const at = letter.atOnce ? tx.now : whenToSend(tx.now, reached.quiet);
  if (!at.equals(tx.now)) {
    await tx.query('update mails set due_at = $2 where id = $1', [mail.id, at.toString()]);
    return 'QUIET';
  }
  const to = { address: reached.address, locale: reached.locale };
  await tx.query('savepoint unsent');
  try {
    const email = await compose(tx, letter, to, sender);
    await transport.send(email);
    await tx.query(
      `update mails set sent_at = $2, message_id = $3, sent_to = address_mark($4), attempts = attempts + 1, last_error = null
       where id = $1`,
      [mail.id, tx.now.toString(), email.messageId, to.address],
    );
    return 'SENT';
  } catch (error) {
    await tx.query('rollback to savepoint unsent');
    const code = codeOf(error);
    if (!isRefusedAddress(error)) {
      await tryLater(tx, mail, code);
      return 'FAILED';
    }
    await tx.query('select mark_undeliverable($1, $2, $3)', [to.address, code, tx.now.toString()]);
    await passOn(tx, letter, audience, code);
    return 'REFUSED';
  }
}

/** Nobody hears of somebody who died as if they lived. */
async function isHushed(tx: Tx, { id }: Waiting): Promise<boolean> {
  const [mail] = await tx.query<{ hushed: boolean }>('select mail_is_hushed($1) as hushed', [id]);
  return mail!.hushed;
}

/** Whether its reader was recorded without having asked, and is to be told so first. */
async function awaitsNotice(tx: Tx, { id }: Waiting): Promise<boolean> {
  const [mail] = await tx.query<{ waits: boolean }>('select mail_awaits_notice($1) as waits', [id]);
  return mail!.waits;
}

/** It is due again once they were told: the database sees to that, and we look again meanwhile. */
async function restUntilTold(tx: Tx, { id }: Waiting): Promise<'QUIET'> {
  await tx.query(`update mails set due_at = $2, last_error = 'UNTOLD' where id = $1`, [
    id,
    later(tx.now, LONGEST_WAIT_MINUTES),
  ]);
  return 'QUIET';
}

/** The recipient as mail reaches them now. */
async function reach(tx: Tx, { id, recipient_type, recipient_id }: Letter['mail']): Promise<Reached | null> {
  const [reached] = await tx.query<Reached>(
    `select mail_address($1) as address, locale, reminders, digest,
       jsonb_build_object('from', quiet_from, 'until', quiet_until) as quiet
     from mail_reach($2, $3)`,
    [id, recipient_type, recipient_id],
  );
  return reached ?? null;
}

/**
 * There is nothing left to say; a reminder counts as not given, in case there is again. What falls silent with a death is kept
 * as it is: if that never was, the same mail is owed again.
 */
async function drop(tx: Tx, { id }: Waiting, code: string): Promise<Delivery> {
  const [dropped] = await tx.query<{ why: string }>(
    `with dropped as (
       update mails set attempts = $2, last_error = case when mail_fell_silent(id) then 'DIED' else $3 end
       where id = $1 returning last_error
     )
     select last_error as why from dropped`,
    [id, MOST_ATTEMPTS, code],
  );
  if (dropped!.why !== 'DIED')
    await tx.query('update reminders set told = null, mail_id = null where mail_id = $1', [id]);
  return 'UNWANTED';
}

/** The recipient has no address that takes mail, wants none, or lost the role: the next one in line gets it. */
async function passOn(tx: Tx, letter: Letter, audience: Audience | null, code: string): Promise<Delivery> {
  const { mail } = letter;
  const [next] = audience ? await recipientsOf(tx, [audience]) : [];
  if (!next) {
    if (!audience && !letter.waits) return drop(tx, mail, code);
    await tryLater(tx, mail, 'NOBODY', letter.waits ? ATTEMPTS_OF_WAITING : MOST_ATTEMPTS);
    return letter.waits ? 'WAITS' : 'NOBODY';
  }
  await tx.query('update mails set recipient_type = $2, recipient_id = $3, last_error = $4 where id = $1', [
    mail.id,
    next.recipient_type,
    next.recipient_id,
    code,
  ]);
  await tx.query('update reminders set told = $2 where mail_id = $1', [mail.id, next.told]);
  return 'UNWANTED';
}

async function tryLater(tx: Tx, mail: Waiting, code: string, most = MOST_ATTEMPTS): Promise<void> {
  const minutes = Math.min(FIRST_WAIT_MINUTES * 2 ** mail.attempts, LONGEST_WAIT_MINUTES);
  await tx.query(
    'update mails set attempts = least(attempts + 1, $4), last_error = $2, due_at = $3 where id = $1',
    [mail.id, code, later(tx.now, minutes), most],
  );
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
