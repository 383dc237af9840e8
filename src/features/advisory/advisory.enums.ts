import { describedEnum } from '../../graphql/connections.js';

export const AdvisoryBodyKind = describedEnum('AdvisoryBodyKind', 'What sort of body.', {
  ADVIESRAAD: 'Adviesraad, such as the adviesraad sociaal domein of a municipality.',
  BELEIDSTAFEL: 'Table at which policy is prepared together.',
  OPR: 'Ondersteuningsplanraad of a samenwerkingsverband.',
  CLIENTENRAAD: 'Cliëntenraad of a provider.',
  OUDERRAAD: 'Ouderraad of a school or organisation.',
  KLANKBORDGROEP: 'Klankbordgroep.',
  NETWERKGROEP: 'Group in which networks and organisations meet.',
});

export const AdvisoryBodyStatus = describedEnum('AdvisoryBodyStatus', 'Where a body is in its life.', {
  FORMING: 'Being set up; its seats may be filled already.',
  ACTIVE: 'At work.',
  ENDED: 'Ended for good.',
});

export const SeatStatus = describedEnum('SeatStatus', 'Where a seat is on a day.', {
  FUTURE: 'Not there yet.',
  FILLED: 'Somebody holds it, and will for a while.',
  ENDS_SOON:
    'Somebody holds it, but stops within the months that the rules of the body call soon, and nobody is appointed after.',
  CARRY_OVER: 'The term of who holds it is over; they stay until somebody replaces them.',
  VACANT: 'Nobody holds it.',
  ABOLISHED: 'Not there any more.',
});

export const RequirementKind = describedEnum('RequirementKind', 'What a seat asks about.', {
  THEME: 'Experience with a theme.',
  DOMAIN: 'Experience in a field of work.',
  LEVEL: 'Working at a level.',
  REGION: 'Living in a region or one below it.',
  LANGUAGE: 'Speaking a language.',
  DAY_PART: 'Having time at a part of the day.',
  TRAINING: 'Having done a training that is still valid.',
});

export const RequirementStrength = describedEnum('RequirementStrength', 'How much a requirement weighs.', {
  HARD: 'Who does not meet it does not fit.',
  PREFERRED: 'Who meets it fits better.',
});

export const SeatEndReason = describedEnum('SeatEndReason', 'Why somebody leaves a seat.', {
  TERM_COMPLETED: 'The term is over.',
  REAPPOINTED: 'Appointed for another term.',
  REPLACED: 'Stayed on after their term until somebody replaced them.',
  CHILD_LEFT_SCHOOL: 'The child leaves the school that it is about.',
  PERSONAL: 'A reason of their own.',
  MOVED: 'Moved away.',
  DECEASED: 'Died.',
  INCOMPATIBLE: 'Something else they do does not go together with the seat.',
  DISMISSED: 'Dismissed by who appointed them.',
  SEAT_ABOLISHED: 'The seat is no longer there.',
  OTHER: 'Anything else.',
});

export const ReappointmentHindrance = describedEnum(
  'ReappointmentHindrance',
  'Why somebody cannot be appointed for another term after this one.',
  {
    TERM_LIMIT: 'They have served as many terms in a row as the rules of the body allow.',
    LEFT: 'They left before their term was over.',
    FOLLOWED: 'Somebody, perhaps they themselves, is appointed to the seat after them.',
    SEAT_ABOLISHED: 'The seat is not there any more after this term.',
  },
);

export const ScheduleFormat = describedEnum(
  'RetirementScheduleFormat',
  'As which file a rooster van aftreden is given.',
  {
    ICS: 'Days for a calendar: everybody who leaves, on their last day.',
    XLSX: 'A workbook: who leaves, which seats are vacant today, and what to mind.',
  },
);
