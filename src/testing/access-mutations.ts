import type { ObjectName } from './access-objects.js';

type Ids = Readonly<Record<ObjectName, string>>;

/** Who may, of those whose role may try; and with which code it is refused all the same, for another reason. */
type Allowed = string | { readonly allowed: string; readonly code: string };

export interface Attempt {
  /** the input field that names the object */
  readonly names: string;
  /** the rest of the input */
  readonly input: (ids: Ids) => object;
  readonly on: Partial<Record<ObjectName, Allowed>>;
  /** only these try; all principals when left out */
  readonly by?: string;
}

export interface MutationAccess {
  /** whose role may try; others get FORBIDDEN whatever they name */
  readonly roles: string;
  readonly attempts: readonly Attempt[];
}

const HERE = 'director coordinator';
const THERE = 'neighbour';
const COORDINATORS = 'director coordinator neighbour mixed';
const AND_PARENTS = `${COORDINATORS} trekker member former`;
const AND_SUPPORTERS = `${COORDINATORS} supporter`;

const IN_REGION = { region: HERE, 'region below': HERE, 'region elsewhere': THERE };
const OF_NETWORK = { network: HERE, 'network elsewhere': THERE };
const OF_FORMING = { 'forming network': HERE, 'network below': HERE, 'forming elsewhere': THERE };
/** The director is an admin too, and as such sees everybody. */
const VISIBLE = { by: HERE, on: { guest: HERE, stranger: 'director' } };
const OF_SELF = {
  trekker: `${HERE} trekker`,
  member: `${HERE} member`,
  'former trekker': `${HERE} former`,
  'member who coordinates there': `${HERE} mixed`,
  guest: THERE,
  stranger: THERE,
};
const PAST = { 'trekkerschap until yesterday': { allowed: HERE, code: 'ALREADY_ENDED' } };
const period = { from: '2027-01-01' };

/** Fields of inputs that name reference data, which everybody sees. */
export const REFERENCES =
  /(^|\.)(municipalityIds?|themeIds|schoolId|parentId|organisationId|coordinatingOrganisationId)$/;

