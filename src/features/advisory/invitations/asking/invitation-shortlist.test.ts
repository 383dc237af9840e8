import { nodeId } from '../../../../kernel/node-id.js';
import { unchanged } from '../../../../testing/unchanged.js';
import { MatchWorld } from '../../testing/match-world.js';
import {
  type InvitationWorld,
  refusals,
  type Scene,
  startInvitationWorld,
} from '../../testing/invitations.js';

const SHORTLIST = `query ($id: ID!) { node(id: $id) { ... on SeatInvitation { matchRuleVersion shortlist {
  place chosen fit score ervaringsdeskundige { pseudonym } criteria { code state points blocks message } } } } }`;
const MATCHES = `query ($id: ID!) { matchRuleVersion matches(seatId: $id, first: 10) { nodes {
  fit score ervaringsdeskundige { pseudonym } criteria { code state points blocks message } } } }`;
const WHO = 'input.ervaringsdeskundigeId';

let world: InvitationWorld;
let people: MatchWorld;
let scene: Scene;
beforeEach(async () => {
  world = await startInvitationWorld();
  people = new MatchWorld(world.service.owner);
  scene = await world.scene();
});
afterEach(() => world.close());

const nothing = <Result>(work: () => Promise<Result>) => unchanged(world.service.owner, work);
const shortlist = async (subject: string, id: string) =>
  (await world.service.ask(subject, SHORTLIST, { id })).data.node;

test('what the secretary chose from is kept as it was shown, and where the chosen one stood', async () => {
  await people.asks(scene.seat, 'HARD DOMAIN ONDERWIJS', 'PREFERRED LEVEL BELEID');
  const { owner } = world.service;
  const best = [];
  for (let made = 0; made < 11; made++) {
    best.push(
      await people.profile(`Goed ${made}`, { domains: ['ONDERWIJS'], levels: ['BELEID'], brings: true }),
    );
  }
  await owner.query(`update ervaringsdeskundigen set pseudonym = 'De gekozene' where id = $1`, [
    scene.profile,
  ]);
  const { data } = await world.service.ask('secretary', MATCHES, { id: nodeId('AdvisorySeat', scene.seat) });
  const id = await world.invited(scene);
  const kept = await shortlist('secretary', id);
  expect(kept.matchRuleVersion).toBe(data.matchRuleVersion);
  expect(kept.shortlist.slice(0, 10)).toEqual(
    data.matches.nodes.map((match: object, index: number) => ({ place: index + 1, chosen: false, ...match })),
  );
  expect(kept.shortlist.slice(10)).toMatchObject([
    { place: 12, chosen: true, ervaringsdeskundige: { pseudonym: 'De gekozene' } },
  ]);
  // whatever happens afterwards
  await owner.query('delete from seat_requirements');
  const [gone] = kept.shortlist;
  const hidden = best.find((_, made) => gone.ervaringsdeskundige.pseudonym === `Goed ${made}`)!;
  await people.consent(hidden.personId, null);
  const [first, ...others] = (await shortlist('secretary', id)).shortlist;
  expect(first).toEqual({ ...gone, ervaringsdeskundige: null });
  expect(others).toEqual(kept.shortlist.slice(1));
});

test('the parent and their region see why it was them, in their own language, and nothing of others', async () => {
  await people.profile('Een ander', { domains: ['ONDERWIJS'], brings: true });
  await people.asks(scene.seat, 'PREFERRED LEVEL BELEID');
  scene = await world.scene({ home: world.elsewhere, consent: 'COUNTRY' });
  await people.asks(scene.seat, 'PREFERRED LEVEL BELEID');
  const id = await world.invited(scene);
  await world.service.owner.query(`update accounts set locale = 'en' where subject = $1`, [scene.subject]);
  for (const [subject, sentence] of [
    [scene.subject, 'Contributes in policy.'],
    ['neighbour', 'Denkt mee in beleid.'],
  ] as const) {
    const { shortlist: own } = await shortlist(subject, id);
    expect(own).toMatchObject([{ chosen: true }]);
    expect(own[0].criteria[0]).toMatchObject({ code: 'LEVEL', state: 'MET', message: sentence });
  }
  expect((await shortlist('admin', id)).shortlist).toEqual([]);
});

test('a hard requirement that is missing yields to a reason, and says which', async () => {
  await people.asks(
    scene.seat,
    'HARD DOMAIN ZORG',
    'HARD LEVEL BELEID',
    'HARD TRAINING Basis',
    'PREFERRED LANGUAGE ar',
  );
  const refused = await nothing(() => world.create('secretary', scene));
  expect(refusals(refused)).toEqual([`REQUIREMENT_MISSING ${WHO}`]);
  expect(refused.errors[0].message).toContain('Kent het domein zorg niet. Mist een geldige training: Basis.');
  expect(refused.errors[0].message).not.toContain('beleid');
  await world.invited(scene, { motivation: 'Volgt de training dit voorjaar' });
});

test('what is not known of somebody is no reason not to ask', async () => {
  const { id } = await people.profile('Zegt niets');
  await people.asks(scene.seat, 'HARD DOMAIN ZORG');
  await world.invited({ seat: scene.seat, profile: id });
});

test('what stands in the way whatever the seat asks does not yield to a reason', async () => {
  const sits = await people.profile('Heeft genoeg', { maxSeats: 1 });
  await world.seats.appointment(
    await world.seats.seat(await world.seats.body(world.elsewhere)),
    sits.personId,
  );
  const stopped = {
    'Heeft een pauze.': await people.profile('Pauze', { paused: '[2026-11-01,2026-12-01)' }),
    'Wil geen zetel vervullen.': await people.profile('Geen zetel', { forms: ['BUDDY'] }),
    'Wil niet meer zetels dan nu.': sits,
  };
  for (const [sentence, { id }] of Object.entries(stopped)) {
    const ask = () => world.create('secretary', { seat: scene.seat, profile: id }, { motivation: 'Toch' });
    const refused = await nothing(ask);
    expect([sentence, refusals(refused)]).toEqual([sentence, [`NOT_SUITABLE ${WHO}`]]);
    expect(refused.errors[0].message).toContain(sentence);
  }
});
