/** The principals. `here` is JZ06, `elsewhere` JZ22; access-world.ts creates them and everything below. */
export const PRINCIPALS = [
  'admin',
  'director', // an admin who is the coordinator here too
  'coordinator', // here
  'neighbour', // the coordinator elsewhere
  'secretary', // here
  'bodySecretary', // of `body across`
  'supporter', // of `network`
  'trekker', // of `network`, today
  'member', // of `network`
  'former', // trekker of `network` until yesterday
  'expert', // holds `seat`, is invited for `seat across`
  'formerHolder', // of `vacant seat` until yesterday; their consent expired on the same day
  'mixed', // coordinator of a third region, and member of `network`
] as const;
export type Principal = (typeof PRINCIPALS)[number];

const EVERYBODY = PRINCIPALS.join(' ');
export const MANAGERS = 'admin director coordinator';
export const NETWORK = `${MANAGERS} supporter trekker`;
/** of successors for `network` */
export const SEARCHERS = `${MANAGERS} supporter`;
/** those who take part in the search, without national admins: what is said about people in free text */
export const SEARCHERS_ALONG = 'director coordinator supporter';
/** The principals that see at least the outline of the networks here. */
export const OUTLINE = `${MANAGERS} secretary`;
/** of bodies here */
export const SEATS = `${MANAGERS} secretary`;
/** of the record of people who live here, whether they consent to be findable or not */
export const KEEPERS = 'director coordinator';
/** Principals that look for people for seats, somewhere. */
export const SEEKERS = `${MANAGERS} secretary neighbour bodySecretary mixed`;
export const ELSEWHERE = 'admin director neighbour';

