import 'reflect-metadata';
import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { Temporal } from 'temporal-polyfill';
import { DateScalar } from '../graphql/scalars.js';
import { AdvisoryBodyMutations } from '../features/advisory/bodies/advisory-body.mutations.js';
import { SeatAppointmentMutations } from '../features/advisory/appointments/seat-appointment.mutations.js';
import {
  AdvisoryBodyFields,
  AdvisorySeatFields,
  PersonSeatAppointments,
  SeatAppointmentFields,
} from '../features/advisory/advisory.fields.js';
import { AdvisoryQueries } from '../features/advisory/advisory.queries.js';
import { RetirementExportMutations } from '../features/advisory/retirement/retirement-export.mutations.js';
import { AdvisoryBodyRetirement } from '../features/advisory/retirement/retirement-schedule.fields.js';
import { MatchConnectionFields, MatchQueries } from '../features/advisory/matching/match.queries.js';
import {
  AdvisorySeatInvitations,
  PersonInvitations,
  SeatInvitationQueries,
} from '../features/advisory/invitations/seat-invitation.fields.js';
import { SeatInvitationMutations } from '../features/advisory/invitations/seat-invitation.mutations.js';
import { ThresholdsMutations } from '../features/continuity/thresholds/thresholds.mutations.js';
import { WorklistMutations } from '../features/worklist/worklist.mutations.js';
import {
  OudernetwerkThresholds,
  RegionThresholds,
} from '../features/continuity/thresholds/thresholds.type.js';
import { WorklistQuery } from '../features/worklist/work-item.type.js';
import {
  OudernetwerkContinuity,
  TrekkerschapExpectedEnd,
} from '../features/continuity/assessment/continuity.fields.js';
import { DepartureImpactQuery } from '../features/continuity/departure/departure-impact.queries.js';
import { OudernetwerkForecast } from '../features/continuity/forecast/forecast.fields.js';
import { RegionContinuityFields } from '../features/continuity/region/region-continuity.fields.js';
import {
  ErvaringsdeskundigeFields,
  PersonErvaringsdeskundige,
  TrainingFields,
} from '../features/ervaringsdeskundigen/ervaringsdeskundige.fields.js';
import { ConsentTextQuery } from '../features/ervaringsdeskundigen/consent/consent-text.queries.js';
import { ErvaringsdeskundigeMutations } from '../features/ervaringsdeskundigen/ervaringsdeskundige.mutations.js';
import { ProfileRecordMutations } from '../features/ervaringsdeskundigen/records/profile-records.mutations.js';
import { ErvaringsdeskundigeQueries } from '../features/ervaringsdeskundigen/ervaringsdeskundige.queries.js';
import { OrganisationMutations } from '../features/organisations/organisation.mutations.js';
import { OrganisationQueries, RegionOrganisations } from '../features/organisations/organisation.queries.js';
import {
  OudernetwerkFields,
  PersonTrekkerschappen,
  RegionOudernetwerken,
} from '../features/oudernetwerken/oudernetwerk.fields.js';
import { OudernetwerkMutations } from '../features/oudernetwerken/oudernetwerk.mutations.js';
import { OudernetwerkQueries } from '../features/oudernetwerken/oudernetwerk.queries.js';
import { TrekkerschapMutations } from '../features/oudernetwerken/trekkerschap/trekkerschap.mutations.js';
import { NetworkRecordMutations } from '../features/oudernetwerken/records/network-records.mutations.js';
import { PersonMutations } from '../features/people/person.mutations.js';
import { PersonQueries } from '../features/people/person.queries.js';
import { ViewerQueries } from '../features/people/viewer.type.js';
import { ViewerMailPreferences } from '../features/reminders/preferences/mail-preferences.type.js';
import { ReminderMutations } from '../features/reminders/preferences/reminders.mutations.js';
import { RegionQueries } from '../features/regions/region.queries.js';
import { ThemeMutations } from '../features/regions/theme.mutations.js';
import { HandoverMutations } from '../features/succession/handover/handover.mutations.js';
import {
  HandoverItemFields,
  OudernetwerkSuccession,
  RegionHandoverTemplate,
  SuccessionPlanFields,
  SuccessorCandidateFields,
} from '../features/succession/succession.fields.js';
import { SuccessionMutations } from '../features/succession/succession.mutations.js';
import { nodeType, resolveFields } from './resolve-fields.js';

/** The whole schema. Throws when a mutation has no policy. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      RegionQueries,
      OrganisationQueries,
      RegionOrganisations,
      PersonQueries,
      ViewerQueries,
      OudernetwerkQueries,
      OudernetwerkFields,
      PersonTrekkerschappen,
      RegionOudernetwerken,
      ThemeMutations,
      OrganisationMutations,
      PersonMutations,
      OudernetwerkMutations,
      TrekkerschapMutations,
      NetworkRecordMutations,
      OudernetwerkSuccession,
      SuccessionPlanFields,
      SuccessorCandidateFields,
      HandoverItemFields,
      RegionHandoverTemplate,
      SuccessionMutations,
      HandoverMutations,
      AdvisoryQueries,
      AdvisoryBodyFields,
      AdvisorySeatFields,
      SeatAppointmentFields,
      PersonSeatAppointments,
      SeatInvitationQueries,
      AdvisorySeatInvitations,
      PersonInvitations,
      SeatInvitationMutations,
      ErvaringsdeskundigeQueries,
      ErvaringsdeskundigeFields,
      TrainingFields,
      PersonErvaringsdeskundige,
      AdvisoryBodyRetirement,
      AdvisoryBodyMutations,
      RetirementExportMutations,
      SeatAppointmentMutations,
      MatchQueries,
      MatchConnectionFields,
      ConsentTextQuery,
      ErvaringsdeskundigeMutations,
      ProfileRecordMutations,
      OudernetwerkContinuity,
      TrekkerschapExpectedEnd,
      OudernetwerkForecast,
      RegionContinuityFields,
      RegionThresholds,
      OudernetwerkThresholds,
      WorklistQuery,
      DepartureImpactQuery,
      ThresholdsMutations,
      WorklistMutations,
      ViewerMailPreferences,
      ReminderMutations,
    ],
    scalarsMap: [{ type: Temporal.PlainDate, scalar: DateScalar }],
    validate: false, // use-cases look at their input themselves, and say what is wrong in the viewer's language
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) resolveFields(type);
    if (isInterfaceType(type)) type.resolveType = nodeType;
  }
  requirePolicies(schema);
  describeRoots(schema);
  return schema;
}

/** What type-graphql has no place to describe. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType()!, schema.getMutationType()!];
  query.description = 'What can be read. What is hidden from the viewer is as if it were not there.';
  mutation.description =
    'What can be done: one mutation per action, each wholly or not at all. What is wrong with an input is in `errors`.';
  for (const field of Object.values(mutation.getFields())) {
    for (const argument of field.args) argument.description ??= `What \`${field.name}\` needs to know.`;
  }
}

function requirePolicies(schema: GraphQLSchema): void {
  const without = Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter((field) => typeof field.extensions.policy !== 'function')
    .map((field) => field.name);
  if (without.length > 0) throw new Error(`mutations without a policy: ${without.join(', ')}`);
}
