import { describedEnum } from '../../graphql/connections.js';

export const Level = describedEnum('Level', 'Level at which parents and professionals work together.', {
  KIND: 'Around one child.',
  UITVOERING: 'Projects and day-to-day practice.',
  BELEID: 'Policy.',
});

export const StatementBasis = describedEnum(
  'StatementBasis',
  'How a statement about an ervaringsdeskundige was established.',
  {
    SELF_DECLARED: 'By their own declaration.',
    INTERVIEW: 'In a conversation with a coordinator.',
    REFERENCE: 'By a reference from someone they worked with.',
    TRAINING: 'By a training they completed.',
    OBSERVED: 'Observed in practice by a coordinator.',
  },
);

export const MeetingForm = describedEnum('MeetingForm', 'How a person takes part in meetings.', {
  ONLINE: 'By video call.',
  ON_SITE: 'In person.',
});

export const Compensation = describedEnum(
  'Compensation',
  'What someone would like in return for their time.',
  {
    NONE: 'Nothing.',
    EXPENSES: 'Reimbursement of expenses, such as travel.',
    VOLUNTEER_ALLOWANCE: 'The volunteer allowance (vrijwilligersvergoeding).',
    ATTENDANCE_FEE: 'A fee for each meeting (vacatiegeld).',
  },
);

export const IncompatibilityKind = describedEnum(
  'IncompatibilityKind',
  'Capacity in which a person is tied to an organisation or a municipality.',
  {
    EMPLOYEE: 'Employee.',
    COUNCIL_MEMBER: 'Member of its council.',
    BOARD_MEMBER: 'Member of its board or supervisory board.',
    CONTRACTOR: 'Contractor.',
  },
);

export const TrainingState = describedEnum('TrainingState', 'Validity of a training.', {
  VALID: 'Valid.',
  RENEWAL_WINDOW: 'Valid, but expires within three months: time to renew it.',
  EXPIRED: 'No longer valid.',
});

const SAID = {
  SCHOOL_AND_THEMES:
    'That the kind of school of their child and the themes of their profile are kept, which may say something of health ' +
    '(AVG article 9).',
  CONTACT_BY_APP: 'That apps of partner organisations see how to reach them.',
  PHOTO: 'That photos of them are used.',
  NEWSLETTER: 'That they get the newsletter of their region.',
} as const;

export const ConsentPurpose = describedEnum('ConsentPurpose', 'What somebody consents to.', {
  FINDABLE: 'To be found for seats.',
  CONTACT_BY_NETWORK: 'That trekkers and supporters of their network see how to reach them.',
  ...SAID,
});

export const PersonConsentPurpose = describedEnum(
  'PersonConsentPurpose',
  'What somebody says yes or no to with `consentGive` and `consentWithdraw`.',
  SAID,
);

export const ConsentScope = describedEnum('ConsentScope', 'Where a person is findable.', {
  REGION: 'For seats of bodies of their own region, and no other.',
  REGION_AND_AGREEMENTS:
    'For seats of bodies of their own region, and of bodies of other regions that work in theirs by agreement. It has ' +
    'a text of its own.',
  COUNTRY: 'Throughout the country, their own region included.',
  PARTNER_APPS: 'Also in apps of partner organisations, within the region or country that they consented to.',
});

export const ConsentChannel = describedEnum('ConsentChannel', 'How consent was given or withdrawn.', {
  ONLINE: 'By the person themselves, signed in to this service.',
  PAPER: 'Signed on paper; recorded by a coordinator.',
  PHONE: 'By telephone; recorded by a coordinator.',
  IN_PERSON: 'In a conversation; recorded by a coordinator.',
});

export const ConsentLanguage = describedEnum('ConsentLanguage', 'Language in which consent was requested.', {
  NL: 'Dutch.',
  EN: 'English.',
});
