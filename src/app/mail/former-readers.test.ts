import { MovingScene } from '../../features/moving/testing/moving-scene.js';
import { nodeId } from '../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../testing/mail/mail-world.js';
import { SeatMakers } from '../../testing/makers/seat-makers.js';
import { unchanged } from '../../testing/unchanged.js';

let world: MailWorld;
let scene: MovingScene;
let body: string;
let number = 0;
let personId: string;
let address: string;

beforeAll(async () => {
  world = await startMailWorld();
  scene = await MovingScene.begin(world.service);
  body = await new SeatMakers(world.service.owner).body(scene.region);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.service.travelTo('2026-12-01T11:00:00Z');
  await world.forgetEmails();
  personId = await scene.make.person(scene.region, { given: 'Quirine', family: 'Proefpersoon' });
  address = `ouder${++number}@example.org`;
  await world.email(personId, address);
});

const owner = () => world.service.owner;
async function done(mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } } }`;
  expect((await scene.ask(query, { input })).done.errors).toEqual([]);
}
const person = () => nodeId('Person', personId);

/** What makes the service write to them. */
const reminded = async () => {
  const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  await owner().query(
    `update trekkerschappen set planned_end_on = '2027-02-28', planned_end_reason = 'MOVED' where oudernetwerk_id = $1`,
    [network],
  );
  await scene.renew();
};
const asked = async () => {
  const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01' });
  await scene.make.membership(network, personId);
  await done('networkContactAsk', { oudernetwerkId: nodeId('Oudernetwerk', network) });
};
const moving = async () => {
  await scene.move(personId);
};
const invited = async () => {
  const seat = await new SeatMakers(owner()).seat(body);
  const profile = await scene.profiles.profile(personId);
  await scene.renew();
  await done('invitationCreate', {
    seatId: nodeId('AdvisorySeat', seat),
    ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', profile),
    motivation: 'Past goed',
  });
};

/** Where a mail leads, what makes it, and what could be said there. */
const PAGES = {
  '/mail/check': [reminded, 'answer=no&on=2028-05-31'],
  '/mail/unsubscribe': [reminded, ''],
  '/mail/network-contact': [asked, 'answer=yes'],
  '/mail/move': [moving, 'answer=yes'],
  '/seats/answer': [invited, 'answer=yes'],
} as const;
type Page = keyof typeof PAGES;
const ALL = Object.keys(PAGES) as Page[];

async function linkTo(page: Page): Promise<string> {
  await PAGES[page][0]();
  await world.service.tick();
  const email = (await world.emails()).find(({ header }) => header('to') === address)!;
  return new RegExp(`https://okn\\.example(${page}\\?token=[\\w.-]+)`).exec(email.body)![1]!;
}
const look = (url: string) => world.service.app.inject(url);
const send = (url: string, payload: string) =>
  world.service.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  });

/** What may happen to them after the mail. */
const newAddress = () => world.email(personId, `nieuw-${address}`);
const noAddress = async () => {
  await owner().query('delete from person_contacts where person_id = $1', [personId]);
};
const givenAway = async () => {
  await newAddress();
  await world.email(await scene.make.person(scene.region, { given: 'Iemand', family: 'Anders' }), address);
};
const dies = () => done('personDepart', { id: person(), kind: 'DECEASED' });
const stops = () => done('personDepart', { id: person(), kind: 'STOPS_EVERYTHING' });
const rests = () => done('contactPause', { personId: person(), until: '2027-01-31' });
const shares = async () => {
  await world.email(await scene.make.person(scene.region), address);
};

const FORMER = 'Deze link stond in een bericht aan een e-mailadres dat wij niet meer gebruiken.';
const OVER = 'Deze vraag is niet meer nodig';

describe.each([
  ['their address is another one by now', newAddress, FORMER],
  ['they have no address any more', noAddress, FORMER],
  ['their address is that of somebody else by now', givenAway, FORMER],
  ['they died', dies, OVER],
])('%s', (_what, happens, said) => {
  test.each(ALL)('%s says so, tells nothing and does nothing', async (page) => {
    const url = await linkTo(page);
    await happens();
    const payload = PAGES[page][1];
    const [shown, answered] = await unchanged(
      owner(),
      async () => [await look(url), await send(url, payload)] as const,
    );
    expect([shown.statusCode, answered.statusCode]).toEqual([410, 410]);
    for (const { body: text } of [shown, answered]) {
      expect(text).toContain(said);
      expect(text).not.toMatch(/Quirine|Netwerk|Adviesraad|JZ22|example\.org/);
    }
  });
});

describe.each([
  ['they stopped with everything', stops],
  ['they are left alone', rests],
  ['they share their address with somebody', shares],
])('%s', (_what, happens) => {
  test.each(ALL)('%s opens, and changes nothing by that', async (page) => {
    const url = await linkTo(page);
    await happens();
    const shown = await unchanged(owner(), () => look(url));
    expect([200, 410]).toContain(shown.statusCode);
    expect(shown.body).not.toMatch(/Quirine|niet meer gebruiken/);
  });
});

test('an address that they have again works again', async () => {
  const url = await linkTo('/mail/unsubscribe');
  await newAddress();
  expect((await look(url)).statusCode).toBe(410);
  await world.email(personId, address.toUpperCase());
  expect((await send(url, '')).statusCode).toBe(200);
});

test('a link that names no mail, as links did before, works', async () => {
  const what = `PERSON.${personId}.reminders`;
  const { rows } = await owner().query('select link_signature($1) as signature', [`unsubscribe ${what}`]);
  expect((await send(`/mail/unsubscribe?token=${what}.${rows[0].signature}`, '')).statusCode).toBe(200);
});
