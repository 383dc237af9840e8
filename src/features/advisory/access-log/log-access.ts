import { v7 as uuid } from 'uuid';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';

/** One disclosure of a parent's name, or of their profile without it. */
export interface Access {
  readonly personId: string;
  readonly what: 'NAME_AND_CONTACT' | 'NAME_EXPORTED' | 'PROFILE_EXPORTED';
  readonly why: 'INVITATION_ACCEPTED' | 'APPOINTED' | 'RETIREMENT_SCHEDULE' | 'LIST';
  /** who was told, or let the body know; null: everybody who fills seats of the body */
  readonly accountId: string | null;
  readonly bodyId: string | null;
  readonly invitationId: string | null;
  /** what a list was taken along for */
  readonly listPurpose?: string;
}

/**
 * Logs that the viewer looks at the contact details of these people, or of nominees by the ids of their invitations:
 * once a day for each of them. What people see of themselves is no disclosure.
 */
export async function logLookups(tx: Tx, whose: readonly string[]): Promise<void> {
  const others = whose.filter((id) => id !== tx.viewer.personId);
  if (others.length === 0) return;
  await asSystem(tx, () =>
    tx.query(
      `with logged as (
         insert into person_access_log (id, person_id, person_region_id, happened_at, what, why, account_id)
         select a.id, p.id, p.region_id, $2, 'CONTACT', 'LOOKED_UP', $3
         from jsonb_to_recordset($1) a (id uuid, person uuid) join people p on p.id = a.person
         order by p.id
         on conflict do nothing)
       select note_nominee_lookups($4, $2)`,
      [
        JSON.stringify(others.map((person) => ({ id: uuid(), person }))),
        tx.now.toString(),
        tx.viewer.accountId,
        others,
      ],
    ),
  );
}

/** Logs the disclosures of names, for these parents to see. The log only grows. */
export async function logAccess(tx: Tx, accesses: readonly Access[]): Promise<void> {
  if (accesses.length === 0) return;
  const rows = JSON.stringify(accesses.map((access) => ({ id: uuid(), ...access })));
  await asSystem(tx, () =>
    tx.query(
      `insert into person_access_log (id, person_id, person_region_id, happened_at, what, why, account_id, body_id,
         invitation_id, list_purpose)
       select a.id, p.id, p.region_id, $2, a.what, a.why, a."accountId", a."bodyId", a."invitationId", a."listPurpose"
       from jsonb_to_recordset($1) a (id uuid, "personId" uuid, what text, why text, "accountId" uuid, "bodyId" uuid,
         "invitationId" uuid, "listPurpose" text)
       join people p on p.id = a."personId"`,
      [rows, tx.now.toString()],
    ),
  );
}