/** The principals that see each object; nobody else does, by whatever query. */
export const OBJECTS = {
  region: { type: 'Region', seenBy: EVERYBODY },
  'region below': { type: 'Region', seenBy: EVERYBODY },
  'region elsewhere': { type: 'Region', seenBy: EVERYBODY },
  municipality: { type: 'Municipality', seenBy: EVERYBODY },
  'municipality elsewhere': { type: 'Municipality', seenBy: EVERYBODY },
  theme: { type: 'Theme', seenBy: EVERYBODY },
  'school holiday': { type: 'SchoolHoliday', seenBy: EVERYBODY },
  school: { type: 'Organisation', seenBy: EVERYBODY },
  organisation: { type: 'Organisation', seenBy: EVERYBODY },

  'theme proposal': { type: 'ThemeProposal', seenBy: MANAGERS },
  'theme proposal elsewhere': { type: 'ThemeProposal', seenBy: ELSEWHERE },

  network: { type: 'Oudernetwerk', seenBy: `${NETWORK} secretary member former mixed` },
  'ended network': { type: 'Oudernetwerk', seenBy: OUTLINE },
  'forming network': { type: 'Oudernetwerk', seenBy: OUTLINE },
  'network below': { type: 'Oudernetwerk', seenBy: OUTLINE },
  'network elsewhere': { type: 'Oudernetwerk', seenBy: ELSEWHERE },
  'forming elsewhere': { type: 'Oudernetwerk', seenBy: ELSEWHERE },

  trekkerschap: { type: 'Trekkerschap', seenBy: NETWORK },
  'trekkerschap until yesterday': { type: 'Trekkerschap', seenBy: `${NETWORK} former` },
  'trekkerschap to come': { type: 'Trekkerschap', seenBy: `${NETWORK} member` },
  'trekkerschap elsewhere': { type: 'Trekkerschap', seenBy: ELSEWHERE },
  'to come elsewhere': { type: 'Trekkerschap', seenBy: ELSEWHERE },
  membership: { type: 'Membership', seenBy: `${NETWORK} member` },
  'membership of the trekker': { type: 'Membership', seenBy: NETWORK },
  'membership of a coordinator': { type: 'Membership', seenBy: `${NETWORK} mixed` },
  'past membership below': { type: 'Membership', seenBy: MANAGERS },
  'membership elsewhere': { type: 'Membership', seenBy: ELSEWHERE },
  // of the trekker and the expert, for days to come
  absence: { type: 'Absence', seenBy: NETWORK },
  'absence elsewhere': { type: 'Absence', seenBy: ELSEWHERE },
  'absence from a seat': { type: 'Absence', seenBy: `${SEATS} expert` },
  caretakership: { type: 'Caretakership', seenBy: NETWORK },
  'caretakership of a forming network': { type: 'Caretakership', seenBy: MANAGERS },
  'caretakership of the past': { type: 'Caretakership', seenBy: MANAGERS },
  'caretakership elsewhere': { type: 'Caretakership', seenBy: ELSEWHERE },
  support: { type: 'SupportArrangement', seenBy: NETWORK },
  'support elsewhere': { type: 'SupportArrangement', seenBy: ELSEWHERE },
  activity: { type: 'Activity', seenBy: NETWORK },
  'activity elsewhere': { type: 'Activity', seenBy: ELSEWHERE },
  'succession plan': { type: 'SuccessionPlan', seenBy: NETWORK },
  'succession plan elsewhere': { type: 'SuccessionPlan', seenBy: ELSEWHERE },
  candidate: { type: 'SuccessorCandidate', seenBy: SEARCHERS },
  'candidate who withdrew': { type: 'SuccessorCandidate', seenBy: SEARCHERS },
  'candidate elsewhere': { type: 'SuccessorCandidate', seenBy: ELSEWHERE },
  'candidate who withdrew elsewhere': { type: 'SuccessorCandidate', seenBy: ELSEWHERE },
  'handover item': { type: 'HandoverItem', seenBy: NETWORK },
  'handover item elsewhere': { type: 'HandoverItem', seenBy: ELSEWHERE },

  trekker: { type: 'Person', seenBy: NETWORK },
  member: { type: 'Person', seenBy: `${NETWORK} member` },
  'former trekker': { type: 'Person', seenBy: `${NETWORK} former` },
  'member who coordinates there': { type: 'Person', seenBy: `${NETWORK} mixed` },
  'parent without role': { type: 'Person', seenBy: MANAGERS },
  // lives elsewhere, had a role in `network below`
  guest: { type: 'Person', seenBy: `${MANAGERS} neighbour` },
  stranger: { type: 'Person', seenBy: ELSEWHERE },
  expert: { type: 'Person', seenBy: `${SEATS} expert` },
  // visible because of the seat that they hold, not as an ervaringsdeskundige
  'expert without consent': { type: 'Person', seenBy: SEATS },
  // lives elsewhere, accepted an invitation of `body`
  'expert country-wide': { type: 'Person', seenBy: `${SEATS} neighbour` },
  'expert elsewhere': { type: 'Person', seenBy: ELSEWHERE },
  'expert who withdrew': { type: 'Person', seenBy: MANAGERS },
  // whose name the secretary no longer sees: see access-seats.test.ts
  'former holder': { type: 'Person', seenBy: `${SEATS} formerHolder` },
  departure: { type: 'PersonDeparture', seenBy: `${KEEPERS} trekker` },
  move: { type: 'PersonMove', seenBy: `${KEEPERS} trekker` },
  'move elsewhere': { type: 'PersonMove', seenBy: 'neighbour' },
  'region change': { type: 'RegionChange', seenBy: MANAGERS },
  'region change elsewhere': { type: 'RegionChange', seenBy: ELSEWHERE },
  import: { type: 'Import', seenBy: KEEPERS },
  'import elsewhere': { type: 'Import', seenBy: 'neighbour' },
  task: { type: 'PersonTask', seenBy: KEEPERS },
  'task elsewhere': { type: 'PersonTask', seenBy: 'neighbour' },
  'departure elsewhere': { type: 'PersonDeparture', seenBy: 'neighbour' },
  'school tie': { type: 'SchoolTie', seenBy: `${MANAGERS} trekker` },
  'school tie elsewhere': { type: 'SchoolTie', seenBy: ELSEWHERE },

  profile: {
    type: 'Ervaringsdeskundige',
    seenBy: `${MANAGERS} secretary neighbour bodySecretary expert`,
  },
  'profile without consent': { type: 'Ervaringsdeskundige', seenBy: KEEPERS },
  'profile country-wide': { type: 'Ervaringsdeskundige', seenBy: SEEKERS },
  'profile elsewhere': { type: 'Ervaringsdeskundige', seenBy: `${ELSEWHERE} bodySecretary` },
  'profile withdrawn': { type: 'Ervaringsdeskundige', seenBy: KEEPERS },
  'profile of the past': { type: 'Ervaringsdeskundige', seenBy: `${KEEPERS} formerHolder` },
  training: { type: 'Training', seenBy: `${MANAGERS} secretary neighbour bodySecretary expert` },
  'training without consent': { type: 'Training', seenBy: KEEPERS },
  incompatibility: { type: 'Incompatibility', seenBy: `${KEEPERS} expert` },
  'incompatibility elsewhere': { type: 'Incompatibility', seenBy: 'neighbour' },
  consent: { type: 'Consent', seenBy: `${KEEPERS} expert` },
  'consent country-wide': { type: 'Consent', seenBy: 'neighbour' },
  'consent elsewhere': { type: 'Consent', seenBy: 'neighbour' },
  'consent taken back': { type: 'Consent', seenBy: KEEPERS },
  withdrawal: { type: 'Consent', seenBy: KEEPERS },
  'consent until yesterday': { type: 'Consent', seenBy: `${KEEPERS} formerHolder` },

  // a parent from elsewhere is invited for a seat of it; the other way round below
  body: { type: 'AdvisoryBody', seenBy: `${SEATS} neighbour expert formerHolder` },
  'body below': { type: 'AdvisoryBody', seenBy: SEATS },
  'body elsewhere': { type: 'AdvisoryBody', seenBy: `${ELSEWHERE} coordinator formerHolder` },
  // owned elsewhere, works here too
  'body across': { type: 'AdvisoryBody', seenBy: `${ELSEWHERE} coordinator bodySecretary expert` },
  // of `body across` with here; and of `body` with elsewhere, which has not decided
  agreement: { type: 'RegionAgreement', seenBy: `${MANAGERS} neighbour bodySecretary` },
  'agreement asked': { type: 'RegionAgreement', seenBy: `${SEATS} neighbour` },
  seat: { type: 'AdvisorySeat', seenBy: `${SEATS} expert` },
  'vacant seat': { type: 'AdvisorySeat', seenBy: `${SEATS} neighbour formerHolder` },
  'seat below': { type: 'AdvisorySeat', seenBy: SEATS },
  'seat elsewhere': { type: 'AdvisorySeat', seenBy: `${ELSEWHERE} coordinator formerHolder` },
  'seat across': { type: 'AdvisorySeat', seenBy: `${ELSEWHERE} coordinator bodySecretary expert` },
  appointment: { type: 'SeatAppointment', seenBy: `${SEATS} expert` },
  'appointment until yesterday': { type: 'SeatAppointment', seenBy: `${SEATS} formerHolder` },
  'appointment after the term': { type: 'SeatAppointment', seenBy: SEATS },
  'appointment elsewhere': { type: 'SeatAppointment', seenBy: ELSEWHERE },
  'appointment to come': { type: 'SeatAppointment', seenBy: ELSEWHERE },

  // for `seat across`, to the expert
  invitation: { type: 'SeatInvitation', seenBy: `${ELSEWHERE} coordinator bodySecretary expert` },
  'invitation that led to a seat': { type: 'SeatInvitation', seenBy: `${SEATS} expert` },
  // to a parent elsewhere
  'invitation with a yes': { type: 'SeatInvitation', seenBy: `${SEATS} neighbour` },
  'invitation with a no': { type: 'SeatInvitation', seenBy: `${ELSEWHERE} bodySecretary` },
  // to a parent who is no longer findable: it is no more than their own
  'invitation taken back': { type: 'SeatInvitation', seenBy: KEEPERS },
  'invitation that ran out': { type: 'SeatInvitation', seenBy: `${KEEPERS} formerHolder` },
  // to a former holder and to somebody nominated, for `vacant seat`
  'invitation again': { type: 'SeatInvitation', seenBy: `${SEATS} formerHolder` },
  'invitation by nomination': { type: 'SeatInvitation', seenBy: SEATS },
  'name told': { type: 'PersonAccess', seenBy: `${KEEPERS} expert` },
  'name told elsewhere': { type: 'PersonAccess', seenBy: 'neighbour' },
} as const;

