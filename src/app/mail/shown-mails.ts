import { day } from '../../kernel/clock.js';
import type { Locale } from '../../kernel/messages.js';
import { CARRY_AS } from '../../features/reminders/network-ends/carriers.js';
import { networkEndWording } from '../../features/reminders/network-ends/network-end-mail.js';
import { HOW, partnerWording } from '../../features/reminders/network-ends/partner-mail.js';
import { activityWording } from '../../features/reminders/activities/activity-mail.js';
import { newsWording, proofWording } from '../../features/reminders/addresses/address-content.js';
import { changesWording } from '../../features/reminders/calendars/calendar-wording.js';
import { consentWording } from '../../features/reminders/consents/consent-mail.js';
import { SAID_OUTCOMES, SAID_PURPOSES, saidWording } from '../../features/reminders/consents/said-mail.js';
import {
  NETWORK_CONTACT_NEWS,
  networkContactWording,
} from '../../features/reminders/network-contact/network-contact-mail.js';
import { MESSAGE_WRITERS, messageWording } from '../../features/reminders/messages/message-mail.js';
import { MOVE_NEWS, moveWording } from '../../features/reminders/moves/move-mail.js';
import { digestWording } from '../../features/reminders/digests/digest-content.js';
import {
  answeredWording,
  closedWording,
  invitedWording,
  reopenedWording,
  type ToldOfInvitation,
  unreachedWording,
  waitingWording,
} from '../../features/reminders/invitations/invitation-wording.js';
import {
  PERSON_TASK_NEWS,
  personTaskWording,
} from '../../features/reminders/person-tasks/person-task-mail.js';
import {
  endsWording,
  namedWording,
  notNamedWording,
} from '../../features/reminders/substitutes/substitute-mail.js';
import {
  RECORDED_FROM,
  RECORDED_KEPT,
  recordedWording,
} from '../../features/reminders/recorded/recorded-mail.js';
import type { Wording } from '../../features/reminders/mail/mail.js';
import type { RecipientType } from '../../features/reminders/mail/recipients.js';
import { checkButton, type NetworkNews, wordingOf } from '../../features/reminders/reminder-wording.js';
import {
  TAKEN_BACK_KINDS,
  type TakenBack,
  takenBackWording,
} from '../../features/reminders/taken-back/taken-back-mail.js';
import {
  THEME_PROPOSAL_NEWS,
  themeProposalWording,
} from '../../features/reminders/theme-proposals/theme-proposal-mail.js';
import { REMINDER_KINDS, type ReminderKind } from '../../features/reminders/save-reminders.js';

/** A mail as an example: its words, and to whom they go. */
export interface ShownMail {
  /** its kind, and what sets it apart from others of that kind */
  readonly name: string;
  readonly reader: RecipientType;
  /** it names nobody, and comes from the service itself or the region */
  readonly from: 'REGION' | 'NOBODY' | 'SERVICE';
  words(
    locale: Locale,
  ): Wording & { readonly why?: string; readonly button?: string; readonly list?: readonly string[] };
}

const NEWS: NetworkNews = {
  network: 'Oudernetwerk Voorbeeld',
  on: day('2027-07-31'),
  when: 'expected',
  self: false,
  person: 'Anna de Demo',
  overdue: 2,
  alone: true,
  byThemselves: true,
};

function reminder(name: string, kind: ReminderKind, differs: Partial<NetworkNews> = {}): ShownMail {
  const told = { ...NEWS, ...differs };
  const words = (locale: Locale) => {
    const button = checkButton(kind, locale, told);
    return { ...wordingOf(kind, locale, told), ...(button !== null && { button }) };
  };
  return { name: `${kind}: ${name}`, reader: told.self ? 'PERSON' : 'ACCOUNT', from: 'REGION', words };
}

