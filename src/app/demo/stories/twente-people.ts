import type { DemoPerson } from './demo-story.js';

const ALMELO = 'GM0141';
const ENSCHEDE = 'GM0153';
const HENGELO = 'GM0164';
const OLDENZAAL = 'GM0173';
const TUBBERGEN = 'GM0183';

export const TWENTE_PEOPLE: readonly DemoPerson[] = [
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
  {
    key: 'fatma',
    name: ['Fatma', null, 'Voorbeeldoğlu'],
    municipality: ENSCHEDE,
    forms: ['LID', 'SEAT'],
    hours: 8,
    dayParts: ['EVENING'],
  },
  { key: 'wim', name: ['Wim', null, 'Proefink'], municipality: ENSCHEDE, forms: ['SEAT'] },
  { key: 'joke', name: ['Joke', 'te', 'Voorbeeldhuis'], municipality: ALMELO, forms: ['SEAT'] },
  { key: 'stefan', name: ['Stefan', null, 'Demokamp'], municipality: ALMELO, forms: ['SEAT'] },
  { key: 'corrie', name: ['Corrie', null, 'Proefman'], municipality: HENGELO, forms: ['SEAT', 'SURVEY'] },
  { key: 'yusuf', name: ['Yusuf', null, 'Demokaya'], municipality: HENGELO, language: 'tr', forms: ['SEAT'] },
];