export type ObjectName = keyof typeof OBJECTS;
export const OBJECT_NAMES = Object.keys(OBJECTS) as ObjectName[];

/** The principals that see a person's contact details and the note about them. */
export const CONFIDENTIAL: Partial<Record<ObjectName, { contact: string; note: string }>> = {
  // said yes to being reached by the network
  trekker: { contact: 'director coordinator supporter trekker', note: 'director coordinator' },
  member: { contact: 'director coordinator member', note: 'director coordinator' },
  'former trekker': { contact: 'director coordinator former', note: 'director coordinator' },
  'member who coordinates there': { contact: 'director coordinator mixed', note: 'director coordinator' },
  'parent without role': { contact: 'director coordinator', note: 'director coordinator' },
  guest: { contact: 'neighbour', note: 'neighbour' },
  stranger: { contact: 'neighbour', note: 'neighbour' },
  expert: { contact: 'director coordinator secretary expert', note: KEEPERS },
  'expert without consent': { contact: 'director coordinator secretary', note: KEEPERS },
  departure: { contact: '', note: `${KEEPERS} trekker` },
  // written by another region, before they moved
  'departure elsewhere': { contact: '', note: '' },
  'expert country-wide': {
    contact: 'director coordinator neighbour secretary',
    note: 'neighbour',
  },
  'expert elsewhere': { contact: 'neighbour', note: 'neighbour' },
  'expert who withdrew': { contact: KEEPERS, note: KEEPERS },
  'former holder': { contact: 'director coordinator formerHolder', note: KEEPERS },
};

export function isAmong(names: string, name: string): boolean {
  return names.split(' ').includes(name);
}

export function sees(principal: Principal, object: ObjectName): boolean {
  return isAmong(OBJECTS[object].seenBy, principal);
}
