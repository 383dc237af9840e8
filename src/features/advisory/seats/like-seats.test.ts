import { type SeatWorld, startSeatWorld } from '../testing/seats.js';

let world: SeatWorld;
let bodyId: string;
beforeAll(async () => {
  world = await startSeatWorld();
  bodyId = await world.body();
});
afterAll(() => world.service.close());

test('like seats are made at once, each with what all of them ask, and numbered on the next time', async () => {
  const like = {
    bodyId: await world.body(),
    title: 'Ouder',
    constituency: 'Ouders van het VO',
    openedOn: '2026-12-01',
    requirements: [{ strength: 'HARD', language: 'nl' }],
  };
  const { advisoryBody } = await world.run('advisorySeatsCreate', { ...like, count: 3 });
  expect(advisoryBody.seats.nodes).toEqual(
    ['Ouder 1', 'Ouder 2', 'Ouder 3'].map((title) => ({
      title,
      constituency: like.constituency,
      openedOn: like.openedOn,
      requirements: [{ language: 'nl' }],
    })),
  );
  const again = await world.run('advisorySeatsCreate', { ...like, count: 1 }, 'coordinator');
  expect(again.advisoryBody.seats.nodes.map(({ title }: { title: string }) => title)).toEqual([
    'Ouder 1',
    'Ouder 2',
    'Ouder 3',
    'Ouder 4',
  ]);
});

test.each<[string, object, string[]]>([
  ['none', { count: 0 }, ['OUT_OF_RANGE input.count']],
  ['too many', { count: 26 }, ['OUT_OF_RANGE input.count']],
  ['no name', { title: '12' }, ['NO_LETTER input.title']],
  ['a title without room for a number', { title: 'x'.repeat(199) }, ['TOO_LONG input.title']],
  [
    'no language',
    { requirements: [{ strength: 'HARD', language: 'xx' }] },
    ['BAD_LANGUAGE input.requirements.0.language'],
  ],
])('%s: no seat is made', async (_what, about, errors) => {
  const input = { bodyId, title: 'Ouder', count: 2, ...about };
  expect(await world.refused('advisorySeatsCreate', input)).toEqual(errors);
});

test('not by whoever does not fill the seats of the body', async () => {
  const input = { bodyId, title: 'Ouder', count: 2 };
  expect(await world.refused('advisorySeatsCreate', input, 'neighbour')).toEqual(['NOT_FOUND input.bodyId']);
});
