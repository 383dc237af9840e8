import type { DemoBody } from './advisory-story.js';
import type { DemoProfile } from './profile-story.js';

export const NOORD_KENNEMERLAND_PROFILES: readonly DemoProfile[] = [
  {
    // available anywhere in the country
    who: 'sanne',
    since: -14,
    themes: ['GESPECIALISEERD_ONDERWIJS', 'PASSEND_ONDERWIJS'],
    domains: ['ONDERWIJS'],
    levels: ['BELEID'],
    dayParts: ['EVENING'],
    hours: 6,
    maxSeats: 3,
    bringsOthers: { is: true, by: 'TRAINING' },
    connects: { is: true, by: 'INTERVIEW' },
    trainings: [{ title: 'Van verhaal naar advies', completed: -12 }],
    consents: [{ at: -12, to: 'COUNTRY' }],
  },
  {
    who: 'marit',
    since: -20,
    themes: ['PASSEND_ONDERWIJS', 'OVERGANG_PO_VO'],
    domains: ['ONDERWIJS'],
    levels: ['KIND', 'UITVOERING'],
    dayParts: ['MORNING', 'EVENING'],
    maxSeats: 1,
    bringsOthers: { is: true, by: 'OBSERVED' },
    consents: [{ at: -9, to: 'REGION' }],
  },
  { who: 'tesfay', since: -4, themes: ['ARMOEDE'], domains: ['JEUGD'], languages: ['nl', 'ti'] },
];

/** Nothing to do here for now: every seat is filled for more than a year. */
export const NOORD_KENNEMERLAND_BODIES: readonly DemoBody[] = [
  {
    key: 'klankbordgroep-nk',
    name: 'Klankbordgroep Passend Onderwijs Noord-Kennemerland (demo)',
    kind: 'KLANKBORDGROEP',
    purpose: 'Laat het samenwerkingsverband horen hoe zijn plannen bij ouders aankomen.',
    level: 'UITVOERING',
    domains: ['ONDERWIJS'],
    established: -40,
    samenwerkingsverband: 'PO2703',
    rules: { termMonths: 24, mostTerms: 3, carryOver: false, incompatible: ['EMPLOYEE'] },
    seats: [
      {
        key: 'ouders-1',
        title: 'Ouder speciaal onderwijs',
        opened: -40,
        held: [
          { who: 'wendy', from: -30, until: -6 },
          { who: 'sanne', from: -6 },
        ],
      },
      { key: 'ouders-2', title: 'Ouder basisonderwijs', opened: -40, held: [{ who: 'pieter', from: -5 }] },
      { key: 'ouders-3', title: 'Ouder zonder indicatie', opened: -10, held: [{ who: 'lina', from: -4 }] },
    ],
  },
];
