import fc from 'fast-check';
import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers.js';
import { NOW, startTestService, type TestService } from '../../testing/test-service.js';
import { anyCommand, type Command, decide, type World } from './leadership-commands.testing.js';
import { clash, covers, type Day, LeadershipModel, OPEN } from './leadership-model.testing.js';

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const RUNS = 100;
const ASKED_DAYS = 8;

const MADE: Record<string, string> = {
  trekkerschapStart: 'made: trekkerschap { id }',
  trekkerschapHandOver: 'made: started { id }',
  caretakershipStart: 'made: caretakership { id }',
  supportStart: 'made: support { id }',
};
const LEADERS = `query($id: ID!, ${each((n) => `$on${n}: Date!`)}) { oudernetwerk(id: $id) { status activeFrom endedOn
  ${each((n) => `t${n}: trekkers(on: $on${n}) { id } c${n}: caretaker(on: $on${n}) { standby }`)} } }`;

let service: TestService;
let make: Makers;
let regionId: string;
let world: World;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  regionId = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId });
  const people = [];
  const organisations = [];
  for (let n = 0; n < 3; n++) people.push(nodeId('Person', await make.person(regionId)));
  for (let n = 0; n < 2; n++) organisations.push(nodeId('Organisation', await make.organisation(regionId)));
  world = { people, organisations, write };
});
afterAll(() => service.close());

test(`whatever happens to a network, it is led as the rules say (SEED=${SEED})`, async () => {
  const begun: Command[] = [
    { do: 'start', who: 0, on: -20, which: 0, length: null },
    { do: 'activate', who: 0, on: -10, which: 0, length: null },
  ];
  const commands = fc.array(anyCommand, { maxLength: 25, size: 'max' });
  const scenario = fc.oneof(
    commands,
    commands.map((rest) => [...begun, ...rest].slice(0, 25)),
  );
  await fc.assert(fc.asyncProperty(scenario, play), { numRuns: RUNS, seed: SEED });
}, 180_000);

async function play(commands: readonly Command[]): Promise<void> {
  const uuid = await make.network(regionId);
  const model = new LeadershipModel(nodeId('Oudernetwerk', uuid));
  service.travelTo(NOW);
  for (const command of commands) {
    const happened = command.do === 'dayPasses' ? passDays(model, command) : await attempt(model, command);
    await compareRows(model, uuid);
    if (happened) await compareAnswers(model);
  }
}

function passDays(model: LeadershipModel, { which }: Command): boolean {
  model.today += 1 + which;
  service.travelTo(`${write(model.today)}T10:00:00Z`);
  return true;
}

/** Whether it was done: what is refused changes nothing. */
async function attempt(model: LeadershipModel, command: Command): Promise<boolean> {
  const step = decide(model, command, world);
  if (!step) return false;
  const type = `${step.mutation[0]!.toUpperCase()}${step.mutation.slice(1)}Input`;
  const made = MADE[step.mutation] ?? '';
  const { data, errors } = await service.ask(
    'coordinator',
    `mutation($input: ${type}!) { done: ${step.mutation}(input: $input) { errors { code } ${made} } }`,
    { input: step.input },
  );
  expect(errors).toBeUndefined();
  expect({ ...step.input, codes: data.done.errors.map(({ code }: { code: string }) => code) }).toEqual({
    ...step.input,
    codes: step.refusals,
  });
  if (step.refusals.length > 0) return false;
  step.apply(data.done.made?.id);
  return true;
}

/** What the tables hold, day by day: nobody's on no day, nobody twice, standby exactly where nobody else is. */
async function compareRows(model: LeadershipModel, uuid: string): Promise<void> {
  const { rows } = await service.owner.query<{ person: string | null; standby: boolean; period: string }>(
    `select person_id::text as person, false as standby, period::text from trekkerschappen where oudernetwerk_id = $1
     union all select null, standby, period::text from caretakerships where oudernetwerk_id = $1`,
    [uuid],
  );
  const spans = rows.map(({ period, ...row }) => ({ ...row, ...read(period) }));
  const led = spans.filter(({ person }) => person !== null);
  const cared = spans.filter(({ person }) => person === null);
  for (const a of led) {
    expect(led.filter((b) => b !== a && b.person === a.person && clash(a, b))).toEqual([]);
  }
  const days = model.turningPoints().flatMap((day) => [day, day + 1]);
  for (const day of days) {
    const caretakers = cared.filter((span) => covers(span, day)).map(({ standby }) => standby);
    expect([day, led.filter((span) => covers(span, day)).length, caretakers]).toEqual([
      day,
      model.leading(day).length,
      model.appointedOn(day) ? [false] : model.standsBy(day) ? [true] : [],
    ]);
  }
}

async function compareAnswers(model: LeadershipModel): Promise<void> {
  const points = model.turningPoints();
  const skip = Math.max(0, points.length - ASKED_DAYS);
  const days = Array.from({ length: ASKED_DAYS }, (_, n) => points[(n + skip) % points.length]!);
  const variables = Object.fromEntries(days.map((day, n) => [`on${n}`, write(day)]));
  const { data } = await service.ask('coordinator', LEADERS, { id: model.id, ...variables });
  const { status, activeFrom, endedOn } = model;
  expect(data.oudernetwerk).toMatchObject({
    status,
    activeFrom: activeFrom === null ? null : write(activeFrom),
    endedOn: endedOn === null ? null : write(endedOn),
  });
  days.forEach((day, n) => {
    const ids = data.oudernetwerk[`t${n}`].map(({ id }: { id: string }) => id).sort();
    expect([write(day), ids]).toEqual([
      write(day),
      model
        .leading(day)
        .map(({ id }) => id)
        .sort(),
    ]);
    const caretaker = model.appointedOn(day)
      ? { standby: false }
      : model.standsBy(day)
        ? { standby: true }
        : null;
    expect([write(day), data.oudernetwerk[`c${n}`]]).toEqual([write(day), caretaker]);
  });
}

function each(text: (n: number) => string): string {
  return Array.from({ length: ASKED_DAYS }, (_, n) => text(n)).join(' ');
}

/** Days are numbered from the day on which the tests play. */
function write(day: Day): string {
  return new Date(Date.parse(NOW.slice(0, 10)) + day * 86_400_000).toISOString().slice(0, 10);
}

function read(period: string): { from: Day; until: Day } {
  const number = (date: string) => Math.round((Date.parse(date) - Date.parse(NOW.slice(0, 10))) / 86_400_000);
  const [from = '', after = ''] = period.slice(1, -1).split(',');
  return { from: number(from), until: after === '' ? OPEN : number(after) - 1 };
}
