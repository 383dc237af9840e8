import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ACCOUNT,
  EXISTS_IN_NETWORK,
  IN_REGION,
  LED,
  NETWORKS,
  NETWORK_MANAGED,
  OF_ACCOUNT,
  OF_NETWORK,
  OF_ROLE,
  OUTLINES,
  OWN_OR_MANAGED,
  PERSON,
  PERSON_IN_REGION,
  PERSON_MANAGED,
  PERSON_SEEN,
  REFERENCE,
  REGIONS,
  type Rule,
  SERVICE,
  SIGNED_IN,
  SUPPORTED,
  protect,
} from './row-level-rules.js';

const RULES: readonly Rule[] = [
  { table: 'municipalities', ...REFERENCE },
  { table: 'themes', ...REFERENCE },
  { table: 'school_stages', ...REFERENCE },
  // the national office changes a region
  { table: 'regions', ...REFERENCE, writes: { update: `current_user = 'okn_national' and ${SIGNED_IN}` } },
  { table: 'organisations', ...REFERENCE, writes: { insert: `${IN_REGION} and not from_reference` } },
  {
    table: 'organisation_municipalities',
    ...REFERENCE,
    writes: {
      insert: `exists (select from organisations o
        where o.id = organisation_id and o.region_id = any (${REGIONS}) and not o.from_reference)`,
    },
  },
  {
    table: 'people',
    regional: `region_ids && ${REGIONS}`,
    // who sees a role sees its person: both subqueries obey the policies of their own tables
    personal: `region_ids && ${REGIONS} or id = ${PERSON}
      or exists (select from trekkerschappen t where t.person_id = people.id)
      or exists (select from memberships m where m.person_id = people.id)`,
    writes: { insert: IN_REGION, update: `${IN_REGION} or id = ${PERSON}` },
    updates:
      'version, municipality_id, perspectives, language, participation_forms, hours_per_month, day_parts',
  },
  {
    table: 'person_details',
    regional: `region_ids && ${REGIONS}`,
    personal: PERSON_SEEN,
    writes: { insert: OWN_OR_MANAGED, update: OWN_OR_MANAGED },
    // TypeORM's upsert writes the key too
    updates: 'person_id, given_name, infix, family_name',
  },
  {
    table: 'school_ties',
    regional: PERSON_SEEN,
    personal: `person_id = ${PERSON} or ${PERSON_IN_REGION}`,
    writes: { insert: OWN_OR_MANAGED, update: OWN_OR_MANAGED, delete: OWN_OR_MANAGED },
  },
  {
    table: 'person_contacts',
    // not for admins as such, who may be a coordinator or a parent too
    national: `person_id = ${PERSON} or ${PERSON_IN_REGION}`,
    regional: PERSON_SEEN,
    personal: `person_id = ${PERSON} or ${PERSON_IN_REGION}`,
    writes: { insert: OWN_OR_MANAGED, delete: OWN_OR_MANAGED },
  },
  {
    table: 'person_notes',
    national: PERSON_IN_REGION,
    regional: PERSON_SEEN,
    personal: PERSON_IN_REGION,
    writes: { insert: PERSON_MANAGED, delete: PERSON_MANAGED },
  },
  {
    table: 'oudernetwerken',
    regional: IN_REGION,
    personal: `${IN_REGION} or id = any (${OUTLINES})`,
    // who leads or supports a network locks it, by counting its version up
    writes: { insert: IN_REGION, update: `${IN_REGION} or id = any (${NETWORKS})` },
  },
  ...['oudernetwerk_municipalities', 'oudernetwerk_themes'].map((table) => ({
    table,
    ...EXISTS_IN_NETWORK,
    writes: { insert: NETWORK_MANAGED, delete: NETWORK_MANAGED },
  })),
  // a role that was to start but never did is deleted; one that began is only ended
  {
    table: 'trekkerschappen',
    ...OF_ROLE,
    writes: {
      insert: IN_REGION,
      update: `${IN_REGION} or person_id = ${PERSON} and ${LED}`,
      delete: IN_REGION,
    },
  },
  {
    table: 'memberships',
    ...OF_ROLE,
    writes: { insert: IN_REGION, update: IN_REGION, delete: IN_REGION },
  },
  {
    table: 'caretakerships',
    ...OF_NETWORK,
    // a trekker who stops leaves a standby caretaker behind
    writes: {
      insert: `${IN_REGION} or standby and ${LED}`,
      update: `${IN_REGION} or standby and ${LED}`,
      delete: `${IN_REGION} or standby and ${LED}`,
    },
  },
  {
    table: 'support_arrangements',
    ...OF_NETWORK,
    writes: { insert: IN_REGION, update: IN_REGION, delete: IN_REGION },
  },
  {
    table: 'activities',
    ...OF_NETWORK,
    writes: {
      insert: `${IN_REGION} or ${SUPPORTED}`,
      update: `${IN_REGION} or ${SUPPORTED}`,
      delete: `${IN_REGION} or ${SUPPORTED}`,
    },
  },
  { table: 'accounts', regional: `id = ${ACCOUNT}`, personal: `id = ${ACCOUNT}` },
  { table: 'account_roles', ...OF_ACCOUNT },
  {
    table: 'idempotency_keys',
    ...OF_ACCOUNT,
    national: `account_id = ${ACCOUNT}`,
    writes: { insert: `account_id = ${ACCOUNT}` },
  },
  {
    table: 'audit_log',
    regional: 'false',
    personal: 'false',
    writes: { insert: `account_id = ${ACCOUNT}` },
  },
];

const TABLES = RULES.map((rule) => rule.table);

export class RowLevelSecurity1764000000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await protect(db, RULES);
    await db.query(`
      revoke execute on function viewer_of, people_named, person_details_follow_person, people_follow_role,
        oudernetwerken_last_activity, check_leadership_cover from public;
      grant execute on function fold, viewer_uuid, viewer_uuids, viewer_of, people_named to ${SERVICE};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    const policies = (await db.query(
      'select tablename as "table", policyname as policy from pg_policies where tablename = any ($1)',
      [TABLES],
    )) as { table: string; policy: string }[];
    for (const { table, policy } of policies) await db.query(`drop policy ${policy} on ${table}`);
    for (const table of TABLES) {
      await db.query(
        `revoke all on ${table} from ${SERVICE}; alter table ${table} disable row level security`,
      );
    }
  }
}