export const MUTATIONS: Readonly<Record<string, MutationAccess>> = {
  regionUpdate: {
    roles: 'admin director',
    attempts: [
      {
        names: 'id',
        input: ({ organisation }) => ({ coordinatingOrganisationId: organisation }),
        on: { region: 'admin director', 'region elsewhere': 'admin director' },
      },
    ],
  },
  organisationCreate: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'regionId',
        input: () => ({ name: 'Nieuw', kind: 'STICHTING', domains: ['ONDERWIJS'] }),
        on: IN_REGION,
      },
    ],
  },

  personCreate: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'regionId',
        input: () => ({
          name: { givenName: 'A', familyName: 'B' },
          contact: { email: 'a@example.org' },
          note: 'Belt liever',
        }),
        on: IN_REGION,
      },
    ],
  },
  personUpdate: {
    roles: AND_PARENTS,
    attempts: [
      { names: 'id', input: () => ({ patch: { language: 'en' } }), on: OF_SELF },
      { names: 'id', input: () => ({ patch: { name: { givenName: 'A', familyName: 'B' } } }), on: OF_SELF },
      { names: 'id', input: () => ({ patch: { contact: { email: 'a@example.org' } } }), on: OF_SELF },
      { names: 'id', input: () => ({ patch: { contact: null } }), on: OF_SELF },
      {
        names: 'id',
        input: () => ({ patch: { note: 'Belt liever' } }),
        on: { trekker: HERE, guest: THERE, stranger: THERE, 'member who coordinates there': HERE },
      },
      { names: 'id', input: () => ({ patch: { perspectives: ['PROFESSIONAL'] } }), on: { member: HERE } },
    ],
  },
  schoolTieRecord: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'personId',
        input: () => ({ stage: 'BO', yearLevel: 5, schoolYear: '2026-2027' }),
        on: OF_SELF,
      },
    ],
  },
  schoolTieConfirm: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { 'school tie': `${HERE} trekker`, 'school tie elsewhere': THERE },
      },
    ],
  },

  schoolTieRemove: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { 'school tie': `${HERE} trekker`, 'school tie elsewhere': THERE },
      },
    ],
  },

  oudernetwerkCreate: {
    roles: COORDINATORS,
    attempts: [
      { names: 'regionId', input: () => ({ name: 'Nieuw', sectors: ['PO'] }), on: IN_REGION },
      {
        names: 'contactPersonId',
        input: ({ region }) => ({ regionId: region, name: 'Nieuw', sectors: ['PO'] }),
        ...VISIBLE,
      },
    ],
  },
  oudernetwerkUpdate: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: ({ theme, municipality }) => ({
          patch: { purpose: 'Anders', themeIds: [theme], municipalityIds: [municipality] },
        }),
        on: { ...OF_NETWORK, 'network below': HERE, 'ended network': HERE },
      },
      { names: 'patch.contactPersonId', input: ({ network }) => ({ id: network }), ...VISIBLE },
    ],
  },
  oudernetwerkActivate: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({}), on: OF_FORMING }],
  },
  oudernetwerkPause: { roles: COORDINATORS, attempts: [{ names: 'id', input: () => ({}), on: OF_NETWORK }] },
  oudernetwerkEnd: {
    roles: COORDINATORS,
    attempts: [
      { names: 'id', input: () => ({ reason: 'Klaar' }), on: { ...OF_NETWORK, 'network below': HERE } },
    ],
  },

  trekkerschapStart: {
    roles: COORDINATORS,
    attempts: [
      { names: 'oudernetwerkId', input: ({ guest }) => ({ personId: guest }), on: OF_NETWORK },
      { names: 'personId', input: ({ network }) => ({ oudernetwerkId: network }), ...VISIBLE },
    ],
  },
  trekkerschapPlanEnd: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({ plannedEnd: { on: '2027-12-31', reason: 'PERSONAL' } }),
        on: {
          trekkerschap: `${HERE} trekker`,
          'trekkerschap elsewhere': THERE,
          'trekkerschap to come': HERE,
          ...PAST,
        },
      },
    ],
  },
  trekkerschapEnd: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'PERSONAL' }),
        on: { trekkerschap: `${HERE} trekker`, 'trekkerschap elsewhere': THERE, ...PAST },
      },
    ],
  },
  trekkerschapHandOver: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: ({ guest }) => ({ toPersonId: guest }),
        on: { trekkerschap: HERE, 'trekkerschap elsewhere': THERE },
      },
      {
        names: 'toPersonId',
        input: ({ trekkerschap }) => ({ id: trekkerschap }),
        by: HERE,
        on: { guest: HERE },
      },
      {
        names: 'toPersonId',
        input: ({ trekkerschap }) => ({ id: trekkerschap }),
        by: HERE,
        on: { stranger: 'director' },
      },
    ],
  },
  trekkerschapCancel: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { 'trekkerschap to come': HERE, 'to come elsewhere': THERE },
      },
    ],
  },
  trekkerschapContinue: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: {
          trekkerschap: HERE,
          'trekkerschap elsewhere': { allowed: THERE, code: 'PERIOD_TAKEN' },
          ...PAST,
        },
      },
    ],
  },

  caretakershipStart: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: ({ organisation }) => ({ organisationId: organisation, period }),
        on: { 'network below': HERE, 'forming elsewhere': THERE },
      },
    ],
  },
  caretakershipEnd: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: {
          caretakership: HERE,
          'caretakership of the past': { allowed: HERE, code: 'ALREADY_ENDED' },
          'caretakership elsewhere': THERE,
        },
      },
    ],
  },
  supportStart: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: ({ school }) => ({ organisationId: school, period }),
        on: { ...OF_NETWORK, 'network below': HERE },
      },
    ],
  },
  supportEnd: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({}), on: { support: HERE, 'support elsewhere': THERE } }],
  },
  membershipStart: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: ({ guest }) => ({ personId: guest }),
        on: { network: HERE, 'forming elsewhere': THERE },
      },
      { names: 'personId', input: ({ network }) => ({ oudernetwerkId: network }), ...VISIBLE },
    ],
  },
  membershipEnd: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { membership: HERE, 'membership of a coordinator': HERE, 'membership elsewhere': THERE },
      },
    ],
  },
  activityRecord: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: () => ({ kind: 'CAFE', title: 'Café' }),
        on: { network: `${HERE} supporter`, 'network below': HERE, 'network elsewhere': THERE },
      },
    ],
  },
  activityCorrect: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'id',
        input: () => ({ patch: { title: 'Café' } }),
        on: { activity: `${HERE} supporter`, 'activity elsewhere': THERE },
      },
    ],
  },
  activityRemove: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { activity: `${HERE} supporter`, 'activity elsewhere': THERE },
      },
    ],
  },
};
