import type { Random } from './random.js';

export type ActivityKind = 'MEETING' | 'CAFE' | 'CONTACT' | 'TRAINING' | 'OTHER';

const NETWORK_FORMS = [
  'Oudernetwerk',
  'Oudernetwerk passend onderwijs',
  'Oudernetwerk jeugdhulp',
  'Oudernetwerk speciaal onderwijs',
  'Oudernetwerk thuiszitters',
  'Oudernetwerk hoogbegaafdheid',
  'Oudernetwerk overgang po-vo',
  'Ouders voor ouders',
  'Ouderplatform',
  'Oudercafé',
  'Thuiszitterscafé',
  'Ouderkring',
  'Samen met ouders',
  'Netwerkgroep ouders',
];

const QUARTERS = ['Noord', 'Oost', 'Zuid', 'West', 'Centrum', 'Buitengebied'];

const PURPOSES = [
  'Ouders van kinderen met een ondersteuningsbehoefte vinden elkaar en denken mee over passend onderwijs.',
  'Ervaringen van ouders bundelen en meenemen naar de gesprekken met scholen en gemeente.',
  'Elkaar steunen bij de overgang naar de volgende school.',
  'Samen optrekken met jeugdhulp en onderwijs, zodat kinderen weer naar school kunnen.',
  'Een plek waar ouders terechtkunnen met vragen, en waar signalen niet verloren gaan.',
];

const TITLES: Record<ActivityKind, readonly string[]> = {
  MEETING: ['Netwerkbijeenkomst', 'Ouderavond passend onderwijs', 'Voorbereiding adviesraad', 'Jaarplanning'],
  CAFE: ['Oudercafé', 'Koffieochtend', 'Thuiszitterscafé', 'Inloop voor ouders'],
  CONTACT: [
    'Belronde leden',
    'Overleg met de gemeente',
    'Overleg met het samenwerkingsverband',
    'Huisbezoek',
  ],
  TRAINING: ['Training gespreksvoering', 'Workshop meepraten in de regio', 'Intervisie'],
  OTHER: ['Werkbezoek', 'Bijdrage aan de nieuwsbrief', 'Stand op de onderwijsmarkt'],
};

const SUBJECTS = [
  '',
  '',
  ': de overgang naar het vo',
  ': leerlingenvervoer',
  ': wachttijden',
  ': zorg op school',
];

export function drawNetworkName(random: Random, place: string): string {
  const name = `${random.pick(NETWORK_FORMS)} ${place}`;
  return random.chance(0.5) ? `${name} ${random.pick(QUARTERS)}` : name;
}

export function drawPurpose(random: Random): string | null {
  return random.chance(0.8) ? random.pick(PURPOSES) : null;
}

export function drawTitle(random: Random, kind: ActivityKind): string {
  return random.pick(TITLES[kind]) + random.pick(SUBJECTS);
}
