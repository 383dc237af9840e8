import { v7 as uuid } from 'uuid';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { NothingChanged } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { changeAddress } from '../../addresses/change-address.js';
import type { Viewer } from '../../../kernel/viewer.js';
import type { MailPreferencesSetInput } from './mail-preferences.type.js';

const signedIn = ({ accountId }: Viewer) => accountId !== null;

/** For one's own account. Opting in here cancels an earlier opt-out by a link in an email. */
export const setMailPreferences: UseCase<MailPreferencesSetInput, { viewer: string }> = {
  policy: signedIn,
  async run(tx, input) {
    const accountId = tx.viewer.accountId!;
    const checks = new Checks();
    checks.number(input.quietFrom, ['input', 'quietFrom'], 0, 23);
    checks.number(input.quietUntil, ['input', 'quietUntil'], 0, 23);
    const email = checks.email(input.email, ['input', 'email']);
    checks.done();
    let isNew = await setWishes(tx, accountId, input);
    const fields = Object.keys(input).filter((name) => name !== 'idempotencyKey');
    if (input.email !== undefined) {
      isNew = (await setAddress(tx, accountId, email?.toLowerCase() ?? null, fields.length === 1)) || isNew;
    }
    if (input.reminders === true) isNew = (await cancelOptOut(tx)) || isNew;
    if (!isNew) throw new NothingChanged({ viewer: accountId });
    tx.record({
      name: 'mailPreferences.set',
      ...about('Account', { id: accountId, regionId: null }),
      details: { fields },
    });
    return { viewer: accountId };
  },
};

/** False if they were so already, as chosen or because nothing was. */
async function setWishes(tx: Tx, accountId: string, input: MailPreferencesSetInput): Promise<boolean> {
  const { reminders = null, digest = null, quietFrom = null, quietUntil = null } = input;
  const written = await tx.query(
    `insert into mail_preferences (id, account_id, reminders, digest, quiet_from, quiet_until)
     select $1, $2, wished.* from (select) one left join mail_preferences own on own.account_id = $2
     cross join lateral mail_wishes(own) so
     cross join lateral (select coalesce($3, so.reminders), coalesce($4, so.digest), coalesce($5, so.quiet_from),
       coalesce($6, so.quiet_until)) wished
     where wished is distinct from so
     on conflict (account_id) do update set reminders = coalesce($3, mail_preferences.reminders),
       digest = coalesce($4, mail_preferences.digest), quiet_from = coalesce($5, mail_preferences.quiet_from),
       quiet_until = coalesce($6, mail_preferences.quiet_until)
     returning id`,
    [uuid(), accountId, reminders, digest, quietFrom, quietUntil],
  );
  return written.length > 0;
}

/** By a link in an email; false if there was none. */
async function cancelOptOut(tx: Tx): Promise<boolean> {
  const { personId } = tx.viewer;
  if (!personId) return false;
  const gone = await asSystem(tx, () =>
    tx.query('delete from mail_preferences where person_id = $1 returning person_id', [personId]),
  );
  return gone.length > 0;
}

/** False if it was so already. Without an address of its own an account uses that of its person, so a first one here may be a change. */
async function setAddress(
  tx: Tx,
  accountId: string,
  wanted: string | null,
  byItself: boolean,
): Promise<boolean> {
  const owner = { subjectType: 'Account', id: accountId, regionId: null } as const;
  const outcome = await changeAddress(tx, { owner, wanted, byItself, path: ['input', 'email'] });
  if (outcome === 'WAITS') return true;
  const written = await tx.query(
    'update accounts set email_norm = $2 where id = $1 and email_norm is distinct from $2 returning id',
    [accountId, wanted],
  );
  return written.length > 0 || outcome === 'COUNTS';
}
