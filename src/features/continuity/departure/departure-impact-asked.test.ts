import { v7 as uuid } from 'uuid';
import { nodeId } from '../../../kernel/node-id.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../../succession/testing/succession-world.js';
import { DEPARTURE, type Impact, LAST_DAY } from './testing/departure-impact.js';

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
});
afterAll(() => service.close());

describe('those who may ask', () => {
  const HERE = 'Netwerk hier';
  const OTHER = 'Netwerk zonder steun';
  let trekker: string;
  let candidate: string;
  let member: string;

  beforeAll(async () => {
    const { make, region } = world;
    const elsewhere = await make.region('JZ22');
    const [leads, agreed, along, belongs] = [
      await make.person(region),
      await make.person(region),
      await make.person(region),
      await make.person(region),
    ];
    const here = await make.network(region, { name: HERE, activeFrom: '2026-01-01', ledBy: leads });
    await make.network(region, { name: OTHER, activeFrom: '2026-01-01', ledBy: leads });
    await make.trekkerschap(here, along, '[2026-06-01,)', 'CO_TREKKER');
    for (const person of [belongs, agreed]) await make.membership(here, person);
    const supporter = await make.organisation(region);
    await make.support(here, supporter);
    trekker = nodeId('Person', leads);
    candidate = nodeId('Person', agreed);
    member = nodeId('Person', belongs);
    const network = nodeId('Oudernetwerk', here);
    const { tenures } = await world.shown(network);
    const tenure = tenures.find(({ person }) => person.id === trekker)!.id;
    await world.done('successionOpen', { trekkerschapId: tenure, targetOn: '2027-07-31' });
    await world.candidate(network, (await world.plan(network)).id, 'AGREED', candidate);
    await make.account('admin', { role: 'ADMIN' });
    await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
    await make.account('secretary', { role: 'SECRETARY', regionId: region });
    await make.account('supporter', { role: 'SUPPORTER', organisationId: supporter });
    await make.account('trekker', { personId: leads });
    await make.account('co-trekker', { personId: along });
    await make.account('candidate', { personId: agreed });
    await make.account('member', { personId: belongs });
  });

  test.each([
    ['coordinator', [HERE, OTHER], [HERE], []],
    ['admin', [HERE, OTHER], [HERE], []],
    ['supporter', [HERE], [HERE], []],
    ['trekker', [HERE, OTHER], null, null],
    // that they are being considered as a successor must not show here
    ['candidate', null, [], null],
    ['member', null, null, []],
    ['co-trekker', null, null, null],
    ['neighbour', null, null, null],
    ['secretary', null, null, null],
  ])('%s', async (subject, ...expected) => {
    const notThere = await service.ask(subject, DEPARTURE, { id: nodeId('Person', uuid()), on: LAST_DAY });
    expect([notThere.data, notThere.errors]).toEqual([
      null,
      [
        expect.objectContaining({
          message: 'personId: dit bestaat niet, of u kunt het niet zien.',
          extensions: { code: 'BAD_USER_INPUT', reason: 'NOT_THERE' },
        }),
      ],
    ]);
    for (const [index, id] of [trekker, candidate, member].entries()) {
      const answer = await service.ask(subject, DEPARTURE, { id, on: LAST_DAY });
      const names = expected[index];
      if (!names) expect([answer.status, answer.text]).toEqual([notThere.status, notThere.text]);
      else {
        expect(answer.errors).toBeUndefined();
        const networks = answer.data.departureImpact.networks as Impact['networks'];
        expect(networks.map(({ oudernetwerk }) => oudernetwerk.name).sort()).toEqual([...names].sort());
      }
    }
  });

  test('not without signing in', async () => {
    for (const id of [trekker, nodeId('Person', uuid())]) {
      const { errors } = await service.ask(null, DEPARTURE, { id, on: LAST_DAY });
      expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});

describe('a day and an id that make no sense', () => {
  test.each([
    ['2026-11-24', 'DAY_OUT_OF_RANGE'],
    ['2026-11-25', null],
    ['2036-11-25', null],
    ['2036-11-26', 'DAY_OUT_OF_RANGE'],
    ['0001-01-01', 'DAY_OUT_OF_RANGE'],
    ['9999-12-31', 'DAY_OUT_OF_RANGE'],
    ['2027-02-30', 'BAD_DATE'],
  ])('%s: %s', async (on, reason) => {
    const id = await world.person();
    const literal = DEPARTURE.replace(', $on: Date!', '').replace('$on', `"${on}"`);
    for (const [query, variables] of [
      [DEPARTURE, { id, on }],
      [literal, { id }],
    ] as const) {
      const { data, errors } = await service.ask('coordinator', query, variables);
      expect(errors?.[0].extensions ?? null).toEqual(
        reason && expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      );
      expect(data === null).toBe(reason !== null);
      if (reason === 'DAY_OUT_OF_RANGE') {
        expect(errors).toHaveLength(1);
        expect(errors[0].message).toBe('on: kies een dag van 25 november 2026 tot en met 25 november 2036.');
      }
    }
  });

  test.each(['', 'nonsense', nodeId('Oudernetwerk', uuid()), uuid()])('id "%s"', async (id) => {
    const { data, errors } = await service.ask('coordinator', DEPARTURE, { id, on: LAST_DAY });
    expect([data, errors[0].extensions]).toEqual([null, { code: 'BAD_USER_INPUT', reason: 'BAD_ID' }]);
  });
});
