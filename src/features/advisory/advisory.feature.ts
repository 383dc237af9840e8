import type { Feature } from '../../writes/feature.js';
import {
  AdvisoryBodyEntity,
  AdvisoryBodyOrganisationEntity,
  AdvisorySeatEntity,
  SeatRequirementEntity,
  SeatAppointmentEntity,
  SeatInvitationEntity,
  SeatNomineeEntity,
  PersonAccessEntity,
} from './advisory.entity.js';
import {
  AdvisoryBodyFields,
  AdvisorySeatFields,
  SeatAppointmentFields,
  SeatInvitationFields,
  PersonSeatAppointments,
} from './advisory.fields.js';
import { AbolitionMutations } from './abolition/abolition.mutations.js';
import { PersonAccessLog } from './access-log/person-access.fields.js';
import { AdvisoryQueries } from './advisory.queries.js';
import { departFromSeats } from './appointments/depart-from-seats.js';
import { SeatAppointmentMutations } from './appointments/seat-appointment.mutations.js';
import { AgreementMutations } from './agreements/agreement.mutations.js';
import { BodyAgreements } from './agreements/body-agreements.fields.js';
import { AdvisoryBodyMutations } from './bodies/advisory-body.mutations.js';
import { AdvisorySeatMutations } from './seats/advisory-seat.mutations.js';
import { closeForConsent } from './invitations/close-for-consent.js';
import {
  SeatInvitationQueries,
  AdvisorySeatInvitations,
  PersonAccessInvitation,
  PersonInvitations,
} from './invitations/seat-invitation.fields.js';
import { SeatInvitationMutations } from './invitations/seat-invitation.mutations.js';
import { MatchQueries, MatchConnectionFields } from './matching/match.queries.js';
import { RetirementExportMutations } from './retirement/retirement-export.mutations.js';
import { AdvisoryBodyRetirement } from './retirement/retirement-schedule.fields.js';
import { expiryOfInvitations } from './invitations/expire-invitations.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { ADVISORY_PERSONAL, ADVISORY_PROCESSED } from './advisory.personal.js';

export const advisory: Feature = {
  name: 'advisory',
  personal: ADVISORY_PERSONAL,
  processed: ADVISORY_PROCESSED,
  departing: departFromSeats,
  failures: { nl: nl.failures, en: en.failures },
  entities: [
    AdvisoryBodyEntity,
    AdvisoryBodyOrganisationEntity,
    AdvisorySeatEntity,
    SeatRequirementEntity,
    SeatAppointmentEntity,
    SeatInvitationEntity,
    SeatNomineeEntity,
    PersonAccessEntity,
  ],
  resolvers: [
    AdvisoryQueries,
    AdvisoryBodyFields,
    AdvisorySeatFields,
    SeatAppointmentFields,
    SeatInvitationFields,
    PersonSeatAppointments,
    SeatInvitationQueries,
    AdvisorySeatInvitations,
    PersonInvitations,
    PersonAccessLog,
    PersonAccessInvitation,
    SeatInvitationMutations,
    AdvisoryBodyRetirement,
    AdvisoryBodyMutations,
    BodyAgreements,
    AgreementMutations,
    AdvisorySeatMutations,
    AbolitionMutations,
    RetirementExportMutations,
    SeatAppointmentMutations,
    MatchQueries,
    MatchConnectionFields,
  ],
  constraints: {
    seat_requirements_seat_id_kind_value_key: 'DUPLICATE_VALUE',
    seat_appointments_one_holder: 'SEAT_TAKEN',
    seat_appointments_one_seat_each: 'ALREADY_IN_BODY',
    seat_invitations_once: 'ALREADY_ASKED',
    seat_invitations_former_once: 'ALREADY_ASKED',
  },
  listeners: [closeForConsent],
  jobs: () => [expiryOfInvitations],
};