const OF_THEMSELVES = { self: true };
const reminders: readonly ShownMail[] = [
  reminder('aan de trekker, verwacht', 'EXPECTED_END', OF_THEMSELVES),
  reminder('aan de trekker, vastgelegd', 'EXPECTED_END', { ...OF_THEMSELVES, when: 'recorded' }),
  reminder('aan de trekker, voorbij', 'EXPECTED_END', { ...OF_THEMSELVES, when: 'past' }),
  reminder('aan de trekker', 'TIE_UNCONFIRMED', OF_THEMSELVES),
  ...REMINDER_KINDS.map((kind) => reminder('aan wie het netwerk helpt', kind)),
];

const INVITATION: ToldOfInvitation = {
  body: 'Adviesraad Voorbeeld',
  seat: 'Ouder van een kind op het voortgezet onderwijs',
  person: 'Anna de Demo',
  pseudonym: 'Ervaringsdeskundige 7f3a9c',
  way: 'PSEUDONYM',
  nominated_by: 'SECRETARY',
  source: 'de ouderraad',
  network: null,
  message: ['Wij horen graag wat ouders meemaken.'],
  asked: day('2027-01-10'),
  until: day('2027-01-31'),
  answered: false,
  decline_kind: 'NO_TIME',
};
const NOMINEE: ToldOfInvitation = { ...INVITATION, way: 'NOMINEE', pseudonym: null };

function invitation(name: string, reader: RecipientType, words: ShownMail['words']): ShownMail {
  return { name, reader, from: 'REGION', words };
}

const CLOSED = ['BY_SECRETARY', 'SEAT_FILLED', 'SEAT_ABOLISHED'] as const;
const OUTCOMES = ['ACCEPTED', 'DECLINED', 'EXPIRED', 'CONSENT_WITHDRAWN', 'PERSON_WITHDREW'] as const;

const invitations: readonly ShownMail[] = [
  invitation('INVITATION: aan de ouder', 'PERSON', (locale) => invitedWording(locale, INVITATION, [])),
  invitation('INVITATION: aan wie is voorgedragen', 'NOMINEE', (locale) =>
    invitedWording(locale, NOMINEE, []),
  ),
  invitation('INVITATION: aan de regio', 'ACCOUNT', (locale) => waitingWording(locale, INVITATION)),
  invitation('INVITATION: aan wie voordroeg', 'ACCOUNT', (locale) => unreachedWording(locale, NOMINEE)),
  ...CLOSED.map((because) =>
    invitation(`INVITATION_CLOSED: aan de ouder, ${because}`, 'PERSON', (locale) =>
      closedWording(locale, because, true, INVITATION),
    ),
  ),
  invitation('INVITATION_CLOSED: aan de regio', 'ACCOUNT', (locale) =>
    closedWording(locale, 'SEAT_FILLED', false, INVITATION),
  ),
  invitation('INVITATION_REOPENED: aan de ouder', 'PERSON', (locale) =>
    reopenedWording(locale, INVITATION, true),
  ),
  invitation('INVITATION_REOPENED: aan de ouder die ja zei', 'PERSON', (locale) =>
    reopenedWording(locale, { ...INVITATION, answered: true }, true),
  ),
  invitation('INVITATION_REOPENED: aan de regio', 'ACCOUNT', (locale) =>
    reopenedWording(locale, INVITATION, false),
  ),
  ...OUTCOMES.map((outcome) =>
    invitation(`INVITATION_ANSWERED: ${outcome}`, 'ACCOUNT', (locale) =>
      answeredWording(locale, outcome, INVITATION),
    ),
  ),
];

const CONSENT = {
  until: '2028-06-30',
  place: 'REGION',
  apps: 'no',
  region: 'Voorbeeld',
  organisation: 'Stichting Demo',
  on: '2026-11-25',
  channel: 'PHONE',
} as const;
const ADDRESS = { organisation: null, until: '2026-12-02' };
const COUNTED = { total: 3, critical: 1, atRisk: 1, attention: 1, shown: 3 };
const MOVED = {
  what: 'TREKKERSCHAP_END',
  name: 'Oudernetwerk Voorbeeld',
  self: true,
  was: day('2027-03-31'),
  wasOff: false,
  time: null,
  place: null,
  isTimeNew: false,
  isPlaceNew: false,
  given: null,
  isKnown: true,
  on: day('2027-07-31'),
} as const;
const ELSEWHERE = {
  ...MOVED,
  what: 'ACTIVITY',
  seat: 'Ouderavond',
  was: day('2027-01-14'),
  on: day('2027-01-14'),
  time: '20:00',
  place: 'Het Huis',
  isTimeNew: true,
  isPlaceNew: true,
} as const;

