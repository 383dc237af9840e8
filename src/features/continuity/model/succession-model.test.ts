import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parseNodeId } from '../../../kernel/node-id.js';
import { startMailWorld } from '../../../testing/mail/mail-world.js';
import type { TestService } from '../../../testing/test-service.js';
import {
  ALL_COMMANDS,
  type AnyCommand,
  anyCommand,
  laterDay,
  networkFor,
} from './testing/commands/any-command.js';
import { BEGINNINGS } from './testing/beginnings.js';
import { answered, expectedAnswer } from './testing/model-answers.js';
import { Scene } from './testing/commands/model-commands.js';
import { write } from './testing/model-days.js';
import { expectedRows, learnIds, readRows, sorted } from './testing/model-rows.js';
import { ModelWorld } from './testing/model-world.js';
import { Following } from './testing/plans-follow.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import type { Model } from './testing/succession-model.js';
import { seed, times } from '../../../testing/effort.js';

/** `SEED=…` repeats a run, with `REPLAY=…` (the path that a failure prints) one scenario of it. */
const SEED = seed();
const RUNS = times('scenariosOfNetworks');
const MOST = 50;

/** The record that a mutation creates, to recognise it by. */
const MADE: Record<string, string> = {
  trekkerschapStart: 'trekkerschap { id }',
  trekkerschapHandOver: 'started { id }',
  trekkerschapCorrect: 'trekkerschap { id }',
  trekkerschapChangeRole: 'started { id }',
  caretakershipStart: 'caretakership { id }',
  caretakershipCorrect: 'caretakership { id }',
  supportStart: 'support { id }',
  supportCorrect: 'support { id }',
  membershipStart: 'membership { id }',
  membershipCorrect: 'membership { id }',
  schoolTieRecord: 'schoolTie { id }',
  successionOpen: 'successionPlan { id }',
  successionComplete: 'trekkerschap { id }',
  candidateAdd: 'candidate { id }',
  oudernetwerkSplit: 'new { id }',
  personDepart: 'departure { id }',
  personMove: 'move { id }',
  oudernetwerkMove: 'regionAgreement { id }',
};

let service: TestService;
let world: ModelWorld;
let lastPrints: string;
/** How often it happened to those who are not in peace. */
const asked = { written: 0, suggested: 0, matched: 0 };

beforeAll(async () => {
  const mail = await startMailWorld();
  ({ service } = mail);
  world = await ModelWorld.begin(mail);
});
afterAll(() => world.close());

test(`whatever happens to networks, they are led, searched for and judged as the rules say (SEED=${SEED} RUNS=${RUNS})`, async () => {
  const commands = fc.array(anyCommand, { maxLength: MOST, size: 'max' });
  const scenario = fc.oneof(
    ...BEGINNINGS.map((begun) => commands.map((rest) => [...begun, ...rest].slice(0, MOST))),
  );
  const path = process.env.REPLAY;
  // each of them once for certain
  const examples = BEGINNINGS.map((begun): [AnyCommand[]] => [[...begun]]);
  const numRuns = examples.length + RUNS;
  await fc.assert(fc.asyncProperty(scenario, play), {
    numRuns,
    examples,
    seed: SEED,
    ...(path && { path }),
  });
  // one scenario alone need not have come to all of it
  if (!path) expect(Object.entries(asked).filter(([, times]) => times === 0)).toEqual([]);
});

async function play(commands: readonly AnyCommand[]): Promise<void> {
  const model = await world.fresh();
  lastPrints = await world.fingerprints();
  for (const command of commands) {
    const happened =
      command.do === 'dayPasses' ? await passDays(model, command.which) : await attempt(model, command);
    if (!happened) continue;
    await compareRows(model, command);
    lastPrints = await world.fingerprints();
  }
  await passDays(model, 0);
  await compareRows(model, 'the day after');
  await expectInPeace(model);
  for (const network of model.networks) {
    expect(await answered(service, network, model.today)).toEqual(expectedAnswer(network, model.today));
  }
}

/** Nobody who died or is left alone is suggested, and nobody who died is found for a seat. */
async function expectInPeace(model: Model): Promise<void> {
  const suggested: number[] = [];
  for (const network of model.networks) suggested.push(...(await world.asked.suggestedFor(network)));
  const matched = await world.asked.matched();
  expect({
    suggested: suggested.filter((each) => model.isInPeace(each)),
    matched: matched.filter((each) => model.died.has(each)),
  }).toEqual({ suggested: [], matched: [] });
  asked.suggested += suggested.length;
  asked.matched += matched.length;
}

async function passDays(model: Model, which: number): Promise<boolean> {
  model.today = laterDay(model.today, which);
  model.moves.settle();
  await world.passTo(model.today);
  const written = await world.asked.writtenTo();
  const inPeace = written.filter((each) => model.isInPeace(each));
  expect({ today: write(model.today), inPeace }).toEqual({ today: write(model.today), inPeace: [] });
  asked.written += written.length;
  return true;
}

/** Whether it succeeded; a refusal changes no row. */
async function attempt(model: Model, command: AnyCommand): Promise<boolean> {
  const scene = new Scene(
    model,
    networkFor(model, command),
    world.people,
    world.organisations,
    world.regions,
  );
  const step = ALL_COMMANDS[command.do as keyof typeof ALL_COMMANDS](scene, command);
  if (!step) return false;
  const isUnseen = scene.unseen(step);
  if (isUnseen && step.refusals.length > 0) return false;
  const { mutation, input } = step;
  const refusals = isUnseen ? ['NOT_FOUND'] : step.refusals;
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const made = mutation in MADE ? `made: ${MADE[mutation]!}` : '';
  const { data, errors } = await service.ask(
    step.as,
    `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } ${made} } }`,
    { input },
  );
  const codes = data?.done?.errors.map(({ code }: { code: string }) => code);
  const told = { today: write(model.today), mutation, input };
  if (errors || !isDeepStrictEqual(codes, refusals)) {
    expect({ ...told, errors, codes }).toEqual({ ...told, errors: undefined, codes: refusals });
  }
  if (refusals.length > 0) {
    const prints = await world.fingerprints();
    if (prints !== lastPrints) expect({ ...told, prints }).toEqual({ ...told, prints: lastPrints });
    return false;
  }
  const madeId: string | undefined = made && data.done.made?.id;
  step.apply(madeId ? parseNodeId(madeId)!.uuid : '');
  scene.network.end.cut();
  return true;
}

async function compareRows(model: Model, command: AnyCommand | string): Promise<void> {
  for (const network of model.networks) {
    network.standingBy.cover(network.standby());
    new Following(model, network).keepLeadTime();
  }
  const rows = await readRows(service.owner, world.uuids.people);
  learnIds(model, rows, world);
  const [is, should] = [sorted(rows), sorted(expectedRows(model, world))];
  const after = { today: write(model.today), command };
  if (!isDeepStrictEqual(is, should)) expect({ ...after, ...is }).toEqual({ ...after, ...should });
  await expectStoredIsFresh(service, write(model.today));
}
