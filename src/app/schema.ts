import 'reflect-metadata';
import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { Temporal } from 'temporal-polyfill';
import { DateScalar } from '../graphql/scalars.js';
import { AdvisoryBodyMutations } from '../rooms/advisory/advisory-body.mutations.js';
import { SeatAppointmentMutations } from '../rooms/advisory/seat-appointment.mutations.js';
import {
  AdvisoryBodyFields,
  AdvisorySeatFields,
  PersonSeatAppointments,
  SeatAppointmentFields,
} from '../rooms/advisory/advisory.fields.js';
import { AdvisoryQueries } from '../rooms/advisory/advisory.queries.js';
import { RetirementExportMutations } from '../rooms/advisory/retirement-export.mutations.js';
import { AdvisoryBodyRetirement } from '../rooms/advisory/retirement-schedule.fields.js';
import { MatchConnectionFields, MatchQueries } from '../rooms/advisory/match.queries.js';
import {
  AdvisorySeatInvitations,
  PersonInvitations,
  SeatInvitationQueries,
} from '../rooms/advisory/seat-invitation.fields.js';
import { SeatInvitationMutations } from '../rooms/advisory/seat-invitation.mutations.js';
import { ContinuityMutations } from '../rooms/continuity/continuity.mutations.js';
import { OudernetwerkThresholds, RegionThresholds } from '../rooms/continuity/thresholds.type.js';
import { WorklistQuery } from '../rooms/continuity/work-item.type.js';
import { OudernetwerkContinuity, TrekkerschapExpectedEnd } from '../rooms/continuity/continuity.fields.js';
import { DepartureImpactQuery } from '../rooms/continuity/departure-impact.queries.js';
import { OudernetwerkForecast } from '../rooms/continuity/forecast.fields.js';
import { RegionContinuityFields } from '../rooms/continuity/region-continuity.fields.js';
import {
  ErvaringsdeskundigeFields,
  PersonErvaringsdeskundige,
  TrainingFields,
} from '../rooms/ervaringsdeskundigen/ervaringsdeskundige.fields.js';
import { ConsentTextQuery } from '../rooms/ervaringsdeskundigen/consent-text.queries.js';
import { ErvaringsdeskundigeMutations } from '../rooms/ervaringsdeskundigen/ervaringsdeskundige.mutations.js';
import { ProfileRecordMutations } from '../rooms/ervaringsdeskundigen/profile-records.mutations.js';
import { ErvaringsdeskundigeQueries } from '../rooms/ervaringsdeskundigen/ervaringsdeskundige.queries.js';
import { OrganisationMutations } from '../rooms/organisations/organisation.mutations.js';
import { OrganisationQueries, RegionOrganisations } from '../rooms/organisations/organisation.queries.js';
import {
  OudernetwerkFields,
  PersonTrekkerschappen,
  RegionOudernetwerken,
} from '../rooms/oudernetwerken/oudernetwerk.fields.js';
import { OudernetwerkMutations } from '../rooms/oudernetwerken/oudernetwerk.mutations.js';
import { OudernetwerkQueries } from '../rooms/oudernetwerken/oudernetwerk.queries.js';
import { TrekkerschapMutations } from '../rooms/oudernetwerken/trekkerschap.mutations.js';
import { NetworkRecordMutations } from '../rooms/oudernetwerken/network-records.mutations.js';
import { PersonMutations } from '../rooms/people/person.mutations.js';
import { PersonQueries } from '../rooms/people/person.queries.js';
import { ViewerQueries } from '../rooms/people/viewer.type.js';
import { ViewerMailPreferences } from '../rooms/reminders/mail-preferences.type.js';
import { ReminderMutations } from '../rooms/reminders/reminders.mutations.js';
import { RegionQueries } from '../rooms/regions/region.queries.js';
import { ThemeMutations } from '../rooms/regions/theme.mutations.js';
import { HandoverMutations } from '../rooms/succession/handover.mutations.js';
import {
  HandoverItemFields,
  OudernetwerkSuccession,
  RegionHandoverTemplate,
  SuccessionPlanFields,
  SuccessorCandidateFields,
} from '../rooms/succession/succession.fields.js';
import { SuccessionMutations } from '../rooms/succession/succession.mutations.js';
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
      ContinuityMutations,
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
