import type { Client } from 'pg';
import { reachOf, roleOf, SET_VIEWER, SYSTEM_ROLE, viewerValues } from '../../db/viewer-settings.js';
import { day } from '../../kernel/clock.js';
import type { Viewer } from '../../kernel/viewer.js';
import { TEST_ISSUER } from '../test-service.js';

/** The error code if a role may not do something. */
export const DENIED = '42501';

/** Tables that only the owner reads; the others are readable by each of the roles. */
export const OWNER_ONLY = ['reference_imports'];
/** What the service does not need when it works for itself. */
const NOT_FOR_SYSTEM = [
  'findable_profiles',
  'names_by_region',
  'audit_log',
  'audit_values',
  'consents',
  'people_told_apart',
  'removed_school_holidays',
  'ervaringsdeskundige_themes',
  'handover_template_items',
  'hidden_names',
  'idempotency_keys',
  'import_columns',
  'import_parts',
  'import_rows',
  'kept_rows',
  'mail_keys',
  'names_by_place',
  'network_end_tasks',
  'nominee_lookups',
  'organisation_municipalities',
  'oudernetwerk_municipalities',
  'oudernetwerk_themes',
  'person_contacts',
  'person_notes',
  'school_holidays',
  'school_stages',
  'seat_requirements',
  'traits',
  'undeliverable_addresses',
  'work_item_assignments',
];

/** The table of a type, and a column that may be written. */
export const TABLES: Readonly<Record<string, readonly [table: string, column: string]>> = {
  Region: ['regions', 'version'],
  Municipality: ['municipalities', 'name'],
  Theme: ['themes', 'version'],
  SchoolHoliday: ['school_holidays', 'version'],
  ThemeProposal: ['theme_proposals', 'version'],
  Organisation: ['organisations', 'version'],
  Oudernetwerk: ['oudernetwerken', 'version'],
  Trekkerschap: ['trekkerschappen', 'version'],
  Absence: ['absences', 'version'],
  Membership: ['memberships', 'period'],
  Caretakership: ['caretakerships', 'period'],
  SupportArrangement: ['support_arrangements', 'period'],
  Activity: ['activities', 'title'],
  SuccessionPlan: ['succession_plans', 'version'],
  SuccessorCandidate: ['successor_candidates', 'version'],
  HandoverItem: ['handover_items', 'version'],
  Person: ['people', 'version'],
  SchoolTie: ['school_ties', 'version'],
  PersonDeparture: ['departures', 'last_day'],
  PersonTask: ['person_tasks', 'version'],
  RegionChange: ['region_changes', 'version'],
  PersonMove: ['person_moves', 'version'],
  Ervaringsdeskundige: ['ervaringsdeskundigen', 'version'],
  Training: ['trainings', 'version'],
  Incompatibility: ['incompatibilities', 'period'],
  Consent: ['consents', 'until'],
  AdvisoryBody: ['advisory_bodies', 'version'],
  RegionAgreement: ['region_agreements', 'version'],
  AdvisorySeat: ['advisory_seats', 'version'],
  SeatAppointment: ['seat_appointments', 'version'],
  SeatInvitation: ['seat_invitations', 'version'],
  PersonAccess: ['person_access_log', 'what'],
  Import: ['imports', 'version'],
};

/** Whether a role may select from a table at all. */
export function mayAsk(role: string, relation: string): boolean {
  return !OWNER_ONLY.includes(relation) && !(role === SYSTEM_ROLE && NOT_FOR_SYSTEM.includes(relation));
}

/** The result of a statement for a role that the service login takes on; the error code if it fails. Rolled back. */
export async function attemptAs<Result>(
  service: Client,
  role: string,
  sql: string,
  read: (rows: Record<string, unknown>[]) => Result,
  settings: Record<string, string> = {},
): Promise<Result | string> {
  await service.query('begin');
  try {
    for (const [name, value] of Object.entries(settings)) {
      await service.query(`select set_config('app.' || $1, $2, true)`, [name, value]);
    }
    await service.query(`set local role ${role}`);
    return read((await service.query(sql)).rows);
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await service.query('rollback');
  }
}

/** Takes on the role and settings of the service for this account, until the transaction that it begins ends. */
export async function become(service: Client, subject: string): Promise<Viewer> {
  await service.query('begin');
  await service.query('set local role okn_personal');
  const { rows } = await service.query<{ viewer: Viewer }>(
    `select viewer_of($1, $2, '2026-11-25') as viewer`,
    [TEST_ISSUER, subject],
  );
  const viewer = { ...rows[0]!.viewer, today: day('2026-11-25') };
  await service.query(SET_VIEWER.text, viewerValues(viewer));
  await service.query(`set local role ${roleOf(reachOf(viewer))}`);
  return viewer;
}
