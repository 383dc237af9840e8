import { createHash } from 'node:crypto';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import type { Row } from './naive-rows.js';

/** Addresses that wait, and those that a mail server refused. */
export function addressResolvers({ rows, asker }: NaiveLooks): Resolvers {
  const fieldsOf = (column: string, ownerOf: (row: Row) => unknown) => ({
    pendingEmail: (row: Row) =>
      rows
        .all('addressChanges')
        .find(
          (each) => each[column] === ownerOf(row) && each.outcome === null && each.expiresOn >= asker.today,
        )?.newAddress ?? null,
    emailUndeliverable: ({ email }: Row) => {
      const hash = createHash('sha256').update(String(email).toLowerCase()).digest('hex');
      return rows.all('everyUndeliverable').some(({ addressHash }) => addressHash === `\\x${hash}`);
    },
  });
  return {
    Organisation: fieldsOf('organisationId', ({ id }) => id),
    ContactDetails: fieldsOf('personId', ({ personId }) => personId),
    MailPreferences: fieldsOf('accountId', ({ accountId }) => accountId),
  };
}
