import type { DemoRegion } from './demo-story.js';
import { UTRECHT_STAD_BODIES } from './utrecht-stad-bodies.js';
import { UTRECHT_STAD_PEOPLE } from './utrecht-stad-people.js';
import { UTRECHT_STAD_PROFILES } from './utrecht-stad-profiles.js';

const UTRECHT = 'GM0344';

/**
 * Several networks in every stage of life, among them a thuiszitterscafé that meets all year round and is being
 * handed over, though not everything on time.
 */
export const UTRECHT_STAD: DemoRegion = {
  code: 'JZ22',
  coordinatedBy: 'oudersteunpunt-utrecht',
  organisations: [
    {
      key: 'oudersteunpunt-utrecht',
      name: 'Oudersteunpunt Utrecht (demo)',
      kind: 'OUDER_JEUGDSTEUNPUNT',
      domains: ['ONDERWIJS'],
      parent: 'PO2601',
      municipalities: [UTRECHT],
      place: 'Utrecht',
    },
    {
      key: 'meedenkkracht',
      name: 'Stichting Meedenkkracht (demo)',
      kind: 'STICHTING',
      domains: ['ONDERWIJS', 'ZORG', 'JEUGD'],
      municipalities: [UTRECHT],
      place: 'Utrecht',
    },
  ],
  people: UTRECHT_STAD_PEOPLE,
  networks: [
    {
      key: 'thuiszitterscafe',
      name: 'Thuiszitterscafé Utrecht (demo)',
      purpose:
        'Ouders van kinderen die niet naar school gaan ontmoeten elkaar, met koffie en zonder afspraak.',
      sectors: ['PO', 'VO'],
      themes: ['THUISZITTERS', 'MENTALE_GEZONDHEID'],
      municipalities: [UTRECHT],
      rhythm: 'MONTHLY',
      status: 'ACTIVE',
      activeFrom: -30,
      contact: 'noor',
      trekkers: [
        { who: 'noor', role: 'TREKKER', from: -30, planned: { at: 2, reason: 'TERM_COMPLETED' } },
        { who: 'rachid', role: 'CO_TREKKER', from: -12, away: { from: -1, expected: 2 } },
      ],
      members: [
        { who: 'noor', from: -30 },
        { who: 'rachid', from: -22 },
        { who: 'aicha', from: -15 },
        { who: 'xin', from: -8 },
        { who: 'david', from: -6 },
      ],
      support: [{ by: 'meedenkkracht', hours: 20, from: -28 }],
      activities: [
        { kind: 'CAFE', title: 'Thuiszitterscafé', everyWeeks: 4, from: -29, until: 0, attendance: [9, 24] },
        { kind: 'CONTACT', title: 'Overleg met leerplicht', everyWeeks: 13, from: -20, until: 0 },
      ],
      successions: [
        {
          follows: 'noor',
          because: 'LEAD_TIME',
          opened: -6,
          target: { endOfMonth: 2 },
          candidates: [{ who: 'aicha', readiness: 'NOW', stage: 'READY', next: 1 }],
          handover: [
            { key: 'CONTACTS', owner: 'noor', done: -1 },
            { key: 'AGENDA', owner: 'aicha', done: 0 },
            { key: 'INTRODUCTIONS', owner: 'noor' },
            { key: 'AGREEMENTS', owner: 'noor', due: -1 },
            { key: 'RUNNING_SIGNALS', owner: 'noor' },
            { key: 'MONEY' },
            { key: 'ACCESS', owner: 'rachid' },
          ],
        },
      ],
    },
    {
      key: 'oudernetwerk-utrecht',
      name: 'Oudernetwerk Utrecht Stad (demo)',
      purpose:
        'Brengt ervaringen van ouders uit alle wijken naar de tafels waar over onderwijs en jeugd wordt besloten.',
      sectors: ['PO', 'JEUGD'],
      themes: ['SAMENWERKEN_MET_OUDERS', 'TOEGANG_JEUGDHULP'],
      municipalities: [UTRECHT],
      rhythm: 'QUARTERLY',
      status: 'ACTIVE',
      activeFrom: -70,
      contact: 'elif',
      trekkers: [
        { who: 'bram', role: 'TREKKER', from: -70, until: -42, endReason: 'TERM_COMPLETED' },
        { who: 'noor', role: 'TREKKER', from: -42, until: -18, endReason: 'TERM_COMPLETED', after: 'bram' },
        { who: 'elif', role: 'TREKKER', from: -18, after: 'noor' },
      ],
      members: [
        { who: 'bram', from: -70, until: -20 },
        { who: 'noor', from: -55 },
        { who: 'elif', from: -27 },
        { who: 'tom', from: -14 },
        { who: 'femke', from: -10 },
      ],
      support: [
        { by: 'oudersteunpunt-utrecht', hours: 8, from: -60, until: -24 },
        { by: 'meedenkkracht', hours: 10, from: -24 },
      ],
      activities: [
        { kind: 'MEETING', title: 'Netwerkavond', everyWeeks: 11, from: -36, until: 0, attendance: [12, 30] },
        {
          kind: 'TRAINING',
          title: 'Van verhaal naar advies',
          everyWeeks: 26,
          from: -24,
          until: 0,
          attendance: [8, 15],
        },
      ],
    },
    {
      key: 'ouders-mbo',
      name: 'Ouders van jongeren op het mbo (demo)',
      purpose: 'Wisselt uit wat ouders van mbo-studenten tegenkomen rond begeleiding en stage.',
      sectors: ['MBO'],
      themes: ['OVERGANG_18'],
      municipalities: [UTRECHT],
      rhythm: 'QUARTERLY',
      status: 'DORMANT',
      activeFrom: -33,
      contact: 'femke',
      trekkers: [{ who: 'bram', role: 'TREKKER', from: -33, until: -9, endReason: 'OTHER' }],
      members: [
        { who: 'bram', from: -33 },
        { who: 'femke', from: -20 },
      ],
      support: [{ by: 'oudersteunpunt-utrecht', hours: 2, from: -30 }],
      activities: [
        { kind: 'MEETING', title: 'Mbo-avond', everyWeeks: 13, from: -32, until: -10, attendance: [4, 8] },
      ],
    },
    {
      key: 'ouders-so',
      name: 'Ouders bouwen mee aan het speciaal onderwijs (demo)',
      purpose: 'Dacht mee over een nieuw gebouw voor het speciaal onderwijs.',
      sectors: ['PO'],
      themes: ['GESPECIALISEERD_ONDERWIJS'],
      municipalities: [UTRECHT],
      rhythm: 'MONTHLY',
      status: 'ENDED',
      activeFrom: -44,
      ended: {
        at: -16,
        reason: 'Het gebouw is klaar; wie verder wil, is lid van Oudernetwerk Utrecht Stad.',
      },
      contact: 'tom',
      trekkers: [{ who: 'tom', role: 'TREKKER', from: -43, until: -16, endReason: 'TERM_COMPLETED' }],
      members: [
        { who: 'tom', from: -44, until: -16 },
        { who: 'aicha', from: -40, until: -16 },
      ],
      support: [{ by: 'oudersteunpunt-utrecht', hours: 4, from: -44, until: -16 }],
      activities: [
        { kind: 'MEETING', title: 'Bouwgroep', everyWeeks: 6, from: -43, until: -17, attendance: [5, 9] },
      ],
    },
  ],
  profiles: UTRECHT_STAD_PROFILES,
  bodies: UTRECHT_STAD_BODIES,
};
