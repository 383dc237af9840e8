import { nodeId } from '../../kernel/node-id.js';
import type { TestService } from '../../testing/test-service.js';
import { TODAY } from './testing/demo-bench.js';
import { demoId } from './demo-ids.js';
import { startDemoOn } from './testing/demo-service.js';

const TWENTE = 'demo-secretary-JZ14';
const UTRECHT = 'demo-secretary-JZ22';
const NOORD_KENNEMERLAND = 'demo-secretary-JZ06';

let service: TestService;

beforeAll(async () => {
  service = await startDemoOn(TODAY);
});
afterAll(() => service?.close());

async function answer(subject: string, query: string, variables = {}) {
  const { data, errors } = await service.ask(subject, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

const SEATS = `{ advisorySeats(filter: { status: [VACANT, ENDS_SOON, CARRY_OVER] }) {
  nodes { title status vacantDays body { name status } holder { person { displayName } latestEnd } } } }`;

test.each([
  [
    TWENTE,
    {
      'Adviesraad Sociaal Domein Almelo (demo)': ['ENDS_SOON'],
      'Regionale adviesraad Onderwijs en Jeugd Twente (demo)': ['VACANT', 'VACANT', 'VACANT', 'VACANT'],
    },
  ],
  [
    UTRECHT,
    {
      'Beleidstafel Onderwijs en Jeugd Utrecht (demo)': ['ENDS_SOON', 'VACANT'],
      'Ondersteuningsplanraad primair onderwijs Utrecht (demo)': ['CARRY_OVER'],
    },
  ],
  [NOORD_KENNEMERLAND, {}],
])('%s sees the seats of their bodies that need somebody', async (secretary, expected) => {
  const found: Record<string, string[]> = {};
  for (const { body, status } of (await answer(secretary, SEATS)).advisorySeats.nodes)
    (found[body.name] ??= []).push(status);
  for (const statuses of Object.values(found)) statuses.sort();
  expect(found).toEqual(expected);
});

test('the adviesraad of Twente is being set up; the local ones have holders, whom their secretary knows', async () => {
  const { advisoryBodies } = await answer(
    TWENTE,
    `{ advisoryBodies { nodes { name status seats { nodes { holder { person { displayName } } } } } } }`,
  );
  const members = advisoryBodies.nodes.map(
    ({ name, status, seats }: { name: string; status: string; seats: { nodes: { holder: unknown }[] } }) => [
      name.split(' ')[0],
      status,
      seats.nodes.filter(({ holder }) => holder).length,
    ],
  );
  expect(members).toEqual([
    ['Adviesraad', 'ACTIVE', 3],
    ['Adviesraad', 'ACTIVE', 3],
    ['Cliëntenraad', 'ACTIVE', 4],
    ['Regionale', 'FORMING', 0],
  ]);
});

test('one vacancy in Utrecht is older than its body wants', async () => {
  const { advisorySeats } = await answer(
    UTRECHT,
    `{ advisorySeats(filter: { status: VACANT }) { nodes { title vacantDays body { rules { vacancyDays } } } } }`,
  );
  const [{ title, vacantDays, body }] = advisorySeats.nodes;
  expect(title).toBe('Ouder jongvolwassenen');
  expect(vacantDays).toBeGreaterThan(body.rules.vacancyDays);
});

test('half of the parents in the OPR of Utrecht leave next year, and one is over their term', async () => {
  const { advisoryBody } = await answer(
    UTRECHT,
    `query($id: ID!) { advisoryBody(id: $id) { retirementSchedule(fromYear: 2026, toYear: 2028) {
      year leavingShare leaving { appointment { person { displayName } } } warnings { code } } } }`,
    { id: nodeId('AdvisoryBody', demoId('body', 'opr-utrecht')) },
  );
  const years = advisoryBody.retirementSchedule.map((year: RosterYear) => ({
    year: year.year,
    leaving: year.leaving.length,
    warnings: year.warnings.map(({ code }) => code),
  }));
  expect(years).toEqual([
    { year: 2026, leaving: 0, warnings: ['CARRIED_OVER'] },
    { year: 2027, leaving: 3, warnings: ['TOO_MANY_LEAVE', 'NO_REAPPOINTMENT'] },
    { year: 2028, leaving: 2, warnings: [] },
  ]);
});

interface RosterYear {
  readonly year: number;
  readonly leaving: readonly unknown[];
  readonly warnings: readonly { readonly code: string }[];
}

const PROFILES = `{ ervaringsdeskundigen { totalCount nodes { pseudonym person { id } } } }`;

test('a secretary finds profiles in the region and those available anywhere, without a name', async () => {
  for (const [secretary, findable] of [
    [TWENTE, 6 + 2],
    [UTRECHT, 4 + 2],
    [NOORD_KENNEMERLAND, 2 + 2],
  ] as const) {
    const { totalCount, nodes } = (await answer(secretary, PROFILES)).ervaringsdeskundigen;
    expect([secretary, totalCount]).toEqual([secretary, findable]);
    const known = nodes.filter(({ person }: { person: unknown }) => person);
    expect([secretary, known.length]).toEqual([secretary, secretary === UTRECHT ? 1 : 0]);
  }
});

test('for the future seat of Twente there are matches of every kind, and five or more people whom nobody hears of', async () => {
  const { matches } = await answer(
    TWENTE,
    `query($seat: ID!) { matches(seatId: $seat) { totalCount hiddenForConsent
      nodes { ervaringsdeskundige { id } fit criteria { code state blocks } } } }`,
    { seat: nodeId('AdvisorySeat', demoId('seat', 'adviesraad-twente', 'gespecialiseerd')) },
  );
  expect(matches).toMatchObject({ totalCount: 8, hiddenForConsent: 5 });
  const fits = new Map(
    matches.nodes.map(({ ervaringsdeskundige, fit, criteria }: Match) => [
      ervaringsdeskundige.id,
      [fit, ...criteria.filter(({ blocks, state }) => blocks || state === 'UNKNOWN').map(({ code }) => code)],
    ]),
  );
  const of = (who: string) => fits.get(nodeId('Ervaringsdeskundige', demoId('profile', who)));
  expect(of('fatma')).toEqual(['SUITABLE']);
  expect(of('hanneke')).toEqual(['TO_CHECK', 'LEVEL', 'CONNECTS_WITH_PROFESSIONALS']);
  expect(of('wim')).toEqual(['NEARLY_SUITABLE', 'LEVEL', 'BRINGS_OTHERS_EXPERIENCE']);
  expect(of('sanne')).toEqual(['NEARLY_SUITABLE', 'REGION']);
  // his one seat is in another body of the secretary, who knows him there by name
  expect(of('murat')).toEqual(['SUITABLE', 'CONNECTS_WITH_PROFESSIONALS']);
  expect(of('rianne')).toContain('PAUSED');
  // what she does beside it is for her and her coordinator to know
  expect(of('joke')).toEqual(['SUITABLE', 'CONNECTS_WITH_PROFESSIONALS']);
});

interface Match {
  readonly ervaringsdeskundige: { readonly id: string };
  readonly fit: string;
  readonly criteria: readonly { readonly code: string; readonly state: string; readonly blocks: boolean }[];
}

test('the coordinator of Twente keeps six more profiles, which are not findable', async () => {
  const { ervaringsdeskundigen } = await answer(
    'demo-coordinator-JZ14',
    `{ ervaringsdeskundigen(filter: { findable: false }) { totalCount nodes { person { displayName } } } }`,
  );
  expect(ervaringsdeskundigen.totalCount).toBe(6);
  const nodes: { person: unknown }[] = ervaringsdeskundigen.nodes;
  expect(nodes.every(({ person }) => person)).toBe(true);
});

test('somebody pauses, has an expired training, or sits in a council', async () => {
  const seen = async (who: string) => {
    const { node } = await answer(
      'demo-coordinator-JZ14',
      `query($id: ID!) { node(id: $id) { ... on Ervaringsdeskundige { paused trainings { state } incompatibilities { kind } } } }`,
      { id: nodeId('Ervaringsdeskundige', demoId('profile', who)) },
    );
    return node;
  };
  expect(await seen('rianne')).toMatchObject({ paused: true });
  expect(await seen('wim')).toMatchObject({ paused: false, trainings: [{ state: 'EXPIRED' }] });
  expect(await seen('joke')).toMatchObject({ incompatibilities: [{ kind: 'COUNCIL_MEMBER' }] });
});

test('a parent sees their own profile and seat', async () => {
  const { viewer } = await answer(
    'demo-parent-fatma',
    `{ viewer { person { displayName ervaringsdeskundige { findable currentSeats maxSeats }
        seatAppointments { nodes { seat { title body { name } } latestEnd } } } } }`,
  );
  expect(viewer.person).toMatchObject({
    displayName: 'Fatma Voorbeeldoğlu',
    ervaringsdeskundige: { findable: true, currentSeats: 1, maxSeats: 2 },
    seatAppointments: { nodes: [{ seat: { body: { name: 'Adviesraad Jeugd Enschede (demo)' } } }] },
  });
});
