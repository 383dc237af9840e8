import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../makers.js';
import { type Json, startTestService, type TestService } from '../test-service.js';
import { ClientApp, documentsFor } from './client-app.js';
import { compileRelay } from './compile-relay.js';
import type { PagedList } from './paged-list.js';

import { ThreeClients } from './three-clients.js';

const app = new ClientApp();
let service: TestService;
let make: Makers;
let address: string;
/** where the test at hand plays, and who reads and writes there */
let region: string;
let coordinator: string;
/** what the test at hand calls the rows, by their ids */
let letters: Map<string, string>;

beforeAll(async () => {
  await compileRelay(app, documentsFor('relay'));
  service = await startTestService();
  address = await service.app.listen({ host: '127.0.0.1', port: 0 });
  make = new Makers(service.owner);
});
afterAll(async () => {
  await service.close();
  app.remove();
});

let regions = 0;
beforeEach(async () => {
  const code = `JZ${String(++regions).padStart(2, '0')}`;
  region = await make.region(code);
  coordinator = await make.account(`coordinator-${code}`, { role: 'COORDINATOR', regionId: region });
  letters = new Map();
});

const NETWORKS: PagedList = {
  operation: 'Networks',
  at: ['oudernetwerken'],
  relay: { query: 'networksPageQuery', fragment: 'networksPage_networks', at: [] },
  rowOf: ({ id }) => letters.get(id)!,
};

const MEMBERS: PagedList = {
  operation: 'NetworkMembers',
  at: ['node', 'members'],
  relay: { query: 'networkPageQuery', fragment: 'networkPage_members', at: ['oudernetwerk'] },
  rowOf: ({ id }) => letters.get(id)!,
};

/** Its rows have no id of their own. */
const WORKLIST: PagedList = {
  operation: 'Worklist',
  at: ['worklist'],
  relay: { query: 'worklistPageQuery', fragment: 'worklistPage_items', at: [] },
  rowOf: ({ subject }) => letters.get(subject.id)!,
};

const read = (list: PagedList, variables: object, pageSize: number) =>
  ThreeClients.of(app, { address, subject: coordinator, list, variables, pageSize });

async function done(mutation: string, input: object, answer = ''): Promise<Json> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask(
    coordinator,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answer} errors { code message } } }`,
    { input },
  );
  expect([errors, data?.[mutation].errors]).toEqual([undefined, []]);
  return data[mutation];
}

const idOf = (letter: string) => [...letters].find(([, each]) => each === letter)![0];

async function network(letter: string): Promise<string> {
  const id = nodeId(
    'Oudernetwerk',
    await make.network(region, { name: `Netwerk ${letter}`, activeFrom: '2026-01-01' }),
  );
  letters.set(id, letter);
  return id;
}

const end = (letter: string) =>
  done('oudernetwerkEnd', { id: idOf(letter), reason: 'Opgegaan in een ander' });

describe('networks, by name', () => {
  const active = () => ({ filter: { regionId: nodeId('Region', region), status: ['ACTIVE'] } });

  test.each([
    [1, ['A', 'B', 'C', 'D', 'E', 'F', 'G']],
    [2, ['AB', 'CD', 'EF', 'G']],
    [3, ['ABC', 'DEF', 'G']],
    [7, ['ABCDEFG']],
    [25, ['ABCDEFG']],
  ])('are the same in pages of %i', async (size, pages) => {
    for (const letter of 'GFEDCBA') await network(letter);
    const clients = await read(NETWORKS, active(), size);
    expect(await clients.toTheEnd()).toEqual(pages);
    expect(clients.kept()).toBe('ABCDEFG');
  });

  test('are the same when some come and others end between two pages', async () => {
    for (const letter of 'BDFHJLN') await network(letter);
    const clients = await read(NETWORKS, active(), 2);
    expect(await clients.next()).toBe('BD');
    await network('A');
    await network('E');
    await end('D');
    await end('F');
    expect(await clients.next()).toBe('EH');
    await end('B');
    await end('N');
    await network('K');
    expect(await clients.toTheEnd()).toEqual(['JK', 'L']);
    expect(clients.kept()).toBe('BDEHJKL');
  });
});

describe('members of a network, who joined last first', () => {
  let oudernetwerkId: string;
  beforeEach(async () => {
    oudernetwerkId = nodeId('Oudernetwerk', await make.network(region, { activeFrom: '2026-01-01' }));
  });

  async function join(letter: string, from: string): Promise<void> {
    const personId = nodeId('Person', await make.person(region));
    const { membership } = await done(
      'membershipStart',
      { oudernetwerkId, personId, from },
      'membership { id }',
    );
    letters.set(membership.id, letter);
  }
  const leave = (letter: string) => done('membershipEnd', { id: idOf(letter), on: '2026-11-24' });

  test('are the same, also those who joined on one day', async () => {
    for (const letter of 'FGEDC') await join(letter, '2026-03-01');
    for (const letter of 'BA') await join(letter, '2026-04-01');
    const clients = await read(MEMBERS, { id: oudernetwerkId }, 3);
    const pages = await clients.toTheEnd();
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect([...clients.kept()].sort().join('')).toBe('ABCDEFG');
    expect(pages[0]).toMatch(/^(AB|BA)/);
  });

  test('are the same when some join and others leave between two pages', async () => {
    await join('B', '2026-08-01');
    await join('D', '2026-06-01');
    await join('F', '2026-04-01');
    await join('G', '2026-03-01');
    await join('H', '2026-02-01');
    const clients = await read(MEMBERS, { id: oudernetwerkId }, 2);
    expect(await clients.next()).toBe('BD');
    await leave('D');
    await leave('F');
    await join('A', '2026-09-01');
    await join('E', '2026-05-01');
    expect(await clients.toTheEnd()).toEqual(['EG', 'H']);
    expect(clients.kept()).toBe('BDEGH');
  });
});

describe('the worklist, most urgent first', () => {
  async function stopping(letter: string, on: string): Promise<void> {
    const id = nodeId(
      'Oudernetwerk',
      await make.network(region, { activeFrom: '2026-01-01', ledBy: await make.person(region) }),
    );
    letters.set(id, letter);
    await plan(letter, on);
  }

  async function plan(letter: string, on: string): Promise<void> {
    const { data } = await service.ask(
      coordinator,
      'query ($id: ID!) { oudernetwerk(id: $id) { trekkers { id } } }',
      { id: idOf(letter) },
    );
    const plannedEnd = { on, reason: 'PERSONAL' };
    await done('trekkerschapPlanEnd', { id: data.oudernetwerk.trekkers[0].id, plannedEnd });
  }

  const putOff = (letter: string) =>
    done('workItemSnooze', { subjectId: idOf(letter), until: '2026-12-31', reason: 'Na de vakantie' });

  test('is the same when some is put off and other work comes up between two pages', async () => {
    await stopping('B', '2026-12-01');
    await stopping('C', '2026-12-03');
    await stopping('D', '2026-12-05');
    await stopping('E', '2026-12-07');
    await stopping('G', '2026-12-11');
    await stopping('H', '2026-12-13');
    const clients = await read(WORKLIST, { regionId: nodeId('Region', region) }, 2);
    expect(await clients.next()).toBe('BC');
    await putOff('C');
    await putOff('D');
    await stopping('A', '2026-11-29');
    await stopping('F', '2026-12-09');
    expect(await clients.next()).toBe('EF');
    expect(await clients.toTheEnd()).toEqual(['GH']);
    expect(clients.kept()).toBe('BCEFGH');
  });
});
