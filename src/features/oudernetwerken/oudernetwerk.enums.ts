import { describedEnum } from '../../graphql/connections.js';

export const OudernetwerkStatus = describedEnum('OudernetwerkStatus', 'Where a network is in its life.', {
  FORMING: 'Being set up; nobody has to lead it yet.',
  ACTIVE: 'At work; led on every day.',
  DORMANT: 'Paused; still led on every day.',
  ENDED: 'Ended for good.',
});

export const Sector = describedEnum('Sector', 'What a network is about.', {
  PO: 'Primary education.',
  VO: 'Secondary education.',
  MBO: 'Vocational education.',
  JEUGD: 'Youth care.',
  ZORG: 'Health care.',
});

export const MeetingRhythm = describedEnum('MeetingRhythm', 'How often a network meets.', {
  WEEKLY: 'Every week.',
  MONTHLY: 'Every month.',
  QUARTERLY: 'Every three months.',
  YEARLY: 'Every year.',
  AS_NEEDED: 'When there is a reason.',
});

export const TrekkerRole = describedEnum('TrekkerRole', 'How a parent leads.', {
  TREKKER: 'Leads the network.',
  CO_TREKKER: 'Leads it together with a trekker.',
});

export const EndReason = describedEnum('EndReason', 'Why a trekkerschap ends.', {
  CHILD_LEFT_SCHOOL: 'The child leaves the school that the network is about.',
  TERM_COMPLETED: 'The agreed term is over.',
  PERSONAL: 'A reason of their own.',
  MOVED: 'Moved away.',
  DECEASED: 'Died.',
  OTHER: 'Anything else.',
});

export const ActivityKind = describedEnum('ActivityKind', 'What shows that a network is alive.', {
  MEETING: 'Meeting of the network.',
  CAFE: 'Open café, such as a thuiszitterscafé.',
  CONTACT: 'Contact moment with the network.',
  TRAINING: 'Training or information evening.',
  OTHER: 'Anything else.',
});

export const ContinuityBand = describedEnum(
  'ContinuityBand',
  'How safe a network is: as its worst finding.',
  {
    STABLE: 'Nothing to mind.',
    ATTENTION: 'Something to keep an eye on.',
    AT_RISK: 'It will fail when nothing is done.',
    CRITICAL: 'It needs somebody now.',
    UNKNOWN: 'Not judged: it has ended, or you see it in outline only.',
  },
);
