import { describedEnum } from '../../graphql/connections.js';

export const OudernetwerkStatus = describedEnum('OudernetwerkStatus', 'Life cycle of a network.', {
  FORMING: 'Being set up; nobody has to lead it yet.',
  ACTIVE: 'In operation; led on every day.',
  DORMANT: 'Paused; still led on every day.',
  ENDED: 'Ended, from its last day on.',
});

export const Sector = describedEnum('Sector', 'Sector that a network is concerned with.', {
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
  AS_NEEDED: 'As needed.',
});

export const TrekkerRole = describedEnum('TrekkerRole', 'Role in which a parent leads a network.', {
  TREKKER: 'Leads the network.',
  CO_TREKKER: 'Leads the network together with a trekker.',
});

export const EndReason = describedEnum('EndReason', 'Why a trekkerschap ends.', {
  CHILD_LEFT_SCHOOL: 'The child leaves the school that the network is concerned with.',
  TERM_COMPLETED: 'The agreed term is over.',
  PERSONAL: 'Personal reasons.',
  MOVED: 'Moved away.',
  DECEASED: 'Died.',
  OTHER: 'Anything else.',
});

export const NetworkEndTaskKind = describedEnum(
  'NetworkEndTaskKind',
  'What has to be done by hand for a network that ends.',
  {
    TELL_MEMBERS: 'To tell its members.',
    HAND_OVER_FILES: 'To hand over its files, its mailbox and its agreements.',
    WHERE_MEMBERS_GO: 'To help its members find another place.',
  },
);

export const ActivityKind = describedEnum('ActivityKind', 'Kinds of activity.', {
  MEETING: 'Meeting of the network.',
  CAFE: 'Open café, such as a thuiszitterscafé.',
  CONTACT: 'Contact with the network, such as a visit or a telephone call.',
  TRAINING: 'Training or information evening.',
  OTHER: 'Anything else.',
});

export const ContinuityBand = describedEnum(
  'ContinuityBand',
  'How secure a network’s future is: the band of its most severe finding.',
  {
    STABLE: 'No findings.',
    ATTENTION: 'Something needs attention.',
    AT_RISK: 'The network will fail if nothing is done.',
    CRITICAL: 'The network needs help now.',
    UNKNOWN: 'Not assessed: the network has ended, or you see only its outline.',
  },
);
