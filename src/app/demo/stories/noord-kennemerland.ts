import type { DemoRegion } from './demo-story.js';
import { NOORD_KENNEMERLAND_BODIES, NOORD_KENNEMERLAND_PROFILES } from './noord-kennemerland-seats.js';

const ALKMAAR = 'GM0361';
const BERGEN = 'GM0373';
const CASTRICUM = 'GM0383';
const HEILOO = 'GM0399';
const DIJK_EN_WAARD = 'GM1980';

/**
 * An ouder- en jeugdsteunpunt with its netwerkgroep, which once handed over well, and a network that is about to lose its only
 * trekker: somebody was asked to take over, but nobody has agreed yet, and the support ends too.
 */
export const NOORD_KENNEMERLAND: DemoRegion = {
  code: 'JZ06',
  coordinatedBy: 'oudersteunpunt-nk',
  organisations: [
    {
      key: 'oudersteunpunt-nk',
      name: 'Oudersteunpunt Noord-Kennemerland (demo)',
      kind: 'OUDER_JEUGDSTEUNPUNT',
      domains: ['ONDERWIJS'],
      parent: 'PO2703',
      municipalities: [ALKMAAR, BERGEN, HEILOO, DIJK_EN_WAARD],
      place: 'Alkmaar',
    },
  ],
  people: [
    {
      key: 'marit',
      name: ['Marit', 'van', 'Voorbeeld'],
      municipality: ALKMAAR,
      forms: ['TREKKER', 'SEAT'],
      hours: 12,
      dayParts: ['MORNING', 'EVENING'],
      ties: [{ stage: 'BO', yearLevel: 7, confirmed: -2, statedExit: 5, school: true }],
    },
    {
      key: 'karima',
      name: ['Karima', 'el', 'Demoui'],
      municipality: ALKMAAR,
      forms: ['TREKKER', 'BUDDY'],
      hours: 10,
      dayParts: ['MORNING'],
      ties: [
        { stage: 'BO', yearLevel: 4, confirmed: -1, school: true },
        { stage: 'BO', yearLevel: 2, confirmed: -1, school: true },
      ],
    },
    {
      key: 'joost',
      name: ['Joost', null, 'Proefstra'],
      municipality: HEILOO,
      forms: ['TREKKER', 'SOUNDING_BOARD'],
      hours: 6,
      dayParts: ['EVENING'],
      ties: [{ stage: 'SBO', yearLevel: 5, confirmed: -4 }],
    },
    {
      key: 'wendy',
      name: ['Wendy', 'de', 'Demoer'],
      municipality: DIJK_EN_WAARD,
      forms: ['BUDDY'],
      ties: [{ stage: 'VMBO', yearLevel: 2, confirmed: -15 }],
    },
    { key: 'pieter', name: ['Pieter', null, 'Demodijk'], municipality: BERGEN, forms: ['LID', 'SURVEY'] },
    {
      key: 'lina',
      name: ['Lina', null, 'Voorbeelden'],
      municipality: DIJK_EN_WAARD,
      forms: ['LID', 'TREKKER'],
      hours: 4,
      dayParts: ['EVENING', 'WEEKEND'],
      ties: [{ stage: 'BO', yearLevel: 3, confirmed: -3, school: true }],
    },
    {
      key: 'tesfay',
      name: ['Tesfay', null, 'Proefmariam'],
      municipality: ALKMAAR,
      language: 'ti',
      forms: ['LID'],
    },
    {
      key: 'sanne',
      name: ['Sanne', 'ten', 'Proefhuis'],
      municipality: CASTRICUM,
      forms: ['LID', 'SEAT'],
      ties: [{ stage: 'SO', yearLevel: 6, confirmed: -13 }],
    },
  ],
  networks: [
    {
      key: 'netwerkgroep-nk',
      name: 'Netwerkgroep Oudersteunpunt Noord-Kennemerland (demo)',
      purpose:
        'Denkt mee over de koers van het ouder- en jeugdsteunpunt en brengt ervaringen van ouders bij elkaar.',
      sectors: ['PO'],
      themes: ['PASSEND_ONDERWIJS', 'SAMENWERKEN_MET_OUDERS'],
      municipalities: [ALKMAAR, BERGEN, HEILOO, DIJK_EN_WAARD],
      rhythm: 'MONTHLY',
      status: 'ACTIVE',
      activeFrom: -38,
      contact: 'karima',
      trekkers: [
        { who: 'wendy', role: 'TREKKER', from: -38, until: -14, endReason: 'CHILD_LEFT_SCHOOL' },
        { who: 'karima', role: 'TREKKER', from: -14, after: 'wendy' },
        { who: 'joost', role: 'CO_TREKKER', from: -10 },
      ],
      members: [
        { who: 'wendy', from: -40 },
        { who: 'karima', from: -26 },
        { who: 'joost', from: -20 },
        { who: 'sanne', from: -16 },
        { who: 'tesfay', from: -7 },
      ],
      support: [{ by: 'oudersteunpunt-nk', hours: 16, from: -36 }],
      activities: [
        { kind: 'MEETING', title: 'Netwerkgroep', everyWeeks: 5, from: -24, until: 0, attendance: [6, 11] },
        {
          kind: 'TRAINING',
          title: 'Ervaring delen aan tafel',
          everyWeeks: 30,
          from: -20,
          until: 0,
          attendance: [8, 14],
        },
      ],
      successions: [
        {
          follows: 'wendy',
          because: 'LEAD_TIME',
          opened: -21,
          target: { before: -14 },
          completed: -14,
          candidates: [
            { who: 'karima', readiness: 'SIX_MONTHS', stage: 'APPOINTED' },
            {
              who: 'sanne',
              readiness: 'TWELVE_MONTHS',
              stage: 'DECLINED',
              ended: { at: -15, reason: 'Is net lid en wil het netwerk eerst leren kennen.' },
            },
          ],
          handover: [
            { key: 'CONTACTS', owner: 'wendy', done: -16 },
            { key: 'AGENDA', owner: 'wendy', done: -16 },
            { key: 'INTRODUCTIONS', owner: 'wendy', done: -15 },
            { key: 'AGREEMENTS', owner: 'wendy', done: -15 },
            { key: 'RUNNING_SIGNALS', owner: 'karima', done: -15 },
            { key: 'MONEY', owner: 'karima', done: -14 },
            { key: 'ACCESS', owner: 'wendy', done: -14 },
          ],
        },
      ],
    },
    {
      key: 'ouderkring-alkmaar',
      name: 'Ouderkring Alkmaar en Dijk en Waard (demo)',
      purpose:
        'Ouders van kinderen die meer nodig hebben op de basisschool vinden elkaar en praten mee in de wijk.',
      sectors: ['PO'],
      themes: ['PASSEND_ONDERWIJS', 'OVERGANG_PO_VO'],
      municipalities: [ALKMAAR, DIJK_EN_WAARD],
      rhythm: 'MONTHLY',
      status: 'ACTIVE',
      activeFrom: -50,
      contact: 'marit',
      trekkers: [
        { who: 'wendy', role: 'TREKKER', from: -50, until: -28, endReason: 'PERSONAL' },
        {
          who: 'marit',
          role: 'TREKKER',
          from: -28,
          after: 'wendy',
          planned: { at: 5, reason: 'CHILD_LEFT_SCHOOL' },
        },
      ],
      members: [
        { who: 'wendy', from: -50, until: -28 },
        { who: 'marit', from: -34 },
        { who: 'pieter', from: -18 },
        { who: 'lina', from: -9 },
        { who: 'tesfay', from: -6 },
      ],
      support: [{ by: 'oudersteunpunt-nk', hours: 6, from: -24, until: 5 }],
      activities: [
        { kind: 'MEETING', title: 'Ouderkring', everyWeeks: 6, from: -26, until: 0, attendance: [5, 12] },
        {
          kind: 'CONTACT',
          title: 'Gesprek met het ouder- en jeugdsteunpunt',
          everyWeeks: 17,
          from: -18,
          until: 0,
        },
      ],
      successions: [
        {
          follows: 'marit',
          because: 'LEAD_TIME',
          opened: -3,
          target: { endOfMonth: 5 },
          candidates: [
            { who: 'lina', readiness: 'SIX_MONTHS', stage: 'APPROACHED', next: 1 },
            {
              who: 'pieter',
              readiness: 'TWELVE_MONTHS',
              stage: 'DECLINED',
              ended: { at: -2, reason: 'Heeft er naast het werk geen tijd voor; blijft graag lid.' },
            },
          ],
        },
      ],
    },
  ],
  profiles: NOORD_KENNEMERLAND_PROFILES,
  bodies: NOORD_KENNEMERLAND_BODIES,
};
