import { Arg, Args, ID, Query, Resolver } from 'type-graphql';
import { ForwardPage } from '../../../graphql/connections.js';
import type { SubjectType } from '../../../kernel/event.js';
import { connection, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { AuditEntryConnection } from './audit-entry.type.js';

/** Whatever the log has lines about. */
const SUBJECTS = [
  'Absence',
  'Account',
  'Activity',
  'AdvisoryBody',
  'AdvisorySeat',
  'Caretakership',
  'Ervaringsdeskundige',
  'HandoverItem',
  'Import',
  'Incompatibility',
  'Membership',
  'Municipality',
  'Organisation',
  'Oudernetwerk',
  'Person',
  'PersonMove',
  'PersonTask',
  'Region',
  'RegionAgreement',
  'RegionChange',
  'SchoolHoliday',
  'SchoolTie',
  'SeatAppointment',
  'SeatInvitation',
  'SuccessionPlan',
  'SuccessorCandidate',
  'SupportArrangement',
  'Theme',
  'ThemeProposal',
  'Training',
  'Trekkerschap',
] as const satisfies readonly SubjectType[];

@Resolver()
export class AuditQueries {
  @Reads(
    connection({
      from: (_root, { subjectId }) => {
        const about = sql`${subjectId!.uuid(...SUBJECTS)}::uuid`;
        return sql`select l.*, ${about} as about from audit_log l where l.id in (
          select a.id from audit_log a where a.subject_id = ${about}
          union select v.audit_id from audit_values v where v.person_id = ${about})`;
      },
    }),
  )
  @Query(() => AuditEntryConnection, {
    description:
      'What was done with something, latest first. For coordinators of the region in which it was done, and for national ' +
      'admins; empty for others.',
  })
  auditLog(
    @Arg('subjectId', () => ID, { description: 'Id of what it is about: a person, network, body, seat …' })
    _subjectId: string,
    @Args(() => ForwardPage) _page: ForwardPage,
  ): InstanceType<typeof AuditEntryConnection> {
    return readByEngine();
  }
}
