import { blocks } from '../../testing/documents.js';
import type { TestService } from '../../testing/test-service.js';
import { startDemoOn } from './testing/demo-service.js';

const COORDINATOR = 'demo-coordinator-JZ06';
const TUTORIAL = 'docs/tutorials/morning-as-coordinator.md';
const MORNING = blocks(TUTORIAL, 'graphql');
/** The day on which the answers that the documents show were given. */
const SHOWN_ON = '2026-11-23';

const answersIn = (file: string, section?: string) =>
  blocks(file, 'json', section).map((block) => JSON.parse(block) as object);

let service: TestService;

async function run(document: string, variables = {}) {
  const { data, errors } = await service.ask(COORDINATOR, document, variables);
  expect(errors).toBeUndefined();
  // the payload of a mutation
  for (const answer of Object.values<{ errors?: unknown }>(data)) {
    if (answer.errors) expect(answer.errors).toEqual([]);
  }
  return data;
}

/** Of the whole answers, without what they cost. */
function withoutCost(answers: readonly object[]) {
  return answers.map((answer) => ({ data: (answer as { data: object }).data }));
}

afterEach(() => service.close());

test.each(['2026-11-23', '2027-07-31', '2027-08-01', '2028-02-29'])(
  'what a coordinator pastes from the README and the tutorial on %s takes the network from AT_RISK to STABLE',
  async (on) => {
    service = await startDemoOn(on);
    const [ask] = blocks('README.md', 'sh', 'A first query');
    const data = await run(/"query": "(.*?)"/.exec(ask!)![1]!);
    const isShown = on === SHOWN_ON;
    if (isShown) expect([{ data }]).toMatchObject(withoutCost(answersIn('README.md', 'A first query')));
    // a reader of the README has done this by then
    const [start] = blocks('README.md', 'graphql', 'A first mutation');
    const [variables] = blocks('README.md', 'json', 'A first mutation');
    await run(start!, JSON.parse(variables!) as object);

    expect(MORNING).toHaveLength(8);
    const [region, worklist, network, plan, agree, walkAlong, support, after] = MORNING;
    expect((await run(region!)).region).toMatchObject({
      continuity: { stable: 1, attention: 0, atRisk: 1, critical: 0 },
      expectedDepartures: expect.arrayContaining([
        expect.objectContaining({ trekkers: 1, networksLeftWithoutTrekker: 1 }),
      ]),
    });
    const [item] = (await run(worklist!)).worklist.nodes;
    expect(item).toMatchObject({ band: 'AT_RISK', subject: { name: expect.stringMatching(/^Ouderkring/) } });
    expect(item.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'ENDS_SOON',
      'SINGLE_TREKKER',
      'SUPPORT_ENDING',
    ]);
    const [shownItem, shownEnd] = answersIn(TUTORIAL);
    if (isShown) expect(item).toMatchObject(shownItem!);
    const before = (await run(network!)).oudernetwerk;
    expect(before).toMatchObject({ continuity: { band: 'AT_RISK' }, support: [{ id: expect.any(String) }] });
    expect(before.forecast.at(-1).probability).toBe(0);
    const [search] = (await run(plan!)).oudernetwerk.successionPlans.nodes;
    expect(search.candidates.map(({ stage }: { stage: string }) => stage)).toEqual([
      'APPROACHED',
      'DECLINED',
    ]);
    expect(search.suggestions).toHaveLength(3);

    const agreed = (await run(agree!)).candidateMove.successionPlan;
    expect(agreed).toMatchObject({
      status: 'CANDIDATE_AGREED',
      oudernetwerk: { continuity: { band: 'ATTENTION' } },
    });
    expect(agreed.handover.items).toHaveLength(7);
    await run(walkAlong!);
    await run(support!);
    const done = await run(after!);
    if (isShown) expect(done).toMatchObject(shownEnd!);
    expect(done.oudernetwerk).toMatchObject({ continuity: { band: 'STABLE', findings: [] } });
    expect(done.oudernetwerk.trekkers).toHaveLength(2);
    expect(done.oudernetwerk.forecast.at(-1).probability).toBeGreaterThan(0.5);
    expect(done.worklist.totalCount).toBe(0);
  },
);
