import {
  HERE,
  THERE,
  COORDINATORS,
  AND_PARENTS,
  AND_SUPPORTERS,
  IN_REGION,
  OF_SELF,
  type MutationAccess,
} from './access-mutation-terms.js';
import { PURPOSE_TEXTS } from '../../../features/ervaringsdeskundigen/consent/purpose-texts.js';
import { NETWORK_CONTACT_TEXT } from '../../../features/network-contact/network-contact-text.js';

/** Who may change regions, organisations and people. */
export const OF_PLACES_AND_PEOPLE: Readonly<Record<string, MutationAccess>> = {
  regionUpdate: {
    roles: `admin ${COORDINATORS}`,
    attempts: [
      {
        names: 'id',
        input: () => ({ phone: '072 123 45 67' }),
        on: {
          region: `admin ${HERE}`,
          'region below': `admin ${HERE}`,
          'region elsewhere': `admin director ${THERE}`,
        },
      },
      {
        names: 'id',
        input: ({ organisation }) => ({ phone: '072 123 45 67', coordinatingOrganisationId: organisation }),
        on: { region: 'admin director', 'region elsewhere': 'admin director' },
      },
    ],
  },
  schoolHolidaySet: { roles: 'admin director', attempts: [] },
  schoolHolidayRemove: {
    roles: 'admin director',
    attempts: [{ names: 'id', input: () => ({}), on: { 'school holiday': 'admin director' } }],
  },
  municipalityHolidayRegionSet: { roles: 'admin director', attempts: [] },
  themeCreate: { roles: 'admin director', attempts: [] },
  networkContactGive: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'personId',
        input: () => ({ textVersion: NETWORK_CONTACT_TEXT.version, channel: 'PAPER' }),
        by: COORDINATORS,
        on: { trekker: HERE, member: HERE, guest: THERE, stranger: THERE },
      },
      {
        names: 'personId',
        input: () => ({ textVersion: NETWORK_CONTACT_TEXT.version }),
        by: 'trekker member former expert formerHolder',
        on: { trekker: 'trekker', member: 'member', 'former trekker': 'former', expert: 'expert' },
      },
    ],
  },
  networkContactWithdraw: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'personId',
        input: () => ({ channel: 'PHONE' }),
        by: COORDINATORS,
        on: {
          trekker: HERE,
          member: HERE,
          guest: THERE,
        },
      },
      { names: 'personId', input: () => ({}), by: 'trekker member', on: { trekker: 'trekker' } },
    ],
  },
  consentGive: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'personId',
        input: () => ({ purpose: 'PHOTO', textVersion: PURPOSE_TEXTS.PHOTO.version, channel: 'PAPER' }),
        by: COORDINATORS,
        on: { trekker: HERE, member: HERE, guest: THERE, stranger: THERE },
      },
      {
        names: 'personId',
        input: () => ({ purpose: 'PHOTO', textVersion: PURPOSE_TEXTS.PHOTO.version }),
        by: 'trekker member former expert formerHolder',
        on: { trekker: 'trekker', member: 'member', 'former trekker': 'former', expert: 'expert' },
      },
    ],
  },
  consentWithdraw: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'personId',
        input: () => ({ purpose: 'PHOTO', channel: 'PHONE' }),
        by: COORDINATORS,
        on: { trekker: HERE, member: HERE, guest: THERE },
      },
      {
        names: 'personId',
        input: () => ({ purpose: 'PHOTO' }),
        by: 'trekker member',
        on: { trekker: 'trekker' },
      },
    ],
  },
  networkContactAsk: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: () => ({}),
        on: { network: `${HERE} supporter`, 'network below': HERE, 'network elsewhere': THERE },
      },
    ],
  },
  themePropose: {
    roles: COORDINATORS,
    attempts: [
      { names: 'regionId', input: () => ({ label: 'Wonen', motivation: 'Dat missen wij' }), on: IN_REGION },
    ],
  },
  themeDecide: {
    roles: 'admin director',
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'Past niet' }),
        on: { 'theme proposal': 'admin director', 'theme proposal elsewhere': 'admin director' },
      },
    ],
  },
  themeUpdate: {
    roles: 'admin director',
    attempts: [
      { names: 'id', input: () => ({ patch: { labelEn: 'Support' } }), on: { theme: 'admin director' } },
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
  organisationUpdate: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ patch: { email: 'post@example.org' } }),
        on: { organisation: 'director coordinator' },
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
      {
        names: 'id',
        input: () => ({ patch: { perspectives: ['PROFESSIONAL'] } }),
        on: { 'member who coordinates there': HERE },
      },
    ],
  },
  personDepart: {
    roles: AND_PARENTS,
    attempts: [
      { names: 'id', input: () => ({ kind: 'STOPS_EVERYTHING', note: 'Stopt' }), on: OF_SELF },
      {
        names: 'id',
        input: () => ({ kind: 'DECEASED' }),
        on: { trekker: HERE, member: HERE, guest: THERE, stranger: THERE, expert: HERE },
      },
    ],
  },
  personTellApart: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'personId',
        input: (ids) => ({ otherId: ids.guest }),
        by: `${HERE} ${THERE}`,
        on: { trekker: HERE, member: HERE, stranger: THERE },
      },
      {
        names: 'otherId',
        input: (ids) => ({ personId: ids.guest }),
        by: `${HERE} ${THERE}`,
        on: { trekker: HERE, 'parent without role': HERE },
      },
    ],
  },
  personErase: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'personId',
        input: () => ({ reason: 'ASKED' }),
        on: {
          ...OF_SELF,
          'member who coordinates there': { allowed: `${HERE} mixed`, code: 'WORK_ACCOUNT' },
        },
      },
    ],
  },
  personMerge: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'survivorId',
        input: (ids) => ({ otherId: ids['parent without role'], reason: 'Zelfde ouder' }),
        by: HERE,
        on: {
          trekker: { allowed: HERE, code: 'MERGE_UNDECIDED' },
          member: { allowed: HERE, code: 'MERGE_UNDECIDED' },
          guest: { allowed: '', code: 'MERGE_UNDECIDED' },
        },
      },
      {
        names: 'otherId',
        input: (ids) => ({ survivorId: ids['parent without role'], reason: 'Zelfde ouder' }),
        by: HERE,
        on: {
          trekker: { allowed: HERE, code: 'MERGE_UNDECIDED' },
          guest: { allowed: '', code: 'MERGE_UNDECIDED' },
        },
      },
    ],
  },
  personUnmerge: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'Toch twee ouders' }),
        on: {
          trekker: { allowed: HERE, code: 'NOT_MERGED' },
          guest: { allowed: THERE, code: 'NOT_MERGED' },
          stranger: { allowed: THERE, code: 'NOT_MERGED' },
        },
      },
    ],
  },
  personDepartTakeBack: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: {
          departure: { allowed: `${HERE} trekker`, code: 'NO_DEPARTURE' },
          'departure elsewhere': { allowed: THERE, code: 'NO_DEPARTURE' },
        },
      },
    ],
  },
  contactPause: {
    roles: AND_PARENTS,
    attempts: [{ names: 'personId', input: () => ({ until: '2026-12-31' }), on: OF_SELF }],
  },
  contactPauseEnd: {
    roles: AND_PARENTS,
    attempts: [{ names: 'personId', input: () => ({}), on: OF_SELF }],
  },
  personLetterOpen: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'taskId',
        input: () => ({}),
        on: {
          task: { allowed: HERE, code: 'TASK_WITHOUT_LETTER' },
          'task elsewhere': { allowed: THERE, code: 'TASK_WITHOUT_LETTER' },
        },
      },
    ],
  },
  personHideName: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: {
          trekker: { allowed: HERE, code: 'NOT_DECEASED' },
          guest: { allowed: THERE, code: 'NOT_DECEASED' },
        },
      },
    ],
  },
  personShowName: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({}), on: { trekker: HERE, guest: THERE } }],
  },
  personMove: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: (ids) => ({ toRegionId: ids['region below'], on: '2026-12-15' }),
        on: OF_SELF,
      },
    ],
  },
  personMoveAnswer: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({ mayIntroduce: true }),
        on: { move: `${HERE} trekker`, 'move elsewhere': THERE },
      },
    ],
  },
  personMoveAnnul: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'Verkeerd ingevuld' }),
        on: { move: HERE, 'move elsewhere': THERE },
      },
    ],
  },
  regionChangeApply: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: {
          'region change': { allowed: HERE, code: 'NOT_YET' },
          'region change elsewhere': { allowed: THERE, code: 'NOT_YET' },
        },
      },
    ],
  },
  personTaskDone: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: {
          task: { allowed: HERE, code: 'TASK_DONE' },
          'task elsewhere': { allowed: THERE, code: 'TASK_DONE' },
        },
      },
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

  schoolTieClose: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { 'school tie': `${HERE} trekker`, 'school tie elsewhere': THERE },
      },
    ],
  },
};
