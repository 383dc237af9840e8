import type { DemoProfile } from './profile-story.js';

const ALMELO = 'GM0141';
const TRAINING = 'Van verhaal naar advies';

/** Members of local bodies; six of them are not findable. Each one stands for a different case. */
export const TWENTE_PROFILES: readonly DemoProfile[] = [
  {
    who: 'fatma',
    since: -20,
    themes: ['GESPECIALISEERD_ONDERWIJS', 'TOEGANG_JEUGDHULP'],
    domains: ['ONDERWIJS', 'JEUGD'],
    levels: ['UITVOERING', 'BELEID'],
    dayParts: ['EVENING'],
    languages: ['nl', 'tr'],
    hours: 8,
    maxSeats: 2,
    bringsOthers: { is: true, by: 'INTERVIEW' },
    connects: { is: true, by: 'OBSERVED' },
    trainings: [{ title: TRAINING, completed: -14, until: 22 }],
    consents: [{ at: -10, to: 'REGION' }],
  },
  {
    // has not stated a level
    who: 'hanneke',
    since: -16,
    themes: ['GESPECIALISEERD_ONDERWIJS'],
    domains: ['ONDERWIJS'],
    dayParts: ['MORNING'],
    maxSeats: 3,
    bringsOthers: { is: true, by: 'REFERENCE' },
    consents: [
      { at: -15, to: 'REGION' },
      { at: -5, to: 'COUNTRY' },
    ],
  },
  {
    // works in projects, and the training has expired
    who: 'wim',
    since: -30,
    themes: ['TOEGANG_JEUGDHULP', 'SAMENWERKEN_MET_OUDERS'],
    domains: ['JEUGD'],
    levels: ['UITVOERING'],
    dayParts: ['EVENING', 'WEEKEND'],
    connects: { is: true, by: 'SELF_DECLARED' },
    trainings: [{ title: TRAINING, completed: -38, until: -2 }],
    consents: [{ at: -7, to: 'REGION' }],
  },
  {
    // wants no second seat
    who: 'murat',
    since: -18,
    themes: ['PASSEND_ONDERWIJS'],
    domains: ['ONDERWIJS'],
    levels: ['KIND', 'BELEID'],
    dayParts: ['EVENING'],
    languages: ['nl', 'tr'],
    maxSeats: 1,
    bringsOthers: { is: true, by: 'SELF_DECLARED' },
    consents: [{ at: -6, to: 'REGION' }],
  },
  {
    who: 'rianne',
    since: -24,
    themes: ['GESPECIALISEERD_ONDERWIJS'],
    domains: ['ONDERWIJS', 'JEUGD'],
    levels: ['BELEID'],
    paused: { from: -3, until: 5 },
    consents: [{ at: -13, to: 'REGION' }],
  },
  {
    // is on a council, which is incompatible with the regional adviesraad
    who: 'joke',
    since: -9,
    themes: ['TOEGANG_JEUGDHULP'],
    domains: ['JEUGD', 'ZORG'],
    levels: ['BELEID'],
    dayParts: ['MORNING', 'AFTERNOON'],
    bringsOthers: { is: true, by: 'INTERVIEW' },
    incompatibilities: [{ kind: 'COUNCIL_MEMBER', municipality: ALMELO, from: -8 }],
    consents: [{ at: -9, to: 'REGION' }],
  },
  {
    who: 'bashir',
    since: -12,
    themes: ['GESPECIALISEERD_ONDERWIJS'],
    domains: ['ONDERWIJS'],
    levels: ['KIND'],
    languages: ['nl', 'ar'],
    consents: [
      { at: -12, to: 'COUNTRY' },
      { at: -4, to: 'TAKEN_BACK' },
    ],
  },
  {
    // let the consent expire
    who: 'gerdien',
    since: -27,
    themes: ['PASSEND_ONDERWIJS'],
    domains: ['ONDERWIJS'],
    levels: ['UITVOERING'],
    consents: [{ at: -26, to: 'REGION' }],
  },
  { who: 'stefan', since: -20, themes: ['JEUGDHULP'], domains: ['JEUGD'], levels: ['BELEID'] },
  { who: 'corrie', since: -11, themes: ['ZORG_IN_ONDERWIJS'], domains: ['ZORG'], levels: ['UITVOERING'] },
  { who: 'yusuf', since: -5, themes: ['OPVOEDEN'], domains: ['JEUGD'], languages: ['nl', 'tr'] },
  { who: 'ilse', since: -2, themes: ['OVERGANG_PO_VO'], domains: ['ONDERWIJS'], levels: ['KIND'] },
];