const PLANNED = {
  id: '',
  network: 'Oudernetwerk Voorbeeld',
  title: 'Ouderavond',
  time: '19:30',
  place: 'De Brug',
  on: day('2027-01-14'),
};

const STANDS_IN = {
  away: 'Bas van Demo',
  place: 'Oudernetwerk Voorbeeld',
  isNetwork: true,
  since: '2026-12-01',
  until: null,
  expected: '2027-02-28',
};
const STAND_INS: readonly ShownMail[] = [
  standIn('in een netwerk', (locale) => namedWording(locale, STANDS_IN)),
  standIn('in een groep', (locale) =>
    namedWording(locale, {
      ...STANDS_IN,
      place: 'Adviesraad Voorbeeld',
      isNetwork: false,
      until: '2027-01-31',
    }),
  ),
  standIn('laatste dag', (locale) =>
    endsWording(locale, { ...STANDS_IN, until: '2027-01-15' }, day('2027-01-10')),
  ),
  standIn('toch niet', (locale) => notNamedWording(locale, STANDS_IN)),
];
function standIn(name: string, words: ShownMail['words']): ShownMail {
  return { name: `SUBSTITUTE: ${name}`, reader: 'PERSON', from: 'REGION', words };
}

const PROPOSED = {
  label: 'Wonen',
  region: 'Voorbeeld',
  theme: 'Wonen en buurt',
  said: 'Ouders vragen er elke maand naar.',
};

