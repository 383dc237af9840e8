import {
  ELSEWHERE,
  KEEPERS,
  MANAGERS,
  NETWORK,
  type ObjectName,
  OBJECTS,
  SEATS,
  SEEKERS,
} from './access-objects.js';

type Ids = Readonly<Record<ObjectName, string>>;

/** What a query field returns. */
export type QueryAccess =
  /** the object with that id, if it is of this type and visible */
  | { readonly one: string }
  /** the visible objects of this type; `only` these, if others are listed too or not all are */
  | { readonly list: string; readonly filter?: string; readonly only?: readonly ObjectName[] }
  | { readonly viewer: true }
  /** work, which has no id of its own: see access-continuity.test.ts */
  | { readonly work: true }
  /** the effect of a person's departure: see access-departure.test.ts */
  | { readonly departure: true }
  /** matches for a seat: see access-seats.test.ts */
  | { readonly matches: true }
  /** lines of the audit log: see audit.test.ts */
  | { readonly audit: true }
  /** pairs of people, who may be one: see duplicates.test.ts */
  | { readonly pairs: true }
  /** the preview of an erasure: see erasure.test.ts */
  | { readonly erasure: true }
  /** of two people who may become one: see merge.test.ts */
  | { readonly preview: true }
  /** several lists at once: see search.test.ts */
  | { readonly search: true }
  /** the same for everybody who is signed in, with these fields */
  | { readonly fixed: string };

export const QUERIES: Readonly<Record<string, QueryAccess>> = {
  node: { one: 'Node' },
  nodes: { one: 'Node' },
  region: { one: 'Region' },
  organisation: { one: 'Organisation' },
  person: { one: 'Person' },
  oudernetwerk: { one: 'Oudernetwerk' },
  people: { list: 'Person' },
  trekkerOuders: { list: 'Person', only: ['trekker', 'stranger'] },
  oudernetwerken: { list: 'Oudernetwerk' },
  regions: { list: 'Region', only: ['region', 'region below', 'region elsewhere'] },
  organisations: { list: 'Organisation', filter: '{ search: "Steunpunt" }', only: ['organisation'] },
  themes: { list: 'Theme', only: ['theme'] },
  schoolHolidays: { list: 'SchoolHoliday', only: ['school holiday'] },
  themeProposals: { list: 'ThemeProposal' },
  viewer: { viewer: true },
  advisoryBody: { one: 'AdvisoryBody' },
  advisoryBodies: { list: 'AdvisoryBody' },
  advisorySeat: { one: 'AdvisorySeat' },
  advisorySeats: { list: 'AdvisorySeat' },
  seatInvitations: { list: 'SeatInvitation' },
  ervaringsdeskundige: { one: 'Ervaringsdeskundige' },
  // a profile that is visible without consent is not found
  ervaringsdeskundigen: {
    list: 'Ervaringsdeskundige',
    only: ['profile', 'profile country-wide', 'profile elsewhere'],
  },
  matches: { matches: true },
  findableConsentText: { fixed: '{ version }' },
  // and who reads it: see register.test.ts
  processingRegister: { fixed: '{ name }' },
  networkContactText: { fixed: '{ version }' },
  consentTexts: { fixed: '{ version }' },
  matchRules: { fixed: '{ code }' },
  matchRuleVersion: { fixed: '' },
  import: { one: 'Import' },
  search: { search: true },
  accessLog: { audit: true },
  auditLog: { audit: true },
  duplicates: { pairs: true },
  personMergePreview: { preview: true },
  regionChanges: { list: 'RegionChange' },
  worklist: { work: true },
  departureImpact: { departure: true },
  personErasure: { erasure: true },
};

export interface FilterAccess {
  readonly query: string;
  readonly value: (ids: Ids) => unknown;
  /** a value that matches nothing: those who find nothing get the same answer with it */
  readonly nothing?: (another: (type: string) => string) => unknown;
  /** who finds what; nobody finds anything else */
  readonly finds: Partial<Record<ObjectName, string>>;
}

/** Filters over fields that come with the object itself, or over reference data: they reveal what is visible anyway. */
export const PLAIN_FILTERS = `RegionFilter.kind RegionFilter.parentId RegionFilter.search OrganisationFilter.kind
  OrganisationFilter.domain OrganisationFilter.regionId OrganisationFilter.municipalityId OrganisationFilter.code
  OrganisationFilter.search OudernetwerkFilter.status OudernetwerkFilter.sector
  PersonFilter.perspective PersonFilter.participationForm TrekkerschapFilter.current TrekkerschapFilter.role
  SuccessionPlanFilter.open AdvisoryBodyFilter.kind AdvisoryBodyFilter.level AdvisoryBodyFilter.domain
  AdvisoryBodyFilter.status RegionAgreementFilter.status RegionAgreementFilter.regionId
  RegionAgreementFilter.homeRegionId AdvisorySeatFilter.status AdvisorySeatFilter.on AdvisorySeatFilter.bodyKind
  AdvisorySeatFilter.level AdvisorySeatFilter.domain AdvisorySeatFilter.search ErvaringsdeskundigeFilter.domain ErvaringsdeskundigeFilter.level
  ErvaringsdeskundigeFilter.language ErvaringsdeskundigeFilter.dayPart ErvaringsdeskundigeFilter.meetingForm
  ErvaringsdeskundigeFilter.participationForm ErvaringsdeskundigeFilter.bringsOthersExperience
  ErvaringsdeskundigeFilter.connectsWithProfessionals ErvaringsdeskundigeFilter.available TrainingFilter.title
  TrainingFilter.state SeatInvitationFilter.status
  SeatInvitationFilter.bodyId SeatInvitationFilter.regionId`;

