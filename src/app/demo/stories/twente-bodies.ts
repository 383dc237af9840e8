import type { DemoBody, DemoRequirement } from './advisory-story.js';

const ALMELO = 'GM0141';
const ENSCHEDE = 'GM0153';
const HENGELO = 'GM0164';
const IN_TWENTE: DemoRequirement = { kind: 'REGION', value: 'JZ14', hard: true };
const IN_POLICY: DemoRequirement = { kind: 'LEVEL', value: 'BELEID', hard: true };

/** A regional adviesraad that is being set up: its seats are to be filled from the local bodies below it. */
export const TWENTE_BODIES: readonly DemoBody[] = [
  {
    key: 'adviesraad-twente',
    name: 'Regionale adviesraad Onderwijs en Jeugd Twente (demo)',
    kind: 'ADVIESRAAD',
    purpose: 'Adviseert de gemeenten en de samenwerkingsverbanden in Twente samen.',
    level: 'BELEID',
    domains: ['ONDERWIJS', 'JEUGD'],
    rules: {
      termMonths: 48,
      mostTerms: 2,
      carryOver: true,
      incompatible: ['EMPLOYEE', 'COUNCIL_MEMBER'],
      mostLeaving: 50,
    },
    seats: [
      {
        key: 'gespecialiseerd',
        title: 'Ouder gespecialiseerd onderwijs',
        constituency: 'Ouders van leerlingen in het (voortgezet) speciaal onderwijs',
        opened: -1,
        asks: [
          IN_POLICY,
          IN_TWENTE,
          { kind: 'THEME', value: 'GESPECIALISEERD_ONDERWIJS' },
          { kind: 'TRAINING', value: 'Van verhaal naar advies' },
          { kind: 'DAY_PART', value: 'EVENING' },
        ],
      },
      {
        key: 'jeugdhulp',
        title: 'Ouder jeugdhulp',
        constituency: 'Cliëntenraden jeugdhulp',
        opened: -1,
        asks: [
          { kind: 'DOMAIN', value: 'JEUGD', hard: true },
          { kind: 'THEME', value: 'TOEGANG_JEUGDHULP', hard: true },
          { kind: 'LEVEL', value: 'BELEID' },
          { kind: 'DAY_PART', value: 'EVENING' },
        ],
      },
      {
        key: 'oudernetwerken',
        title: 'Ouder namens de oudernetwerken',
        opened: -1,
        asks: [
          IN_TWENTE,
          { kind: 'THEME', value: 'SAMENWERKEN_MET_OUDERS' },
          { kind: 'THEME', value: 'PASSEND_ONDERWIJS' },
          { kind: 'LANGUAGE', value: 'tr' },
        ],
      },
      {
        key: 'voorzitter',
        title: 'Voorzitter',
        opened: -1,
        asks: [IN_POLICY, { kind: 'TRAINING', value: 'Gesprekken leiden', hard: true }],
      },
    ],
  },
  {
    key: 'adviesraad-almelo',
    name: 'Adviesraad Sociaal Domein Almelo (demo)',
    kind: 'ADVIESRAAD',
    purpose: 'Adviseert het college van Almelo over jeugd en zorg.',
    level: 'BELEID',
    domains: ['JEUGD', 'ZORG'],
    established: -80,
    municipality: ALMELO,
    rules: { termMonths: 48, mostTerms: 2, carryOver: true, incompatible: ['EMPLOYEE'] },
    seats: [
      { key: 'ouders-1', title: 'Lid namens ouders (1)', opened: -80, held: [{ who: 'murat', from: -20 }] },
      {
        // ends in four months
        key: 'ouders-2',
        title: 'Lid namens ouders (2)',
        opened: -80,
        held: [{ who: 'stefan', from: -44 }],
      },
      {
        key: 'netwerken',
        title: 'Lid namens oudernetwerken',
        opened: -30,
        held: [{ who: 'ilse', from: -10 }],
      },
    ],
  },
  {
    key: 'adviesraad-enschede',
    name: 'Adviesraad Jeugd Enschede (demo)',
    kind: 'ADVIESRAAD',
    purpose: 'Adviseert over alles wat de gemeente Enschede voor jeugd en gezin doet.',
    level: 'BELEID',
    domains: ['JEUGD'],
    established: -62,
    municipality: ENSCHEDE,
    rules: { termMonths: 48, mostTerms: 2, carryOver: true, incompatible: ['EMPLOYEE', 'COUNCIL_MEMBER'] },
    seats: [
      { key: 'ouders-1', title: 'Lid namens ouders (1)', opened: -62, held: [{ who: 'fatma', from: -30 }] },
      { key: 'ouders-2', title: 'Lid namens ouders (2)', opened: -62, held: [{ who: 'wim', from: -26 }] },
      { key: 'ouders-3', title: 'Lid namens ouders (3)', opened: -40, held: [{ who: 'rianne', from: -15 }] },
    ],
  },
  {
    key: 'clientenraad-hengelo',
    name: 'Cliëntenraad Jeugdhulp Hengelo (demo)',
    kind: 'CLIENTENRAAD',
    purpose: 'Bespreekt met de aanbieders in Hengelo hoe de jeugdhulp beter kan.',
    level: 'UITVOERING',
    domains: ['JEUGD', 'ZORG'],
    established: -38,
    municipality: HENGELO,
    agreedWith: {
      region: 'JZ25',
      since: -12,
      motivation: 'De aanbieders werken ook in de Achterhoek. Ouders van daar praten nog nergens mee.',
    },
    rules: { termMonths: 36, mostTerms: 3, carryOver: false, incompatible: ['EMPLOYEE', 'CONTRACTOR'] },
    seats: [
      { key: 'ouders-1', title: 'Lid namens ouders (1)', opened: -38, held: [{ who: 'hanneke', from: -8 }] },
      { key: 'ouders-2', title: 'Lid namens ouders (2)', opened: -38, held: [{ who: 'corrie', from: -14 }] },
      { key: 'ouders-3', title: 'Lid namens ouders (3)', opened: -38, held: [{ who: 'joke', from: -3 }] },
      {
        key: 'jongeren',
        title: 'Lid namens jongeren en ouders',
        opened: -20,
        held: [{ who: 'yusuf', from: -14 }],
      },
    ],
  },
];
