import type { DemoPerson } from './demo-story.js';

const UTRECHT = 'GM0344';

export const UTRECHT_STAD_PEOPLE: readonly DemoPerson[] = [
  {
    key: 'noor',
    name: ['Noor', 'van der', 'Voorbeeld'],
    municipality: UTRECHT,
    forms: ['TREKKER', 'BUDDY', 'SEAT'],
    hours: 14,
    dayParts: ['MORNING', 'AFTERNOON'],
    ties: [{ stage: 'VWO', yearLevel: 2, confirmed: -2 }],
  },
  {
    key: 'rachid',
    name: ['Rachid', 'ben', 'Demou'],
    municipality: UTRECHT,
    forms: ['TREKKER'],
    hours: 8,
    dayParts: ['EVENING'],
    ties: [
      { stage: 'BO', yearLevel: 6, confirmed: -3, school: true },
      { stage: 'VMBO', yearLevel: 1, confirmed: -3 },
    ],
  },
  {
    key: 'elif',
    name: ['Elif', null, 'Demovic'],
    municipality: UTRECHT,
    forms: ['TREKKER', 'SOUNDING_BOARD'],
    hours: 10,
    ties: [{ stage: 'BO', yearLevel: 3, confirmed: -1, school: true }],
  },
  {
    key: 'bram',
    name: ['Bram', null, 'Proefman'],
    municipality: UTRECHT,
    forms: ['BUDDY', 'SEAT'],
    ties: [{ stage: 'MBO4', yearLevel: 1, confirmed: -14 }],
  },
  { key: 'aicha', name: ['Aïcha', null, 'Voorbeeldaoui'], municipality: UTRECHT, forms: ['LID', 'SURVEY'] },
  { key: 'tom', name: ['Tom', 'de', 'Proef'], municipality: UTRECHT, forms: ['LID'] },
  {
    key: 'xin',
    name: ['Xin', null, 'Demo-Li'],
    municipality: UTRECHT,
    language: 'zh',
    forms: ['LID', 'BUDDY'],
    ties: [{ stage: 'BO', yearLevel: null, confirmed: -4 }],
  },
  {
    key: 'femke',
    name: ['Femke', null, 'Voorbeeldsma'],
    municipality: UTRECHT,
    forms: ['LID'],
    ties: [{ stage: 'MBO2', yearLevel: 1, confirmed: -6 }],
  },
  {
    key: 'david',
    name: ['David', null, 'Proefmans'],
    municipality: UTRECHT,
    perspectives: ['PROFESSIONAL'],
    forms: ['SOUNDING_BOARD'],
  },
  { key: 'ingrid', name: ['Ingrid', 'van', 'Demoveld'], municipality: UTRECHT, forms: ['SEAT'] },
  { key: 'kees', name: ['Kees', null, 'Proefschot'], municipality: UTRECHT, forms: ['SEAT'] },
  { key: 'samira', name: ['Samira', null, 'Demoudi'], municipality: UTRECHT, forms: ['SEAT'] },
  { key: 'lotte', name: ['Lotte', null, 'Voorbeeldstra'], municipality: UTRECHT, forms: ['SEAT'] },
  { key: 'mehmet', name: ['Mehmet', null, 'Proefkan'], municipality: UTRECHT, forms: ['SEAT'] },
  { key: 'joris', name: ['Joris', 'ter', 'Voorbeeld'], municipality: UTRECHT, forms: ['SEAT'] },
];
