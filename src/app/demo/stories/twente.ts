import type { DemoRegion } from './demo-story.js';
import { TWENTE_BODIES } from './twente-bodies.js';
import { TWENTE_PEOPLE } from './twente-people.js';
import { TWENTE_PROFILES } from './twente-profiles.js';

const ALMELO = 'GM0141';
const ENSCHEDE = 'GM0153';
const HENGELO = 'GM0164';
const OLDENZAAL = 'GM0173';
const TUBBERGEN = 'GM0183';

/**
 * Little is organised yet: one network is being set up, and one has lost its trekker without a successor. A regional
 * adviesraad is being formed, for which parents are sought in the local ones.
 */
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
  people: TWENTE_PEOPLE,
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
        { who: 'fatma', from: -11 },
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
  profiles: TWENTE_PROFILES,
  bodies: TWENTE_BODIES,
};
