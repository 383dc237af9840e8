import { createHash } from 'node:crypto';
import { day } from '../../../kernel/clock.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import type { Row } from './naive-rows.js';

/** Addresses that wait, and those that a mail server refused. */
export function addressResolvers({ rows, asker }: NaiveLooks): Resolvers {
  const refused = ({ email }: Row) => {
    const hash = createHash('sha256').update(String(email).toLowerCase()).digest('hex');
    const since = day(asker.today).subtract({ days: 90 }).toString();
    return rows
      .all('everyUndeliverable')
      .some(
        ({ addressHash, refusedAt }) => addressHash === `\\x${hash}` && dayInAmsterdam(refusedAt) > since,
      );
  };
  const pending = (column: string, owner: unknown) =>
    rows
      .all('addressChanges')
      .find((each) => each[column] === owner && each.outcome === null && each.expiresOn >= asker.today)
      ?.newAddress ?? null;
  const fieldsOf = (column: string, ownerOf: (row: Row) => unknown) => ({
    pendingEmail: (row: Row) => pending(column, ownerOf(row)),
    emailUndeliverable: refused,
  });
  const pendingMailbox = (column: string) => ({ pendingMailbox: ({ id }: Row) => pending(column, id) });
  return {
    Region: pendingMailbox('regionId'),
    Oudernetwerk: pendingMailbox('oudernetwerkId'),
    Organisation: fieldsOf('organisationId', ({ id }) => id),
    ContactDetails: fieldsOf('personId', ({ personId }) => personId),
    SeatNominee: { emailUndeliverable: refused },
    MailPreferences: fieldsOf('accountId', ({ accountId }) => accountId),
  };
}

const dayInAmsterdam = (instant: unknown) =>
  new Date(String(instant)).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
