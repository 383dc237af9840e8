import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import type { Processed } from '../../../writes/processing.js';
import type { DepartureScene, Involved } from '../../departures/testing/departure-scene.js';

/** A text that stands nowhere else, in whatever case. */
export const CANARY = 'kanarie';

/** What somebody did in their work is of that work, and what others wrote of a search is theirs: people look at it. */
const OF_OTHERS = [
  'audit_log',
  'erasures',
  'imports',
  'region_agreements',
  'succession_plans',
  'theme_proposals',
  'work_item_assignments',
];
/** Codes without a check of their own, what says when a meeting is, and what a pseudonym is for. */
const CODES = [
  'calendar_events.when_and_where',
  'ervaringsdeskundigen.languages',
  'reminders.kind',
  'reminders.subject_type',
  'seat_invitations.shortlist',
  'people.pseudonym',
  'consents.text_version',
  'kept_rows.kept_table',
  'audit_values.place',
  'annulments.subject_type',
  'person_access_log.list_purpose',
];

/** Rows of somebody in every table that their scene leaves empty; ids are uuids. */
export async function holdEverywhere(scene: DepartureScene, of: Involved): Promise<void> {
  const { service, region } = scene;
  const { personId, profile, invitation, network, appointment, led } = of;
  const { owner } = service;
  const put = (table: string, row: object) => {
    const names = Object.keys(row);
    return owner.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_name, place) => `$${place + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  const at = '2026-11-20T10:00:00Z';
  const account = uuid();
  const mail = uuid();
  const importId = uuid();
  await owner.query(
    `update successor_candidates set stage = 'DECLINED', ended_on = '2026-11-20', decline_reason = 'X' where person_id = $1`,
    [personId],
  );
  await put('accounts', {
    id: account,
    issuer: 'https://issuer.test',
    subject: 'the parent',
    display_name: 'X',
    email_norm: `${CANARY}@example.org`,
    person_id: personId,
  });
  await put('account_roles', {
    id: uuid(),
    account_id: account,
    role: 'SECRETARY',
    region_id: region,
    period: '[2020-01-01,2021-01-01)',
  });
  await put('person_contacts', {
    person_id: personId,
    email: `${CANARY}@example.org`,
    phone: '+31612345678',
  });
  await put('person_notes', { person_id: personId, region_id: region, note: 'X' });
  await put('person_merges', {
    id: uuid(),
    survivor_id: personId,
    other_id: await scene.make.person(region),
    region_id: region,
    reason: 'X',
    choices: {},
    recorded_at: at,
    undone_at: at,
    undone_because: 'X',
  });
  await scene.make.schoolTie(personId);
  await put('contact_pauses', { person_id: personId, period: '[2026-11-20,2026-12-20)', recorded_at: at });
  await put('hidden_names', { person_id: personId, given_name: 'X', family_name: 'X' });
  await put('mail_address_changes', {
    id: uuid(),
    person_id: personId,
    old_address: 'x@example.org',
    new_address: 'y@example.org',
    asked_by: account,
    asked_at: at,
    expires_on: '2026-12-01',
  });
  await put('idempotency_keys', {
    account_id: account,
    key: uuid(),
    mutation: 'X',
    input_hash: 'X',
    answer: {},
  });
  await put('trainings', {
    id: uuid(),
    ervaringsdeskundige_id: profile,
    title: 'X',
    issuer: 'X',
    completed_on: '2026-01-01',
  });
  await put('ervaringsdeskundige_themes', {
    ervaringsdeskundige_id: profile,
    theme_id: await scene.make.theme(),
  });
  await put('incompatibilities', {
    id: uuid(),
    ervaringsdeskundige_id: profile,
    kind: 'EMPLOYEE',
    organisation_id: await scene.make.organisation(region),
    period: '[2026-01-01,)',
  });
  await put('seat_nominees', {
    invitation_id: invitation,
    given_name: 'X',
    family_name: 'X',
    email: 'x@example.org',
    source: 'X',
  });
  await put('nominee_lookups', {
    invitation_id: invitation,
    account_id: account,
    looked_on: '2026-11-20',
    looked_at: at,
  });
  await put('person_access_log', {
    id: uuid(),
    person_id: personId,
    person_region_id: region,
    happened_at: at,
    what: 'CONTACT',
    why: 'LOOKED_UP',
    account_id: account,
  });
  await put('departures', {
    id: uuid(),
    person_id: personId,
    region_id: region,
    kind: 'STOPS_EVERYTHING',
    last_day: '2020-01-01',
    note: 'X',
    recorded_at: '2020-01-01T10:00:00Z',
    taken_back_at: '2020-01-02T10:00:00Z',
  });
  await put('person_tasks', {
    id: uuid(),
    person_id: personId,
    region_id: region,
    kind: 'STOPPED',
    made_on: '2020-01-01',
    due_on: '2020-01-08',
  });
  await put('person_moves', {
    id: uuid(),
    person_id: personId,
    from_region_id: scene.elsewhere,
    to_region_id: region,
    moved_on: '2020-01-01',
    recorded_at: at,
  });
  await put('mails', {
    id: mail,
    kind: 'NETWORK_END',
    recipient_type: 'PERSON',
    recipient_id: personId,
    params: {},
    made_at: at,
    due_at: at,
    sent_at: at,
    message_id: 'X',
    last_error: 'X',
    sent_to: 'X',
  });
  await put('mail_preferences', { id: uuid(), person_id: personId });
  await put('reminders', {
    id: uuid(),
    kind: 'EXPECTED_END',
    subject_type: 'Trekkerschap',
    subject_id: led,
    oudernetwerk_id: network,
    region_id: region,
    due_on: '2026-11-20',
    step: 0,
    mail_id: mail,
    made_at: at,
  });
  await put('calendar_events', {
    what: 'SEAT_TERM_END',
    subject_id: appointment,
    day: '2026-11-20',
    is_off: false,
    sequence: 0,
    changed_at: at,
  });
  await put('calendar_copies', {
    recipient_type: 'PERSON',
    recipient_id: personId,
    what: 'SEAT_TERM_END',
    subject_id: appointment,
    day: '2026-11-20',
    is_off: false,
    given_at: at,
    summary: 'X',
  });
  const audit = uuid();
  const annulled = uuid();
  for (const [id, subject_id] of [
    [audit, personId],
    [uuid(), annulled],
  ]) {
    await put('audit_log', {
      id,
      happened_at: at,
      account_id: account,
      action: 'membership.annulled',
      subject_type: 'Membership',
      subject_id,
      region_id: region,
      facts: { personId },
    });
  }
  await put('annulments', {
    id: uuid(),
    subject_type: 'Membership',
    subject_id: annulled,
    region_id: region,
    account_id: account,
    annulled_at: at,
    reason: 'X',
  });
  await put('audit_values', {
    audit_id: audit,
    person_id: personId,
    region_id: region,
    place: 'person_notes.note',
    row_id: personId,
    before: 'X',
    after: 'X',
  });
  await put('kept_rows', {
    cause_id: uuid(),
    kept_table: 'memberships',
    row_id: uuid(),
    was: { person_id: personId },
    became: {},
  });
  await put('imports', {
    id: importId,
    region_id: region,
    account_id: account,
    kind: 'PEOPLE',
    state: 'READY',
    asked_on: '2026-11-20',
    expires_on: '2026-12-20',
  });
  await put('import_rows', {
    id: uuid(),
    import_id: importId,
    region_id: region,
    number: 1,
    cells: ['X'],
    person_id: personId,
  });
  await put('import_parts', {
    id: uuid(),
    import_id: importId,
    region_id: region,
    number: 1,
    kind: 'CREATED',
    subject_id: personId,
    person_id: personId,
    said_before: {},
    said_after: {},
  });
  await put('network_messages', {
    id: uuid(),
    oudernetwerk_id: network,
    region_id: region,
    account_id: account,
    written_as: 'TREKKER',
    subject: 'X',
    text: 'X',
    written_at: at,
    sent_to: 0,
    not_sent_to: 0,
  });
  await put('network_message_optouts', {
    person_id: personId,
    oudernetwerk_id: network,
    recorded_at: at,
  });
  await put('list_exports', {
    id: uuid(),
    account_id: account,
    kind: 'X',
    purpose: 'X',
    format: 'X',
    filter: {},
    asked_at: at,
  });
  await owner.query(
    `insert into seat_alternates (id, absence_id, body_id, region_id, person_id)
     select gen_random_uuid(), a.id, a.body_id, a.region_id, $1 from absences a where a.id = $2`,
    [personId, await absenceFromSeat(owner, of)],
  );
}

async function absenceFromSeat(owner: Client, { personId, seat }: Involved): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into absences (id, person_id, body_id, region_id, period)
     select gen_random_uuid(), $1, body_id, region_id, '[2026-11-20,2026-12-01)' from advisory_seats where id = $2 returning id`,
    [personId, seat],
  );
  return rows[0]!.id;
}

