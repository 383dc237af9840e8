import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

let world: SuccessionWorld;

beforeAll(async () => {
  world = await SuccessionWorld.begin(await startTestService());
});
afterAll(() => world.service.close());

const ABSENCES = `query($id: ID!) { oudernetwerk(id: $id) { trekkerschappen { nodes { absences {
  person { id } substitute { id } period { from until } } } } } }`;

interface Away {
  readonly person: { id: string };
  readonly substitute: { id: string } | null;
  readonly period: object | null;
}

const UNDONE = { reason: 'Vergissing' };

/** A network led by A, found by a search to be followed by B in September, and by C a year later; D is to stand in for A in August. */
async function begun() {
  const { id, person: a, tenure, plan } = await world.sought();
  const [b, c, d] = [await world.person(), await world.person(), await world.person()];
  await world.candidate(id, plan, 'READY', b);
  await world.done('successionComplete', { id: plan, on: '2027-08-31', motivation: 'Loopt goed' });
  const follower = (await world.shown(id)).tenures.find(({ person }) => person.id === b)!.id;
  await world.done('trekkerschapHandOver', { id: follower, toPersonId: c, on: '2028-08-31' });
  await world.done('absenceRecord', { roleId: tenure, from: '2027-08-01', substituteId: d });
  return { id, tenure, people: { a, b, c, d } };
}

type Life = Awaited<ReturnType<typeof begun>>;
const departs = (who: 'a' | 'b', kind: string, on = '2026-11-25') =>
  [
    `${kind} of ${who}`,
    ({ people }: Life) => world.done('personDepart', { id: people[who], kind, on }),
  ] as const;
const doesNot = (who: 'a' | 'b') =>
  [
    `not of ${who}`,
    async ({ people }: Life) =>
      world.done('personDepartTakeBack', { id: await world.departureOf(people[who]) }),
  ] as const;
const toEnd = [
  'to end',
  ({ id }: Life) => world.done('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'Klaar' }),
] as const;
const goesOn = ['not to end', ({ id }: Life) => world.done('oudernetwerkContinue', { id })] as const;
const ended = [
  'ended',
  ({ id }: Life) => world.done('oudernetwerkEnd', { id, on: '2026-11-10', reason: 'Klaar' }),
] as const;
const neverEnded = [
  'never ended',
  ({ id }: Life) => world.done('oudernetwerkEndAnnul', { id, ...UNDONE }),
] as const;
type Steps = readonly (readonly [string, (life: Life) => Promise<void>])[];

/** What a coordinator sees after these steps, with people by their letters; but for searches that were stopped. */
async function after(steps: Steps) {
  const life = await begun();
  for (const [, step] of steps) await step(life);
  const { tenures, plans, cared } = await world.shown(life.id);
  const letters = Object.entries(life.people);
  const letter = (id?: string) => letters.find(([, person]) => person === id)?.[0] ?? null;
  const who = (ref: { id: string } | null) => letter(tenures.find(({ id }) => id === ref?.id)?.person.id);
  const { data } = await world.service.ask('coordinator', ABSENCES, { id: life.id });
  const away = data.oudernetwerk.trekkerschappen.nodes.flatMap(
    ({ absences }: { absences: Away[] }) => absences,
  );
  return {
    tenures: tenures.map(({ person, period, endReason, predecessor }) => ({
      who: letter(person.id),
      ...period,
      endReason,
      follows: who(predecessor),
    })),
    searches: plans
      .filter(({ status }) => status !== 'STOPPED')
      .map(({ status, trekkerschap, successor, candidates }) => ({
        status,
        of: who(trekkerschap),
        found: who(successor),
        candidates: candidates.map(({ stage, person }) => [letter(person.id), stage]),
      })),
    cared,
    away: away.map(({ person, substitute, period }: Away) => ({
      who: letter(person.id),
      acts: who(substitute),
      period,
    })),
  };
}

test.each(['STOPS_EVERYTHING', 'DECEASED'])(
  'while a network is to end, or counts as ended, a departure (%s) leaves it as if it were not so',
  async (kind) => {
    const [before, gone] = [await after([]), await after([departs('b', kind)])];
    const lives: [Steps, unknown][] = [
      [[toEnd, goesOn], before],
      [[toEnd, departs('b', kind), goesOn], gone],
      [[toEnd, departs('b', kind), doesNot('b'), goesOn], before],
      [[toEnd, departs('b', kind), goesOn, doesNot('b')], before],
      [[departs('b', kind), toEnd, doesNot('b'), goesOn], before],
    ];
    for (const [steps, same] of lives) {
      const names = steps.map(([name]) => name);
      expect({ names, ...(await after(steps)) }).toEqual({ names, ...(same as object) });
    }
    await expectStoredIsFresh(world.service);
  },
);

test.each(['STOPS_EVERYTHING', 'DECEASED'])(
  'whoever departs (%s) after the last day of a network that never ended leads it until they did',
  async (kind) => {
    const leaves = departs('a', kind, '2026-11-20');
    const [before, gone] = [await after([]), await after([leaves])];
    const lives: [Steps, unknown][] = [
      [[ended, leaves, neverEnded], gone],
      [[ended, leaves, neverEnded, doesNot('a')], before],
      [[leaves, ended, doesNot('a'), neverEnded], before],
    ];
    for (const [steps, same] of lives) {
      const names = steps.map(([name]) => name);
      expect({ names, ...(await after(steps)) }).toEqual({ names, ...(same as object) });
    }
    await expectStoredIsFresh(world.service);
  },
);

test.each([
  ['never departed', false],
  ['leads it until they departed', true],
])('whoever is corrected after they departed from a network that never ended %s', async (_, stands) => {
  const { id, person, tenure } = await world.ledNetwork();
  await world.done('oudernetwerkEnd', { id, on: '2026-11-10', reason: 'Klaar' });
  await world.done('personDepart', { id: person, kind: 'STOPS_EVERYTHING', on: '2026-11-20' });
  const patch = { role: 'CO_TREKKER' };
  await world.done('trekkerschapCorrect', { id: tenure, ...UNDONE, patch });
  if (!stands) await world.done('personDepartTakeBack', { id: await world.departureOf(person) });
  await world.done('oudernetwerkEndAnnul', { id, ...UNDONE });
  const left = { period: { until: '2026-11-20' }, endReason: 'PERSONAL' };
  expect((await world.shown(id)).tenures).toMatchObject([
    { role: 'CO_TREKKER', ...(stands ? left : { period: { until: null }, endReason: null }) },
  ]);
  if (!stands) return;
  await world.done('personDepartTakeBack', { id: await world.departureOf(person) });
  expect((await world.shown(id)).tenures).toMatchObject([{ period: { until: null }, endReason: null }]);
  await expectStoredIsFresh(world.service);
});
