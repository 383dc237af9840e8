import { describedEnum } from '../../graphql/connections.js';

export const AdvisoryBodyKind = describedEnum('AdvisoryBodyKind', 'Kind of body.', {
  ADVIESRAAD: 'Adviesraad, such as the adviesraad sociaal domein of a municipality.',
  BELEIDSTAFEL: 'Beleidstafel: a table at which policy is prepared jointly.',
  OPR: 'Ondersteuningsplanraad (OPR) of a samenwerkingsverband.',
  CLIENTENRAAD: 'Cliëntenraad of a care provider.',
  OUDERRAAD: 'Ouderraad of a school or organisation.',
  KLANKBORDGROEP: 'Klankbordgroep.',
  NETWERKGROEP: 'Netwerkgroep: a group in which networks and organisations meet.',
});

export const AdvisoryBodyStatus = describedEnum('AdvisoryBodyStatus', 'Life cycle of a body.', {
  FORMING: 'Being set up; its seats may already be filled.',
  ACTIVE: 'In operation.',
  ENDED: 'Ended permanently.',
});

export const SeatStatus = describedEnum('SeatStatus', 'Status of a seat on a given day.', {
  FUTURE: 'Does not exist yet.',
  FILLED: 'Filled, and not ending soon.',
  ENDS_SOON:
    'Filled, but the holder leaves within the number of months set by the body’s rules and no successor ' +
    'has been appointed.',
  CARRY_OVER: 'The holder’s term is over; they stay on until they are replaced.',
  VACANT: 'Nobody holds it.',
  ABOLISHED: 'No longer exists.',
});

export const RequirementKind = describedEnum('RequirementKind', 'Subject of a requirement.', {
  THEME: 'Experience with a theme.',
  DOMAIN: 'Experience in a field of work.',
  LEVEL: 'Takes part at a level.',
  REGION: 'Lives in a region or a region below it.',
  LANGUAGE: 'Speaks a language.',
  DAY_PART: 'Available in a part of the week.',
  TRAINING: 'Completed a training that is still valid.',
  PERSPECTIVE: 'Is a parent, a young person or a professional.',
});

export const RequirementStrength = describedEnum('RequirementStrength', 'How much a requirement weighs.', {
  HARD: 'A person who does not meet it is not suitable.',
  PREFERRED: 'A person who meets it is more suitable.',
});

export const SeatEndReason = describedEnum('SeatEndReason', 'Why a person leaves a seat.', {
  TERM_COMPLETED: 'The term is over.',
  REAPPOINTED: 'Appointed for another term.',
  REPLACED: 'Stayed on after their term until they were replaced.',
  CHILD_LEFT_SCHOOL: 'The child leaves the school that the body is concerned with.',
  PERSONAL: 'Personal reasons.',
  MOVED: 'Moved away.',
  DECEASED: 'Died.',
  INCOMPATIBLE: 'Something else they do is incompatible with the seat.',
  DISMISSED: 'Dismissed by the body that appointed them.',
  SEAT_ABOLISHED: 'The seat was abolished.',
  OTHER: 'Anything else.',
});

export const ReappointmentHindrance = describedEnum(
  'ReappointmentHindrance',
  'Why a person cannot be appointed for another term after this one.',
  {
    TERM_LIMIT: 'They have served the maximum number of consecutive terms under the body’s rules.',
    LEFT: 'They left before their term was over.',
    FOLLOWED: 'Someone, possibly the same person, is already appointed to the seat after them.',
    SEAT_ABOLISHED: 'The seat no longer exists after this term.',
  },
);

export const ScheduleFormat = describedEnum(
  'RetirementScheduleFormat',
  'File format of an exported rooster van aftreden.',
  {
    ICS:
      'A calendar: every holder whose term ends, on their last day. What your account had of it before and what ' +
      'moved or is off since is moved or cancelled (90 days). Without any term it has one event that says so.',
    XLSX: 'A workbook: terms that end, seats vacant today, and warnings.',
  },
);