const HERE_AND_SEEN = {
  trekker: NETWORK,
  member: `${NETWORK} member`,
  'former trekker': `${NETWORK} former`,
  'member who coordinates there': `${NETWORK} mixed`,
  'parent without role': MANAGERS,
  expert: `${SEATS} expert`,
  'expert without consent': SEATS,
  'expert who withdrew': MANAGERS,
  'former holder': `${SEATS} formerHolder`,
};
const FOUND = {
  profile: OBJECTS.profile.seenBy,
  'profile country-wide': SEEKERS,
  'profile elsewhere': OBJECTS['profile elsewhere'].seenBy,
};
const people = 'people';
const advisorySeats = 'advisorySeats';
const advisoryBodies = 'advisoryBodies';
const ervaringsdeskundigen = 'ervaringsdeskundigen';
const oudernetwerken = 'oudernetwerken';
const trekkerOuders = 'trekkerOuders';

/** Filters that look further: at names, roles, ties, support. They must not find what is hidden either. */
export const FILTERS: Readonly<Record<string, FilterAccess>> = {
  'PersonFilter.regionId': {
    query: people,
    value: (ids) => ids.region,
    nothing: (another) => another('Region'),
    // the neighbour sees the guest, who lives there, but not the role that the guest had here
    finds: { ...HERE_AND_SEEN, guest: MANAGERS },
  },
  'PersonFilter.municipalityId': {
    query: people,
    value: (ids) => ids['municipality elsewhere'],
    nothing: (another) => another('Municipality'),
    finds: { stranger: ELSEWHERE },
  },
  'PersonFilter.tieConfirmedBefore': {
    query: people,
    value: () => '2026-10-01',
    nothing: () => '1999-10-01',
    finds: { trekker: `${MANAGERS} trekker`, stranger: ELSEWHERE },
  },
  'PersonFilter.reachedBy': {
    query: people,
    value: () => 'stranger@example.org',
    nothing: () => 'nobody@example.org',
    // not for admins as such
    finds: { stranger: 'neighbour' },
  },
  'PersonFilter.search': {
    query: people,
    value: () => 'stranger',
    nothing: () => 'qxzqxzqx',
    finds: { stranger: ELSEWHERE },
  },
  'OudernetwerkFilter.regionId': {
    query: oudernetwerken,
    value: (ids) => ids['region elsewhere'],
    nothing: (another) => another('Region'),
    finds: { 'network elsewhere': ELSEWHERE, 'forming elsewhere': ELSEWHERE },
  },
  'OudernetwerkFilter.municipalityId': {
    query: oudernetwerken,
    value: (ids) => ids.municipality,
    nothing: (another) => another('Municipality'),
    finds: { network: `${NETWORK} secretary member former mixed` },
  },
  'OudernetwerkFilter.themeId': {
    query: oudernetwerken,
    value: (ids) => ids.theme,
    nothing: (another) => another('Theme'),
    finds: { network: `${NETWORK} secretary member former mixed` },
  },
  'OudernetwerkFilter.ledByCaretaker': {
    query: oudernetwerken,
    value: () => true,
    finds: { 'forming network': MANAGERS },
  },
  'OudernetwerkFilter.supported': {
    query: oudernetwerken,
    value: () => true,
    finds: { network: NETWORK, 'network elsewhere': ELSEWHERE },
  },
  // those who see the outline do not find it by what happens inside
  'OudernetwerkFilter.inactiveSince': {
    query: oudernetwerken,
    value: () => '2027-01-01',
    finds: {
      network: NETWORK,
      'ended network': MANAGERS,
      'forming network': MANAGERS,
      'network below': MANAGERS,
      'network elsewhere': ELSEWHERE,
      'forming elsewhere': ELSEWHERE,
    },
  },
  'OudernetwerkFilter.band': {
    query: oudernetwerken,
    value: () => ['CRITICAL', 'AT_RISK', 'ATTENTION', 'STABLE'],
    finds: { network: NETWORK, 'network elsewhere': ELSEWHERE },
  },
  'OudernetwerkFilter.securedUntil': {
    query: oudernetwerken,
    value: () => '2027-07-31',
    nothing: () => '0001-01-01',
    finds: { network: NETWORK, 'network elsewhere': ELSEWHERE },
  },
  'OudernetwerkFilter.search': {
    query: oudernetwerken,
    value: () => 'elsewhere',
    nothing: () => 'qxzqxzqxz',
    finds: { 'network elsewhere': ELSEWHERE, 'forming elsewhere': ELSEWHERE },
  },
  'TrekkerOuderFilter.on': {
    query: trekkerOuders,
    value: () => '2026-11-24',
    nothing: () => '1999-11-24',
    finds: { trekker: NETWORK, 'former trekker': `${NETWORK} former`, stranger: ELSEWHERE },
  },
  'TrekkerOuderFilter.stopsUntil': {
    query: trekkerOuders,
    value: () => '2027-12-31',
    nothing: () => '2026-12-01',
    finds: { trekker: NETWORK, stranger: ELSEWHERE },
  },
  'TrekkerOuderFilter.regionId': {
    query: trekkerOuders,
    value: (ids) => ids['region elsewhere'],
    nothing: (another) => another('Region'),
    finds: { stranger: ELSEWHERE },
  },
  'TrekkerOuderFilter.search': {
    query: trekkerOuders,
    value: () => 'stranger',
    nothing: () => 'qxzqxzqx',
    finds: { stranger: ELSEWHERE },
  },
};

