import { MovingScene } from '../../features/moving/testing/moving-scene.js';
import { nodeId } from '../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../testing/mail/mail-world.js';
import { NOW } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';

let world: MailWorld;
let scene: MovingScene;
let number = 0;

beforeAll(async () => {
  world = await startMailWorld();
  scene = await MovingScene.begin(world.service);
});
afterAll(() => world.close());
afterEach(async () => {
  world.service.travelTo(NOW);
  await world.forgetEmails();
});

const owner = () => world.service.owner;

/** Somebody with an address, whose move is recorded. */
async function mover(): Promise<{ person: string; move: string; address: string }> {
  const person = await scene.make.person(scene.region);
  const address = `ouder${++number}@example.org`;
  await world.email(person, address);
  const { move } = await scene.move(person);
  return { person, move: move.id, address };
}
async function mailTo(address: string) {
  await world.service.tick();
  return (await world.emails()).filter(({ header }) => header('to') === address);
}
const linkIn = (body: string) => /https:\/\/okn\.example(\/mail\/move\?token=[\w.-]+)/.exec(body)![1]!;
const look = (url: string) => world.service.app.inject(url);
const press = (url: string, payload: string) =>
  world.service.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  });

test('whoever moves is asked by mail; opening the page changes nothing', async () => {
  const { person, address } = await mover();
  const [mail] = await mailTo(address);
  expect(mail!.header('subject')).toBe('Mogen we u voorstellen aan uw nieuwe regio?');
  const page = await unchanged(owner(), () => look(linkIn(mail!.body)));
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Mogen we u voorstellen aan de coördinator daar?');
  expect(await scene.home(person)).toBe('JZ06');
});

test.each([
  ['yes', 'JZ22', 'U zei ja'],
  ['no', 'JZ06', 'U zei nee'],
])('%s on the page counts, once', async (answer, home, said) => {
  const { person, address } = await mover();
  const url = linkIn((await mailTo(address))[0]!.body);
  const done = await press(url, `answer=${answer}`);
  expect([done.statusCode, done.body.includes(said)]).toEqual([200, true]);
  expect(await scene.home(person)).toBe(home);
  const again = await unchanged(owner(), () => press(url, 'answer=no'));
  expect(again.body).toContain(said);
});

test('a form without an answer, another link and a late one do nothing', async () => {
  const { address } = await mover();
  const url = linkIn((await mailTo(address))[0]!.body);
  await unchanged(owner(), async () => {
    expect((await press(url, 'answer=perhaps')).statusCode).toBe(200);
    expect((await press(`${url.slice(0, -1)}_`, 'answer=yes')).statusCode).toBe(404);
  });
  world.service.travelTo('2027-01-25T10:00:00Z');
  const late = await unchanged(owner(), () => press(url, 'answer=yes'));
  expect(late.statusCode).toBe(410);
});

test('the mail is not sent once they answered otherwise, or the move is off', async () => {
  const [told, off] = [await mover(), await mover()];
  await scene.answer(told.move, false);
  await scene.annul(off.move);
  expect([...(await mailTo(told.address)), ...(await mailTo(off.address))]).toEqual([]);
});

test('whoever was asked is told that it was a mistake, and the link leads to a page that says so', async () => {
  const { move, address } = await mover();
  const url = linkIn((await mailTo(address))[0]!.body);
  await world.forgetEmails();
  await scene.annul(move);
  const [mail, ...others] = await mailTo(address);
  expect([mail!.header('subject'), others]).toEqual(['Over uw verhuizing: dat was een vergissing', []]);
  expect((await press(url, 'answer=yes')).statusCode).toBe(410);
});

test('no address: no mail, and the region asks within a week', async () => {
  const person = await scene.make.person(scene.region);
  await scene.move(person);
  const due = 'select kind, due_on::text as due from person_tasks where person_id = $1';
  expect(await scene.rows(due, person)).toEqual([{ kind: 'MOVED_AWAY', due: '2026-12-02' }]);
  expect(await scene.rows(`select from mails where recipient_id = $1`, person)).toEqual([]);
});

test('whoever was asked by mail and has no address by now reads on paper that it was a mistake', async () => {
  const { person, move, address } = await mover();
  expect(await mailTo(address)).toHaveLength(1);
  await owner().query('delete from person_contacts where person_id = $1', [person]);
  await scene.annul(move);
  await world.service.tick();
  expect(await scene.tasks('coordinator', person)).toEqual(['LETTER_WAITS']);
});

test('who did not need to be asked, by a role that never was, is asked after all', async () => {
  const person = await scene.make.person(scene.region);
  await world.email(person, 'toch@example.org');
  const membership = await scene.make.membership(await scene.make.network(scene.elsewhere), person);
  await scene.move(person);
  expect(await mailTo('toch@example.org')).toEqual([]);
  const annul = `mutation($input: MembershipAnnulInput!) { membershipAnnul(input: $input) { errors { code } } }`;
  const input = { id: nodeId('Membership', membership), reason: 'Verkeerde ouder' };
  await scene.ask(annul, { input }, 'neighbour');
  const [mail] = await mailTo('toch@example.org');
  expect(mail!.header('subject')).toBe('Mogen we u voorstellen aan uw nieuwe regio?');
});
