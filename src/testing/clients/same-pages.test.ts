import { nodeId } from '../../kernel/node-id.js';
import { SeatMakers } from '../makers/seat-makers.js';
import type { PagedList } from './paged-list.js';
import { ReadingScene } from './reading-scene.js';

let scene: ReadingScene;
beforeAll(async () => (scene = await ReadingScene.set()));
afterAll(() => scene.clear());
beforeEach(() => scene.moveToNextRegion());

const NETWORKS: PagedList = {
  operation: 'Networks',
  at: ['oudernetwerken'],
  relay: { query: 'networksPageQuery', fragment: 'networksPage_networks', at: [] },
  rowOf: ({ id }) => scene.letterOf(id),
};

const MEMBERS: PagedList = {
  operation: 'NetworkMembers',
  at: ['node', 'members'],
  relay: { query: 'networkPageQuery', fragment: 'networkPage_members', at: ['oudernetwerk'] },
  rowOf: ({ id }) => scene.letterOf(id),
};

/** Its rows have no id of their own. */
const WORKLIST: PagedList = {
  operation: 'Worklist',
  at: ['worklist'],
  relay: { query: 'worklistPageQuery', fragment: 'worklistPage_items', at: [] },
  rowOf: ({ subject }) => scene.letterOf(subject.id),
};

async function network(letter: string): Promise<string> {
  const id = nodeId(
    'Oudernetwerk',
    await scene.make.network(scene.region, { name: `Netwerk ${letter}`, activeFrom: '2026-01-01' }),
  );
  scene.call(id, letter);
  return id;
}

const end = (letter: string) =>
  scene.done('oudernetwerkEnd', { id: scene.idOf(letter), reason: 'Opgegaan in een ander' });

describe('networks, by name', () => {
  const active = () => ({ filter: { regionId: nodeId('Region', scene.region), status: ['ACTIVE'] } });

  test.each([
    [1, ['A', 'B', 'C', 'D', 'E', 'F', 'G']],
    [2, ['AB', 'CD', 'EF', 'G']],
    [3, ['ABC', 'DEF', 'G']],
    [7, ['ABCDEFG']],
    [25, ['ABCDEFG']],
  ])('are the same in pages of %i', async (size, pages) => {
    for (const letter of 'GFEDCBA') await network(letter);
    const clients = await scene.read(NETWORKS, active(), size);
    expect(await clients.toTheEnd()).toEqual(pages);
    expect(clients.kept()).toBe('ABCDEFG');
  });

  test('are the same when some come and others end between two pages', async () => {
    for (const letter of 'BDFHJLN') await network(letter);
    const clients = await scene.read(NETWORKS, active(), 2);
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

describe('members of a network, latest first', () => {
  let oudernetwerkId: string;
  beforeEach(async () => {
    oudernetwerkId = nodeId(
      'Oudernetwerk',
      await scene.make.network(scene.region, { activeFrom: '2026-01-01' }),
    );
  });

  async function join(letter: string, from: string): Promise<void> {
    const personId = nodeId('Person', await scene.make.person(scene.region));
    const { membership } = await scene.done(
      'membershipStart',
      { oudernetwerkId, personId, from },
      'membership { id }',
    );
    scene.call(membership.id, letter);
  }
  const leave = (letter: string) => scene.done('membershipEnd', { id: scene.idOf(letter), on: '2026-11-24' });

  test('are the same, also those who joined on one day', async () => {
    for (const letter of 'FGEDC') await join(letter, '2026-03-01');
    for (const letter of 'BA') await join(letter, '2026-04-01');
    const clients = await scene.read(MEMBERS, { id: oudernetwerkId }, 3);
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
    const clients = await scene.read(MEMBERS, { id: oudernetwerkId }, 2);
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
      await scene.make.network(scene.region, {
        activeFrom: '2026-01-01',
        ledBy: await scene.make.person(scene.region),
      }),
    );
    scene.call(id, letter);
    await plan(letter, on);
  }

  async function plan(letter: string, on: string): Promise<void> {
    const { data } = await scene.service.ask(
      scene.reader,
      'query ($id: ID!) { oudernetwerk(id: $id) { trekkers { id } } }',
      { id: scene.idOf(letter) },
    );
    const plannedEnd = { on, reason: 'PERSONAL' };
    await scene.done('trekkerschapPlanEnd', { id: data.oudernetwerk.trekkers[0].id, plannedEnd });
  }

  const putOff = (letter: string) =>
    scene.done('workItemSnooze', {
      subjectId: scene.idOf(letter),
      until: '2026-12-31',
      reason: 'Na de vakantie',
    });

  test('is the same with networks and seats in it', async () => {
    await stopping('A', '2026-12-01');
    await stopping('B', '2026-12-03');
    const bodyId = nodeId('AdvisoryBody', await new SeatMakers(scene.service.owner).body(scene.region));
    for (const letter of 'CDE') {
      const { seat } = await scene.done(
        'advisorySeatCreate',
        { bodyId, title: `Zetel ${letter}`, openedOn: '2026-01-01' },
        'seat { id }',
      );
      scene.call(seat.id, letter);
    }
    const clients = await scene.read(WORKLIST, { regionId: nodeId('Region', scene.region) }, 2);
    const pages = await clients.toTheEnd();
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(clients.kept()).toBe(pages.join(''));
    expect([...clients.kept()].sort().join('')).toBe('ABCDE');
  });

  test('is the same when some is put off and other work comes up between two pages', async () => {
    await stopping('B', '2026-12-01');
    await stopping('C', '2026-12-03');
    await stopping('D', '2026-12-05');
    await stopping('E', '2026-12-07');
    await stopping('G', '2026-12-11');
    await stopping('H', '2026-12-13');
    const clients = await scene.read(WORKLIST, { regionId: nodeId('Region', scene.region) }, 2);
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
