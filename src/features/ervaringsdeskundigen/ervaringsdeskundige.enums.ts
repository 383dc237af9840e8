import { describedEnum } from '../../graphql/connections.js';

export const Level = describedEnum('Level', 'At which level parents and professionals work together.', {
  KIND: 'Around one child.',
  UITVOERING: 'In projects and in how things are carried out.',
  BELEID: 'In policy.',
});

export const StatementBasis = describedEnum(
  'StatementBasis',
  'How it was established that a statement about an ervaringsdeskundige holds.',
  {
    SELF_DECLARED: 'They say so themselves.',
    INTERVIEW: 'In a conversation with a coordinator.',
    REFERENCE: 'Somebody who worked with them says so.',
    TRAINING: 'A training they completed is about it.',
    OBSERVED: 'A coordinator saw it at work.',
  },
);

export const MeetingForm = describedEnum('MeetingForm', 'How somebody takes part in meetings.', {
  ONLINE: 'By video call.',
  ON_SITE: 'In the room.',
});

export const Compensation = describedEnum(
  'Compensation',
  'What somebody would like in return for their time.',
  {
    NONE: 'Nothing.',
    EXPENSES: 'What they spend, such as travel.',
    VOLUNTEER_ALLOWANCE: 'The allowance for volunteers (vrijwilligersvergoeding).',
    ATTENDANCE_FEE: 'A fee for each meeting (vacatiegeld).',
  },
);

export const IncompatibilityKind = describedEnum(
  'IncompatibilityKind',
  'In which capacity somebody is bound to an organisation or a municipality.',
  {
    EMPLOYEE: 'Works there.',
    COUNCIL_MEMBER: 'Is a member of its council.',
    BOARD_MEMBER: 'Is a member of its board or of those who supervise it.',
    CONTRACTOR: 'Works for it as a contractor.',
  },
);

export const TrainingState = describedEnum('TrainingState', 'Whether what was learned still counts.', {
  VALID: 'It counts.',
  RENEWAL_WINDOW: 'It counts, and ends within three months: time to renew it.',
  EXPIRED: 'Its last day has passed.',
});

export const ConsentScope = describedEnum('ConsentScope', 'Where somebody may be found.', {
  REGION: 'By who fills seats of bodies in their own region.',
  COUNTRY: 'By who fills seats anywhere in the country, their own region included.',
  PARTNER_APPS: 'By apps of partner organisations too, within the region or country that was agreed to.',
});

export const ConsentChannel = describedEnum('ConsentChannel', 'How consent was given or withdrawn.', {
  ONLINE: 'By the person themselves, signed in here.',
  PAPER: 'Signed on paper; a coordinator recorded it.',
  PHONE: 'By telephone; a coordinator recorded it.',
  IN_PERSON: 'In a conversation; a coordinator recorded it.',
});

export const ConsentLanguage = describedEnum('ConsentLanguage', 'Language in which consent was asked.', {
  NL: 'Dutch.',
  EN: 'English.',
});
