import type { DemoRegion } from './demo-story.js';

const ALMELO = 'GM0141';
const ENSCHEDE = 'GM0153';
const HENGELO = 'GM0164';
const OLDENZAAL = 'GM0173';
const TUBBERGEN = 'GM0183';

/** Little is organised yet: one network is forming, and one has lost its trekker, and nobody follows. */
export const TWENTE: DemoRegion = {
  code: 'JZ14',
  coordinatedBy: 'ouders-samen-twente',
  organisations: [
    {
      key: 'ouders-samen-twente',
      name: 'Stichting Ouders Samen Twente (demo)',
      kind: 'STICHTING',
      domains: ['ONDERWIJS', 'JEUGD'],
      municipalities: [ALMELO, ENSCHEDE, HENGELO, OLDENZAAL, TUBBERGEN],
      place: 'Hengelo',
    },
  ],
  people: [
    {
      key: 'gerdien',
      name: ['Gerdien', null, 'Voorbeeldink'],
      municipality: TUBBERGEN,
      forms: ['LID', 'TREKKER'],
      hours: 5,
      dayParts: ['EVENING'],
      ties: [{ stage: 'BO', yearLevel: 5, confirmed: -1, school: true }],
    },
    {
      key: 'murat',
      name: ['Murat', null, 'Demoglu'],
      municipality: ALMELO,
      forms: ['LID', 'BUDDY'],
      ties: [{ stage: 'HAVO', yearLevel: 3, confirmed: -2 }],
    },
    { key: 'ilse', name: ['Ilse', 'op den', 'Proefkamp'], municipality: OLDENZAAL, forms: ['LID', 'SURVEY'] },
    {
      key: 'rianne',
      name: ['Rianne', null, 'Demohuis'],
      municipality: ENSCHEDE,
      forms: ['BUDDY'],
      ties: [{ stage: 'PRO', yearLevel: 2, confirmed: -14 }],
    },
    {
      key: 'bashir',
      name: ['Bashir', null, 'Voorbeeldi'],
      municipality: ENSCHEDE,
      language: 'ar',
      forms: ['LID', 'SOUNDING_BOARD'],
      ties: [{ stage: 'VSO', yearLevel: 3, confirmed: -5 }],
    },
    { key: 'hanneke', name: ['Hanneke', 'te', 'Proefhorst'], municipality: HENGELO, forms: ['LID', 'SEAT'] },
  ],
  networks: [
    {
      key: 'twente-noord',
      name: 'Oudernetwerk Twente-Noord (demo)',
      purpose:
        'Ouders in het noorden van Twente leren elkaar kennen en kiezen samen waar zij zich voor inzetten.',
      sectors: ['PO', 'VO'],
      themes: ['SAMENWERKEN_MET_OUDERS'],
      municipalities: [ALMELO, OLDENZAAL, TUBBERGEN],
      rhythm: 'AS_NEEDED',
      status: 'FORMING',
      contact: 'gerdien',
      trekkers: [],
      members: [
        { who: 'gerdien', from: -3 },
        { who: 'murat', from: -3 },
        { who: 'ilse', from: -1 },
      ],
      support: [],
      activities: [
        { kind: 'MEETING', title: 'Kennismaking', everyWeeks: 6, from: -3, until: 0, attendance: [4, 7] },
      ],
    },
    {
      key: 'ouderkring-enschede',
      name: 'Ouderkring Enschede en Hengelo (demo)',
      purpose:
        'Ouders van jongeren in het voortgezet (speciaal) onderwijs delen ervaringen en geven signalen door.',
      sectors: ['VO'],
      themes: ['GESPECIALISEERD_ONDERWIJS', 'TOEGANG_JEUGDHULP'],
      municipalities: [ENSCHEDE, HENGELO],
      rhythm: 'QUARTERLY',
      status: 'ACTIVE',
      activeFrom: -31,
      contact: 'rianne',
      trekkers: [{ who: 'rianne', role: 'TREKKER', from: -31, until: -3, endReason: 'PERSONAL' }],
      members: [
        { who: 'rianne', from: -31 },
        { who: 'bashir', from: -19 },
        { who: 'hanneke', from: -12 },
      ],
      support: [],
      activities: [
        { kind: 'MEETING', title: 'Ouderkring', everyWeeks: 12, from: -24, until: -5, attendance: [5, 9] },
      ],
      successions: [
        {
          follows: 'rianne',
          because: 'DEPARTURE',
          opened: -4,
          target: { before: -3 },
          candidates: [
            {
              who: 'bashir',
              readiness: 'TWELVE_MONTHS',
              stage: 'DECLINED',
              ended: { at: -2, reason: 'Vindt het te veel om alleen te doen.' },
            },
          ],
        },
      ],
    },
  ],
};