const others: readonly ShownMail[] = [
  { name: 'DIGEST', reader: 'ACCOUNT', from: 'REGION', words: (locale) => digestWording(locale, COUNTED) },
  ...(['GIVEN', 'WITHDRAWN'] as const).map((outcome): ShownMail => ({
    name: `CONSENT_RECORDED: ${outcome}`,
    reader: 'PERSON',
    from: 'NOBODY',
    words: (locale) => consentWording(locale, outcome, outcome === 'GIVEN', CONSENT),
  })),
  ...SAID_OUTCOMES.map((outcome): ShownMail => ({
    name: `CONSENT_SAID: ${outcome}`,
    reader: 'PERSON',
    from: 'NOBODY',
    words: (locale) => saidWording(locale, outcome, { ...CONSENT, purpose: SAID_PURPOSES[0]! }),
  })),
  ...MESSAGE_WRITERS.map((writtenAs): ShownMail => ({
    name: `NETWORK_MESSAGE: ${writtenAs}`,
    reader: 'PERSON',
    from: 'REGION',
    words: (locale) =>
      messageWording(locale, {
        subject: 'Volgende bijeenkomst',
        text: 'Wij zien elkaar op 14 januari.\n\nNeemt u iets te eten mee?',
        writtenAs,
        network: NEWS.network,
        writer: 'Anna de Demo',
      }),
  })),
  ...RECORDED_FROM.map((source): ShownMail => ({
    name: `RECORDED: ${source}`,
    reader: 'PERSON',
    from: 'REGION',
    words: (locale) =>
      recordedWording(locale, {
        source,
        on: day('2026-11-25'),
        region: 'Voorbeeld',
        network: source === 'COORDINATOR' ? null : NEWS.network,
        kept: RECORDED_KEPT.filter((what) => what !== 'NETWORK' || source !== 'COORDINATOR'),
      }),
  })),
  {
    name: 'ADDRESS_PROOF',
    reader: 'PERSON',
    from: 'SERVICE',
    words: (locale) => proofWording(locale, ADDRESS),
  },
  ...(['ASKED', 'CONFIRMED', 'REMOVED'] as const).map((outcome): ShownMail => ({
    name: `ADDRESS_NEWS: ${outcome}`,
    reader: 'PERSON',
    from: 'SERVICE',
    words: (locale) => newsWording(locale, outcome, ADDRESS),
  })),
  ...PERSON_TASK_NEWS.map((news): ShownMail => ({
    name: `PERSON_TASK: ${news}`,
    reader: 'ACCOUNT',
    from: 'REGION',
    words: (locale) => personTaskWording(locale, news),
  })),
  ...MOVE_NEWS.map((news): ShownMail => ({
    name: `PERSON_MOVE: ${news}`,
    reader: 'PERSON',
    from: 'REGION',
    words: (locale) => moveWording(locale, news, { to: 'Demoland', on: '2027-01-01', moved: false }),
  })),
  ...NETWORK_CONTACT_NEWS.map((news): ShownMail => ({
    name: `NETWORK_CONTACT: ${news}`,
    reader: 'PERSON',
    from: news === 'ASKED' ? 'REGION' : 'NOBODY',
    words: (locale) => networkContactWording(locale, news, { ...CONSENT, network: NEWS.network }),
  })),
  ...THEME_PROPOSAL_NEWS.map((news): ShownMail => ({
    name: `THEME_PROPOSAL: ${news}`,
    reader: 'ACCOUNT',
    from: news === 'PROPOSED' ? 'REGION' : 'SERVICE',
    words: (locale) => themeProposalWording(locale, news, PROPOSED),
  })),
  ...(['PERSON', 'ACCOUNT'] as const).map((reader): ShownMail => ({
    name: reader === 'PERSON' ? 'ACTIVITY: aan de ouder' : 'ACTIVITY: aan wie het netwerk helpt',
    reader,
    from: 'REGION',
    words: (locale) => activityWording(locale, PLANNED, reader),
  })),
  ...STAND_INS,
  ...CARRY_AS.map((carry): ShownMail => ({
    name: `NETWORK_END: ${carry}`,
    reader: carry === 'TREKKER' ? 'PERSON' : 'ACCOUNT',
    from: 'REGION',
    words: (locale) => networkEndWording(locale, carry, { network: PLANNED.network, on: day('2027-07-31') }),
  })),
  ...HOW.map((how): ShownMail => ({
    name: `NETWORK_END: PARTNER, ${how}`,
    reader: 'ACCOUNT',
    from: 'REGION',
    words: (locale) =>
      partnerWording(locale, how, { network: PLANNED.network, other: null, on: day('2026-11-21') }),
  })),
  {
    name: 'CALENDAR',
    reader: 'PERSON',
    from: 'REGION',
    words: (locale) => changesWording([MOVED, ELSEWHERE, { ...MOVED, on: null }], locale),
  },
];

const TOLD_BEFORE = {
  network: NEWS.network,
  sent: '2026-11-18',
  on: day('2027-03-31'),
  self: false,
  person: 'Anna de Demo',
  last: '2026-11-20',
  successor: 'Netwerk Zuid',
  partner: false,
};
function takenBack(name: string, kind: TakenBack['kind'], self = false): ShownMail {
  const words = (locale: Locale) => takenBackWording(locale, { ...TOLD_BEFORE, kind, self });
  return { name: `TAKEN_BACK: ${name}`, reader: self ? 'PERSON' : 'ACCOUNT', from: 'REGION', words };
}
const takenBacks: readonly ShownMail[] = [
  takenBack('aan de trekker, EXPECTED_END', 'EXPECTED_END', true),
  takenBack('aan wie nooit meedeed', 'TAKES_PART', true),
  ...[...TAKEN_BACK_KINDS, 'NETWORK_MERGED' as const].map((kind) =>
    takenBack(`aan wie het netwerk helpt, ${kind}`, kind),
  ),
];

/** Every kind of mail, in every form that differs in its words. */
export const SHOWN_MAILS: readonly ShownMail[] = [...reminders, ...takenBacks, ...invitations, ...others];
