import { nodeId } from '../../kernel/node-id.js';
import { MatchWorld, type ProfileFacts } from '../../features/advisory/testing/match-world.js';
import { SeatMakers } from '../makers/seat-makers.js';
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

/** Its rows have no id of their own. */
const MATCHES: PagedList = {
  operation: 'Matches',
  at: ['matches'],
  relay: { query: 'matchesPageQuery', fragment: 'matchesPage_matches', at: [] },
  rowOf: ({ ervaringsdeskundige }) => scene.letterOf(ervaringsdeskundige.id),
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

/** What they bring to a seat that prefers policy and education, by their letters. */
const PROFILES: Readonly<Record<string, ProfileFacts>> = {
  A: { brings: true, connects: true, levels: ['BELEID'] }, // 28 points
  B: { brings: true, connects: true }, // 20
  C: { brings: true, levels: ['BELEID'] }, // 18
  D: { brings: true, domains: ['ONDERWIJS'] }, // 16
  E: { levels: ['BELEID'], domains: ['ONDERWIJS'] }, // 14
  F: { connects: true }, // 10
  G: { levels: ['BELEID'] }, // 8
  H: { domains: ['ONDERWIJS'] }, // 6
  I: {}, // 0
};

describe('the matches of a secretary', () => {
  let world: MatchWorld;
  beforeEach(async () => {
    await scene.moveToNextRegion('SECRETARY');
    world = new MatchWorld(scene.service.owner);
  });

  async function expert(letter: string): Promise<void> {
    const { id } = await world.profile(`Ervaringsdeskundige ${letter} ${scene.regionCode}`, {
      ...PROFILES[letter],
      region: scene.regionCode,
      scope: null,
    });
    scene.call(nodeId('Ervaringsdeskundige', id), letter);
  }

  async function consent(letter: string): Promise<void> {
    const { data } = await scene.service.ask(scene.reader, '{ findableConsentText { version } }');
    await scene.done('findableConsentGive', {
      ervaringsdeskundigeId: scene.idOf(letter),
      scopes: ['REGION'],
      channel: 'PAPER',
      textVersion: data.findableConsentText.version,
    });
  }

  const withdraw = (letter: string) =>
    scene.done('findableConsentWithdraw', {
      ervaringsdeskundigeId: scene.idOf(letter),
      channel: 'PHONE',
    });

  /** A seat that prefers what the profiles bring. */
  async function seat(): Promise<string> {
    const id = await world.seats.seat(await world.seats.body(scene.region));
    await world.asks(id, 'PREFERRED LEVEL BELEID', 'PREFERRED DOMAIN ONDERWIJS');
    return nodeId('AdvisorySeat', id);
  }

  const lists: [string, PagedList, () => Promise<object>][] = [
    [
      'by pseudonym',
      EXPERTS,
      async () => ({
        filter: { regionId: nodeId('Region', scene.region) },
        orderBy: { field: 'PSEUDONYM' },
      }),
    ],
    ['for a seat, who fits best first', MATCHES, async () => ({ seatId: await seat() })],
  ];

  test.each(lists)('%s, is the same in pages, without those who do not consent', async (_name, list, of) => {
    for (const letter of 'FDBECA') await expert(letter);
    for (const letter of 'FBECA') await consent(letter);
    const clients = await scene.read(list, await of(), 2);
    expect(await clients.toTheEnd()).toEqual(['AB', 'CE', 'F']);
    expect(clients.kept()).toBe('ABCEF');
  });

  test.each(lists)(
    '%s, is the same when consent comes and goes between two pages',
    async (_name, list, of) => {
      for (const letter of 'ABCDEFGHI') await expert(letter);
      for (const letter of 'ABCDFGHI') await consent(letter);
      const clients = await scene.read(list, await of(), 2);
      expect(await clients.next()).toBe('AB');
      await withdraw('B');
      await withdraw('C');
      await consent('E');
      expect(await clients.next()).toBe('DE');
      await consent('C');
      await withdraw('G');
      expect(await clients.toTheEnd()).toEqual(['FH', 'I']);
      expect(clients.kept()).toBe('ABDEFHI');
    },
  );
});
