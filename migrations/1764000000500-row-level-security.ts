import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGIONS = `(select viewer_uuids('app.regions'))::uuid[]`;
const NETWORKS = `(select viewer_uuids('app.networks'))::uuid[]`;
const OUTLINES = `(select viewer_uuids('app.outlines'))::uuid[]`;
const PERSON = `(select viewer_uuid('app.person'))`;
const ACCOUNT = `(select viewer_uuid('app.account'))`;
const SIGNED_IN = `${ACCOUNT} is not null`;

const IN_REGION = `region_id = any (${REGIONS})`;
const ROLE_REACH = `${IN_REGION} or oudernetwerk_id = any (${NETWORKS}) or person_id = ${PERSON}`;
const NETWORK_REACH = `${IN_REGION} or oudernetwerk_id = any (${NETWORKS})`;
const PERSON_SEEN = `exists (select from people p where p.id = person_id)`;
const PERSON_IN_REGION = `exists (select from people p where p.id = person_id and p.region_ids && ${REGIONS})`;

interface Rule {
  readonly table: string;
  /** what a regional viewer (only coordinator roles) sees: served by an index */
  readonly regional: string;
  /** what any other viewer sees: the union of all its roles */
  readonly personal: string;
  /** false: not even for national viewers (field purpose: contact details and notes) */
  readonly national?: false;
  readonly writes?: string;
}

const REFERENCE = { regional: SIGNED_IN, personal: SIGNED_IN };
// a role that was to start but never did is deleted; one that began is only ended
const WRITES = 'insert, update, delete';
const OF_NETWORK = { regional: IN_REGION, personal: NETWORK_REACH, writes: WRITES };
const OF_ROLE = { regional: IN_REGION, personal: ROLE_REACH, writes: WRITES };

const RULES: readonly Rule[] = [
  { table: 'regions', ...REFERENCE },
  { table: 'municipalities', ...REFERENCE },
  { table: 'organisation_municipalities', ...REFERENCE },
  { table: 'themes', ...REFERENCE },
  { table: 'school_stages', ...REFERENCE },
  { table: 'organisations', ...REFERENCE },
  {
    table: 'people',
    regional: `region_ids && ${REGIONS}`,
    // who sees a role sees its person: both subqueries obey the policies of their own tables
    personal: `region_ids && ${REGIONS} or id = ${PERSON}
      or exists (select from trekkerschappen t where t.person_id = people.id)
      or exists (select from memberships m where m.person_id = people.id)`,
    writes: 'insert, update',
  },
  { table: 'person_details', regional: PERSON_SEEN, personal: PERSON_SEEN, writes: 'insert, update' },
  {
    table: 'school_ties',
    regional: PERSON_SEEN,
    personal: `person_id = ${PERSON} or ${PERSON_IN_REGION}`,
    writes: 'insert, update',
  },
  {
    table: 'person_contacts',
    regional: PERSON_SEEN,
    personal: `person_id = ${PERSON} or ${PERSON_IN_REGION}`,
    national: false,
    writes: 'insert, update, delete',
  },
  {
    table: 'person_notes',
    regional: PERSON_SEEN,
    personal: PERSON_IN_REGION,
    national: false,
    writes: 'insert, update, delete',
  },
  {
    table: 'oudernetwerken',
    regional: IN_REGION,
    personal: `${IN_REGION} or id = any (${OUTLINES})`,
    writes: 'insert, update',
  },
  ...['oudernetwerk_municipalities', 'oudernetwerk_themes'].map((table) => ({
    table,
    regional: `exists (select from oudernetwerken n where n.id = oudernetwerk_id)`,
    personal: `exists (select from oudernetwerken n where n.id = oudernetwerk_id)`,
    writes: 'insert, delete',
  })),
  { table: 'trekkerschappen', ...OF_ROLE },
  { table: 'memberships', ...OF_ROLE },
  { table: 'caretakerships', ...OF_NETWORK },
  { table: 'support_arrangements', ...OF_NETWORK },
  { table: 'activities', ...OF_NETWORK },
  {
    table: 'accounts',
    regional: `id = ${ACCOUNT}`,
    personal: `id = ${ACCOUNT}`,
    writes: 'update (locale, version)',
  },
  { table: 'account_roles', regional: `account_id = ${ACCOUNT}`, personal: `account_id = ${ACCOUNT}` },
  {
    table: 'idempotency_keys',
    regional: `account_id = ${ACCOUNT}`,
    personal: `account_id = ${ACCOUNT}`,
    writes: 'insert',
  },
  { table: 'audit_log', regional: 'false', personal: 'false', writes: 'insert' },
];

/** Tables no service role reads or writes; only functions of the owner do. */
const CLOSED = ['person_search'];

const SERVICE = 'okn_national, okn_regional, okn_personal';

export class RowLevelSecurity1764000000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of [...RULES.map((rule) => rule.table), ...CLOSED]) {
      await db.query(`alter table ${table} enable row level security, force row level security`);
      // migrations, imports and the functions above work as the owner
      await db.query(`create policy owner on ${table} to current_user using (true) with check (true)`);
    }
    for (const { table, regional, personal, national = true, writes } of RULES) {
      // an admin who is a parent too still sees their own contact details
      const nationalRows = national ? SIGNED_IN : `person_id = ${PERSON}`;
      await db.query(`
        create policy national on ${table} to okn_national using (${nationalRows});
        create policy regional on ${table} to okn_regional using (${regional});
        create policy personal on ${table} to okn_personal using (${personal});
        grant select${writes ? `, ${writes}` : ''} on ${table} to ${SERVICE};
      `);
    }
    await db.query(`
      -- what the national office manages, and organisations that a coordinator adds in its own region
      grant insert, update on regions, organisations to ${SERVICE};
      grant insert, delete on organisation_municipalities to ${SERVICE};
      grant insert, update on accounts, account_roles to okn_national;
      create policy own_region_only on organisations as restrictive for insert to okn_regional, okn_personal
        with check (${IN_REGION});
      create policy own_region_only_update on organisations as restrictive for update to okn_regional, okn_personal
        using (${IN_REGION} and not from_reference);
      create policy national_only on regions as restrictive for update to okn_regional, okn_personal using (false);
      create policy national_only_insert on regions as restrictive for insert to okn_regional, okn_personal
        with check (false);
      create policy append on audit_log for insert to ${SERVICE} with check (account_id = ${ACCOUNT});
      revoke execute on function viewer_of, people_named from public;
      grant execute on function fold, viewer_uuid, viewer_uuids, viewer_of, people_named to ${SERVICE};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { table } of RULES) {
      await db.query(`
        revoke all on ${table} from ${SERVICE};
        drop policy if exists national on ${table};
        drop policy if exists regional on ${table};
        drop policy if exists personal on ${table};
      `);
    }
    await db.query(`
      drop policy append on audit_log;
      drop policy national_only_insert on regions;
      drop policy national_only on regions;
      drop policy own_region_only_update on organisations;
      drop policy own_region_only on organisations;
    `);
    for (const table of [...RULES.map((rule) => rule.table), ...CLOSED]) {
      await db.query(`drop policy owner on ${table}; alter table ${table} disable row level security`);
    }
  }
}
