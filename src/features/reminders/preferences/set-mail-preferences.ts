import { v7 as uuid } from 'uuid';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
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
    const { reminders = null, digest = null, quietFrom = null, quietUntil = null } = input;
    await tx.query(
      `insert into mail_preferences (id, account_id, reminders, digest, quiet_from, quiet_until)
       select $1, $2, coalesce($3, reminders), coalesce($4, digest), coalesce($5, quiet_from), coalesce($6, quiet_until)
       from mail_wishes(null)
       on conflict (account_id) do update set reminders = coalesce($3, mail_preferences.reminders),
         digest = coalesce($4, mail_preferences.digest), quiet_from = coalesce($5, mail_preferences.quiet_from),
         quiet_until = coalesce($6, mail_preferences.quiet_until)`,
      [uuid(), accountId, reminders, digest, quietFrom, quietUntil],
    );
    const fields = Object.keys(input).filter((name) => name !== 'idempotencyKey');
    if (input.email !== undefined) {
      await setAddress(tx, accountId, email?.toLowerCase() ?? null, fields.length === 1);
    }
    if (reminders === true && tx.viewer.personId) {
      const { personId } = tx.viewer;
      await asSystem(tx, () => tx.query('delete from mail_preferences where person_id = $1', [personId]));
    }
    tx.record({
      name: 'mailPreferences.set',
      ...about('Account', { id: accountId, regionId: null }),
      details: { fields },
    });
    return { viewer: accountId };
  },
};

/** Without an address of its own an account uses that of its person, so a first one here may be a change. */
async function setAddress(
  tx: Tx,
  accountId: string,
  wanted: string | null,
  byItself: boolean,
): Promise<void> {
  const owner = { subjectType: 'Account', id: accountId, regionId: null } as const;
  if ((await changeAddress(tx, { owner, wanted, byItself, path: ['input', 'email'] })) !== 'WAITS') {
    await tx.query('update accounts set email_norm = $2 where id = $1', [accountId, wanted]);
  }
}