/** Filters over profiles, bodies and seats. */
export const SEAT_FILTERS: Readonly<Record<string, FilterAccess>> = {
  'ErvaringsdeskundigeFilter.themeId': {
    query: ervaringsdeskundigen,
    value: (ids) => ids.theme,
    nothing: (another) => another('Theme'),
    finds: FOUND,
  },
  'ErvaringsdeskundigeFilter.regionId': {
    query: ervaringsdeskundigen,
    value: (ids) => ids['region elsewhere'],
    nothing: (another) => another('Region'),
    finds: { 'profile country-wide': SEEKERS, 'profile elsewhere': FOUND['profile elsewhere'] },
  },
  'ErvaringsdeskundigeFilter.training': {
    query: ervaringsdeskundigen,
    value: () => ({ title: 'basistraining', state: 'VALID' }),
    nothing: () => ({ title: 'qxzqxzqx', state: 'VALID' }),
    finds: { profile: FOUND.profile },
  },
  'ErvaringsdeskundigeFilter.findable': {
    query: ervaringsdeskundigen,
    value: () => false,
    finds: {
      'profile without consent': KEEPERS,
      'profile withdrawn': KEEPERS,
      'profile of the past': `${KEEPERS} formerHolder`,
    },
  },
  'AdvisoryBodyFilter.regionId': {
    query: advisoryBodies,
    value: (ids) => ids.region,
    nothing: (another) => another('Region'),
    finds: {
      body: OBJECTS.body.seenBy,
      'body below': SEATS,
      'body across': OBJECTS['body across'].seenBy,
    },
  },
  'AdvisoryBodyFilter.search': {
    query: advisoryBodies,
    value: () => 'elsewhere',
    nothing: () => 'qxzqxzqxz',
    finds: { 'body elsewhere': OBJECTS['body elsewhere'].seenBy },
  },
  'AdvisorySeatFilter.regionId': {
    query: advisorySeats,
    value: (ids) => ids['region elsewhere'],
    nothing: (another) => another('Region'),
    finds: {
      'seat elsewhere': OBJECTS['seat elsewhere'].seenBy,
      'seat across': OBJECTS['seat across'].seenBy,
    },
  },
  'AdvisorySeatFilter.bodyId': {
    query: advisorySeats,
    value: (ids) => ids['body elsewhere'],
    nothing: (another) => another('AdvisoryBody'),
    finds: { 'seat elsewhere': OBJECTS['seat elsewhere'].seenBy },
  },
  'AdvisorySeatFilter.themeId': {
    query: advisorySeats,
    value: (ids) => ids.theme,
    nothing: (another) => another('Theme'),
    finds: { seat: OBJECTS.seat.seenBy, 'seat across': OBJECTS['seat across'].seenBy },
  },
};

/** The viewer's own person; null if there is none. */
export const OWN_PERSON: Readonly<Record<string, ObjectName>> = {
  trekker: 'trekker',
  member: 'member',
  former: 'former trekker',
  mixed: 'member who coordinates there',
  expert: 'expert',
  formerHolder: 'former holder',
};

/** The roles that grant rights today. */
export const OWN_ROLES: Readonly<Record<string, string>> = {
  admin: 'ADMIN',
  director: 'ADMIN COORDINATOR',
  coordinator: 'COORDINATOR',
  neighbour: 'COORDINATOR',
  secretary: 'SECRETARY',
  bodySecretary: 'SECRETARY',
  supporter: 'SUPPORTER',
  trekker: 'PARENT',
  member: 'PARENT',
  former: 'PARENT',
  expert: 'PARENT',
  formerHolder: 'PARENT',
  mixed: 'COORDINATOR PARENT',
};
