import type { DemoBody } from './advisory-story.js';

const UTRECHT = 'GM0344';

/**
 * A beleidstafel with a seat that has been vacant for months, and an OPR whose rooster van aftreden was never
 * planned: the terms of half of its parents end at the end of next year.
 */
export const UTRECHT_STAD_BODIES: readonly DemoBody[] = [
  {
    key: 'beleidstafel-utrecht',
    name: 'Beleidstafel Onderwijs en Jeugd Utrecht (demo)',
    kind: 'BELEIDSTAFEL',
    purpose: 'Gemeente, scholen, jeugdhulp en ouders maken hier samen beleid.',
    level: 'BELEID',
    domains: ['ONDERWIJS', 'JEUGD'],
    established: -50,
    municipality: UTRECHT,
    rules: { termMonths: 36, mostTerms: 2, carryOver: false, incompatible: ['EMPLOYEE', 'COUNCIL_MEMBER'] },
    seats: [
      {
        key: 'jongvolwassenen',
        title: 'Ouder jongvolwassenen',
        constituency: 'Ouders van jongeren tussen 16 en 23',
        opened: -50,
        asks: [
          { kind: 'LEVEL', value: 'BELEID', hard: true },
          { kind: 'DOMAIN', value: 'JEUGD', hard: true },
          { kind: 'THEME', value: 'OVERGANG_18' },
          { kind: 'THEME', value: 'MENTALE_GEZONDHEID' },
          { kind: 'DAY_PART', value: 'AFTERNOON' },
        ],
        held: [{ who: 'femke', from: -28, until: -4, endReason: 'PERSONAL' }],
        invitations: [
          {
            who: 'femke',
            asked: 70,
            message: 'U kent de tafel al. Wilt u terugkomen?',
            answered: { daysAgo: 66, accepts: false, reason: 'Mijn dochter heeft me nu thuis nodig.' },
          },
          {
            who: 'bram',
            asked: 4,
            message: 'Wij zoeken een ouder die weet hoe het is als een kind 18 wordt. Wilt u meepraten?',
          },
        ],
      },
      {
        key: 'thuiszitters',
        title: 'Ouder namens het thuiszitterscafé',
        opened: -50,
        asks: [
          { kind: 'THEME', value: 'THUISZITTERS', hard: true },
          { kind: 'LANGUAGE', value: 'nl', hard: true },
          { kind: 'LEVEL', value: 'BELEID' },
        ],
        held: [{ who: 'noor', from: -33 }],
        invitations: [
          {
            who: 'aicha',
            asked: 12,
            through: 'thuiszitterscafe',
            message: 'Noor stopt over drie maanden. Wilt u haar plaats innemen?',
            answered: { daysAgo: 6, accepts: true },
          },
        ],
      },
      {
        key: 'netwerken',
        title: 'Ouder namens Oudernetwerk Utrecht Stad',
        opened: -50,
        held: [{ who: 'tom', from: -14 }],
      },
      { key: 'primair', title: 'Ouder basisonderwijs', opened: -30, held: [{ who: 'ingrid', from: -9 }] },
    ],
  },
  {
    key: 'opr-utrecht',
    name: 'Ondersteuningsplanraad primair onderwijs Utrecht (demo)',
    kind: 'OPR',
    purpose: 'Stemt in met het ondersteuningsplan van het samenwerkingsverband; de oudergeleding.',
    level: 'BELEID',
    domains: ['ONDERWIJS'],
    established: -110,
    samenwerkingsverband: 'PO2601',
    rules: {
      termMonths: 36,
      mostTerms: 2,
      carryOver: true,
      incompatible: ['EMPLOYEE', 'BOARD_MEMBER'],
      mostLeaving: 34,
    },
    seats: [
      { key: 'ouders-1', title: 'Ouder (1)', opened: -100, held: [{ who: 'ingrid', from: { newYear: -1 } }] },
      { key: 'ouders-2', title: 'Ouder (2)', opened: -100, held: [{ who: 'kees', from: { newYear: -1 } }] },
      {
        key: 'ouders-3',
        title: 'Ouder (3)',
        opened: -100,
        held: [
          { who: 'samira', from: { newYear: -4 }, until: { newYear: -1 }, endReason: 'REAPPOINTED' },
          { who: 'samira', from: { newYear: -1 }, term: 2 },
        ],
      },
      { key: 'ouders-4', title: 'Ouder (4)', opened: -100, held: [{ who: 'lotte', from: { newYear: 0 } }] },
      {
        // stays on until replaced
        key: 'ouders-5',
        title: 'Ouder (5)',
        opened: -100,
        held: [{ who: 'mehmet', from: { newYear: -3 } }],
      },
      {
        key: 'ouders-6',
        title: 'Ouder (6)',
        opened: -100,
        held: [
          { who: 'tom', from: { newYear: -3 }, until: { newYear: 0 } },
          { who: 'joris', from: { newYear: 0 } },
        ],
      },
    ],
  },
];
