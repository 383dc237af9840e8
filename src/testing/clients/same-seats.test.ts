import { nodeId } from '../../kernel/node-id.js';
import { type ConsentScope, ProfileMakers } from '../profile-makers.js';
import { SeatMakers } from '../seat-makers.js';
import type { PagedList } from './paged-list.js';
import { ReadingScene } from './reading-scene.js';

let scene: ReadingScene;
beforeAll(async () => (scene = await ReadingScene.set()));
afterAll(() => scene.clear());

const SEATS: PagedList = {
  operation: 'AdvisorySeats',
  at: ['advisorySeats'],
  relay: { query: 'seatsPageQuery', fragment: 'seatsPage_seats', at: [] },
  rowOf: ({ id }) => scene.letterOf(id),
};

const SEATS_OF_BODY: PagedList = {
  operation: 'BodySeats',
  at: ['advisoryBody', 'seats'],
  relay: { query: 'bodyPageQuery', fragment: 'bodyPage_seats', at: ['advisoryBody'] },
  rowOf: ({ id }) => scene.letterOf(id),
};

const EXPERTS: PagedList = {
  operation: 'Ervaringsdeskundigen',
  at: ['ervaringsdeskundigen'],
  relay: { query: 'expertsPageQuery', fragment: 'expertsPage_experts', at: [] },
  rowOf: ({ id }) => scene.letterOf(id),
};

describe('seats', () => {
  let bodyId: string;
  beforeEach(async () => {
    await scene.moveToNextRegion();
    bodyId = nodeId('AdvisoryBody', await new SeatMakers(scene.service.owner).body(scene.region));
  });

  async function open(letter: string, openedOn = '2026-01-01'): Promise<string> {
    const { seat } = await scene.done(
      'advisorySeatCreate',
      { bodyId, title: `Zetel ${letter}`, openedOn },
      'seat { id }',
    );
    scene.call(seat.id, letter);
    return seat.id;
  }

  async function fill(letter: string): Promise<void> {
    const seatId = await open(letter);
    const personId = nodeId('Person', await scene.make.person(scene.region));
    await scene.done('seatAppoint', { seatId, personId, from: '2026-02-01' });
  }

  const abolish = (letter: string) => scene.done('advisorySeatAbolish', { id: scene.idOf(letter) });

  test('of a body, by title, are the same in pages', async () => {
    for (const letter of 'EDCBA') await open(letter);
    const clients = await scene.read(SEATS_OF_BODY, { bodyId }, 2);
    expect(await clients.toTheEnd()).toEqual(['AB', 'CD', 'E']);
    expect(clients.kept()).toBe('ABCDE');
  });

  test('the longest vacant first, are the same when some open and others are abolished between two pages', async () => {
    await open('A', '2026-03-01');
    await open('B', '2026-04-01');
    await open('D', '2026-06-01');
    await fill('F');
    await fill('G');
    await fill('H');
    const variables = {
      filter: { bodyId, status: ['VACANT', 'FILLED'] },
      orderBy: { field: 'VACANT_SINCE' },
    };
    const clients = await scene.read(SEATS, variables, 2);
    expect(await clients.next()).toBe('AB');
    await abolish('B');
    await open('C', '2026-05-01');
    await open('E', '2026-07-01');
    expect(await clients.next()).toBe('CD');
    expect(await clients.next()).toBe('EF');
    await abolish('G');
    await fill('I');
    expect(await clients.toTheEnd()).toEqual(['HI']);
    expect(clients.kept()).toBe('ABCDEFHI');
  });
});

describe('ervaringsdeskundigen, as a secretary finds them', () => {
  let make: ProfileMakers;
  beforeEach(async () => {
    await scene.moveToNextRegion('SECRETARY');
    make = new ProfileMakers(scene.service.owner);
  });
  const people = new Map<string, string>();

  async function expert(letter: string, scope: ConsentScope = 'REGION'): Promise<void> {
    const personId = await scene.make.person(scene.region);
    const id = await make.profile(personId, scope);
    await scene.service.owner.query('update ervaringsdeskundigen set pseudonym = $2 where id = $1', [
      id,
      `Ervaringsdeskundige ${letter} ${scene.reader}`,
    ]);
    scene.call(nodeId('Ervaringsdeskundige', id), letter);
    people.set(letter, personId);
  }

  const consent = (letter: string, scope: ConsentScope) => make.consent(people.get(letter)!, scope);
  const inRegion = () => ({
    filter: { regionId: nodeId('Region', scene.region) },
    orderBy: { field: 'PSEUDONYM' },
  });

  test('are the same in pages, without who does not consent', async () => {
    for (const letter of 'FDBECA') await expert(letter, letter === 'D' ? null : 'REGION');
    const clients = await scene.read(EXPERTS, inRegion(), 2);
    expect(await clients.toTheEnd()).toEqual(['AB', 'CE', 'F']);
    expect(clients.kept()).toBe('ABCEF');
  });

  test('are the same when some withdraw their consent and others give it between two pages', async () => {
    for (const letter of 'ABCDEFGH') await expert(letter, letter === 'D' ? null : 'REGION');
    const clients = await scene.read(EXPERTS, inRegion(), 2);
    expect(await clients.next()).toBe('AB');
    await consent('B', null);
    await consent('C', null);
    await consent('D', 'COUNTRY');
    expect(await clients.next()).toBe('DE');
    await consent('G', null);
    await consent('C', 'REGION');
    expect(await clients.toTheEnd()).toEqual(['FH']);
    expect(clients.kept()).toBe('ABDEFH');
  });
});
