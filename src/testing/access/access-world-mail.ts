import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Put } from './access-world-experts.js';

/** Uuids. */
interface Mailed {
  /** who got it, of which network and about which trekkerschap */
  readonly person: string;
  readonly network: string;
  readonly region: string;
  readonly trekkerschap: string;
  /** whose address changes, by which account */
  readonly organisation: string;
  readonly account: string;
}

/** A reminder with its mail and what that put into a calendar; an address that changes, and one that takes no mail. */
export async function putMail(put: Put, of: Mailed): Promise<void> {
  const told = { recipient_type: 'PERSON', recipient_id: of.person, oudernetwerk_id: of.network, params: {} };
  const mail = { id: uuid(), kind: 'EXPECTED_END', ...told, made_at: '2026-08-01', due_at: '2026-08-01' };
  await put('reminders', {
    id: uuid(),
    kind: mail.kind,
    subject_type: 'Trekkerschap',
    subject_id: of.trekkerschap,
    oudernetwerk_id: of.network,
    region_id: of.region,
    due_on: '2027-07-31',
    step: 12,
    told: 'SELF',
    mail_id: await put('mails', mail),
    made_at: mail.made_at,
  });
  const event = { what: 'TREKKERSCHAP_END', subject_id: of.trekkerschap, day: '2027-07-31', is_off: false };
  await put('calendar_events', { ...event, sequence: 0, changed_at: mail.made_at });
  const copy = { recipient_type: 'PERSON', recipient_id: of.person, given_at: mail.made_at };
  await put('calendar_copies', { ...event, ...copy });
  await put('recorded_notices', {
    person_id: of.person,
    source: 'COORDINATOR',
    recorded_on: '2026-07-01',
    due_on: '2026-08-01',
    told_on: '2026-07-01',
    told_by: 'MAIL',
  });
  await put('network_messages', {
    id: uuid(),
    oudernetwerk_id: of.network,
    region_id: of.region,
    account_id: of.account,
    written_as: 'COORDINATOR',
    subject: 'Bijeenkomst',
    text: 'MESSAGE',
    written_at: '2026-08-01',
    sent_to: 1,
    not_sent_to: 0,
  });
  await put('network_message_optouts', {
    person_id: of.person,
    oudernetwerk_id: of.network,
    recorded_at: '2026-08-02',
  });
  const wished = { id: uuid(), asked_by: of.account, asked_at: '2026-11-24', expires_on: '2026-12-01' };
  await put('mail_address_changes', {
    ...wished,
    organisation_id: of.organisation,
    old_address: 'oud@example.org',
    new_address: 'nieuw@example.org',
  });
  await put('undeliverable_addresses', {
    address_hash: randomBytes(32),
    code: 'EENVELOPE 550',
    refused_at: '2026-11-24',
  });
}