/**
 * A canary of its own in every column that is classified as personal and can hold one, in all rows of somebody; by their
 * table and column. Triggers and foreign keys rest meanwhile. Fails where a table has no row of theirs.
 */
export async function letCanariesIn(
  superuserUrl: string,
  personId: string,
  processed: readonly Processed[],
): Promise<string[]> {
  const superuser = new Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query(`set session_replication_role = replica`);
  const filled: string[] = [];
  try {
    for (const { table, columns } of processed.filter(({ whose }) => whose !== 'ORGANISATION_CONTACT')) {
      const { rows: ways } = await superuser.query<{ way: string | null }>(
        'select way_to_person($1) as way',
        [table],
      );
      const way = ways[0]?.way?.replaceAll('$1', `'${personId}'::uuid`);
      if (!way || OF_OTHERS.includes(table)) continue;
      const { rows } = await superuser.query<{ name: string; type: string }>(TEXTS, [table, columns]);
      for (const { name, type } of rows) {
        const place = `${table}.${name}`;
        if (CODES.includes(place)) continue;
        const canary = `${CANARY}-${place}`;
        const text = type === 'jsonb' ? JSON.stringify({ person_id: personId, canary }) : canary;
        const value = type === 'text[]' ? [text] : text;
        const { rowCount } = await superuser
          .query(`update ${table} r set ${name} = $1 where ${way}`, [value])
          .catch((error: unknown) => {
            // a code, or a text that is not written as this
            if ((error as { code: string }).code === '23514') return { rowCount: -1 };
            throw error;
          });
        if (rowCount === -1) continue;
        if (!rowCount) throw new Error(`Nothing is held of the person in ${table}`);
        filled.push(place);
      }
    }
  } finally {
    await superuser.end();
  }
  return filled;
}

/** Columns that can hold any text. */
const TEXTS = `
  select a.attname::text as name, a.atttypid::regtype::text as type
  from pg_attribute a
  where a.attrelid = to_regclass($1) and a.attname = any ($2) and a.attgenerated = ''
    and a.atttypid::regtype::text in ('text', 'text[]', 'jsonb')
    and not exists (select from pg_constraint k where k.conrelid = a.attrelid and a.attnum = any (k.conkey)
      and (k.contype = 'f' or k.contype = 'c' and pg_get_constraintdef(k.oid) ~ 'ARRAY'))`;

/** Every row of the database that holds the text anywhere, as `table: row`. */
export async function whereverItIs(owner: Client, text: string): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(
      `select to_jsonb(r)::text as row from ${name} r where strpos(lower(to_jsonb(r)::text), $1) > 0`,
      [text],
    );
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}
