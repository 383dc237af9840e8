import { Weighted, type Random } from '../random.js';

type Level = 'KIND' | 'UITVOERING' | 'BELEID';

/** A common kind of body, with what is usual for it. */
export interface BodyForm {
  readonly kind: string;
  /** before the name of a place */
  readonly name: string;
  readonly level: Level;
  readonly domains: readonly string[];
  readonly seats: readonly string[];
}

const ADVICE = [
  'Lid namens ouders',
  'Ervaringsdeskundige ouder',
  'Lid namens oudernetwerken',
  'Plaatsvervangend lid',
];
const SCHOOLS = [
  'Ouder basisonderwijs',
  'Ouder speciaal basisonderwijs',
  'Ouder gespecialiseerd onderwijs',
  'Ouder voortgezet onderwijs',
];
const CLIENTS = ['Lid namens ouders', 'Lid namens jongeren en ouders', 'Lid namens wijkteams'];

export const BODY_FORMS = new Weighted<BodyForm>([
  [form('ADVIESRAAD', 'Adviesraad Sociaal Domein', 'BELEID', ['JEUGD', 'ZORG'], ADVICE), 22],
  [form('ADVIESRAAD', 'Adviesraad Jeugd', 'BELEID', ['JEUGD'], ADVICE), 10],
  [form('OPR', 'Ondersteuningsplanraad', 'BELEID', ['ONDERWIJS'], SCHOOLS), 14],
  [form('CLIENTENRAAD', 'Cliëntenraad Jeugdhulp', 'UITVOERING', ['JEUGD'], CLIENTS), 16],
  [form('BELEIDSTAFEL', 'Beleidstafel Onderwijs en Jeugd', 'BELEID', ['ONDERWIJS', 'JEUGD'], ADVICE), 12],
  [form('OUDERRAAD', 'Ouderraad', 'UITVOERING', ['ONDERWIJS'], SCHOOLS), 12],
  [form('KLANKBORDGROEP', 'Klankbordgroep Passend Onderwijs', 'UITVOERING', ['ONDERWIJS'], SCHOOLS), 9],
  [form('NETWERKGROEP', 'Netwerkgroep Oudersteunpunt', 'KIND', ['ONDERWIJS'], SCHOOLS), 5],
]);

const PURPOSES = [
  'Adviseert gevraagd en ongevraagd over plannen voor kinderen, jongeren en hun ouders.',
  'Brengt ervaringen van ouders in waar over ondersteuning wordt besloten.',
  'Bespreekt wat in de uitvoering beter kan, en volgt of dat gebeurt.',
];

export function drawBodyPurpose(random: Random): string | null {
  return random.chance(0.7) ? random.pick(PURPOSES) : null;
}

function form(
  kind: string,
  name: string,
  level: Level,
  domains: readonly string[],
  seats: readonly string[],
): BodyForm {
  return { kind, name, level, domains, seats };
}
