import { randomUUID } from 'node:crypto';
import { parseNodeId } from '../../kernel/node-id.js';
import {
  type InvitationWorld,
  type Scene,
  startInvitationWorld,
} from '../../features/advisory/testing/invitations.js';
import { unchanged } from '../../testing/unchanged.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

let world: InvitationWorld;
let scene: Scene;
let id: string;
let url: string;
beforeEach(async () => {
  world = await startInvitationWorld();
  scene = await world.scene({ email: 'quirine@example.org' });
  id = await world.invited(scene, { message: 'Wij zoeken <u>.\nTot gauw!', expiresOn: '2026-12-01' });
  await world.at('2026-11-25T10:05:00Z');
  url = await linkTo('quirine@example.org');
});
afterEach(() => world.close());

async function linkTo(address: string): Promise<string> {
  const email = (await world.emails()).find(({ header }) => header('to') === address);
  return /https:\/\/okn\.example(\/seats\/answer\?token=[\w.-]+)/.exec(email!.body)![1]!;
}
const get = (at = url) => world.service.app.inject(at);
const post = (form: Record<string, string>, at = url) =>
  world.service.app.inject({
    method: 'POST',
    url: at,
    headers: FORM,
    payload: new URLSearchParams(form).toString(),
  });
const nothing = <Result>(work: () => Promise<Result>) => unchanged(world.service.owner, work);
const stored = async () =>
  (
    await world.service.owner.query(
      'select status, answered_by, decline_kind, decline_reason from seat_invitations where id = $1',
      [parseNodeId(id)!.uuid],
    )
  ).rows[0];
const accesses = async () => world.count('person_access_log');

test('the page asks, and says what is disclosed to whom and until when; viewing changes nothing', async () => {
  const { body, statusCode, headers } = await nothing(async () => {
    await world.service.app.inject({ method: 'HEAD', url });
    return get();
  });
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(body).toContain('<html lang="nl">');
  expect(body).toContain('Wij zoeken &#60;u&#62;.\nTot gauw!');
  expect(body).toContain(
    'Dan zien de secretaris en de coördinatoren van de regio uw naam, e-mailadres en telefoonnummer',
  );
  expect(body).toContain('tot en met 1 december 2026');
  expect(body).toContain('<option value="NO_TIME">Ik heb er geen tijd voor.</option>');
  // a bystander learns no name
  expect(body).not.toMatch(/Quirine|quirine|Ervaringsdeskundige/);
});

test('in the language of the parent', async () => {
  await world.service.owner.query(`update people set language = 'en' where id = $1`, [scene.parent]);
  const { body } = await get();
  expect(body).toContain('<html lang="en">');
  expect(body).toContain('You can answer until 1 December 2026.');
});

test('an acceptance by the link counts: the name is disclosed, the parent sees that, and the link is used up', async () => {
  const answered = await post({ answer: 'yes' });
  expect([answered.statusCode, answered.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(answered.body).toContain('U zei ja op 25 november 2026.');
  expect(answered.body).not.toContain('<form');
  expect(await stored()).toMatchObject({ status: 'ACCEPTED', answered_by: 'LINK' });
  const LOG = '{ viewer { person { accessLog { nodes { what who invitation { id } } } } } }';
  const log = await world.service.ask(scene.subject, LOG);
  expect(log.data.viewer.person.accessLog.nodes).toEqual([
    { what: 'NAME_AND_CONTACT', who: 'secretary', invitation: { id } },
  ]);
  const SEEN = '{ seatInvitations { nodes { status person { displayName contact { email } } } } }';
  const seen = await world.service.ask('secretary', SEEN);
  expect(seen.data.seatInvitations.nodes).toEqual([
    {
      status: 'ACCEPTED',
      person: { displayName: 'Quirine Proefpersoon', contact: { email: 'quirine@example.org' } },
    },
  ]);
  for (const form of [{ answer: 'yes' }, { answer: 'no', kind: 'NO_TIME' }] as Record<string, string>[]) {
    const again = await nothing(() => post(form));
    expect([again.statusCode, again.body]).toEqual([200, answered.body]);
  }
  expect((await get()).body).toBe(answered.body);
});

test('a no by the link, with a kind and words; it tells nobody a name', async () => {
  const { statusCode, body } = await post({ answer: 'no', kind: 'TOO_FAR', reason: ' Rijd \0niet ' });
  expect(statusCode).toBe(200);
  expect(body).toContain('U zei nee op 25 november 2026. Uw naam is niet gedeeld.');
  expect(await stored()).toEqual({
    status: 'DECLINED',
    answered_by: 'LINK',
    decline_kind: 'TOO_FAR',
    decline_reason: 'Rijd niet',
  });
  expect(await accesses()).toBe(0);
});

test('what cannot be taken comes back with what was filled in, and nothing is kept', async () => {
  const bsn = await nothing(() => post({ answer: 'no', kind: 'PERSONAL', reason: '"111222333"' }));
  expect(bsn.statusCode).toBe(422);
  expect(bsn.body).toContain('role="alert"><p>In deze tekst lijkt een burgerservicenummer te staan.');
  expect(bsn.body).toContain('>&#34;111222333&#34;</textarea>');
  expect(bsn.body).toContain('<option value="PERSONAL" selected>');
  const long = await nothing(() => post({ answer: 'no', kind: 'OTHER', reason: 'é'.repeat(501) }));
  expect([long.statusCode, long.body.includes('Gebruik hoogstens 500 tekens.')]).toEqual([422, true]);
  const unseen = await nothing(() => post({ answer: 'no', kind: 'OTHER', reason: 'tot\u202e ziens' }));
  expect([unseen.statusCode, unseen.body.includes('een teken dat u niet ziet')]).toEqual([422, true]);
  const odd = await nothing(() => post({ answer: 'no', kind: 'constructor' }));
  expect([odd.statusCode, odd.body.includes('<p>Vul dit in.</p>')]).toEqual([422, true]);
  const huge = await nothing(() => post({ answer: 'no', kind: 'OTHER', reason: 'x'.repeat(20_000) }));
  expect(huge.statusCode).toBe(413);
  for (const form of [{}, { answer: '' }, { answer: 'maybe' }, { kind: 'NO_TIME' }] as Record<
    string,
    string
  >[]) {
    expect((await nothing(() => post(form))).statusCode).toBe(200);
  }
  const json = { method: 'POST', url, payload: { answer: 'yes' } } as const;
  await nothing(() => world.service.app.inject(json));
  expect(await stored()).toMatchObject({ status: 'ASKED' });
});

test('an expired or withdrawn invitation says so, and takes no answer', async () => {
  const other = await world.scene({ email: 'ander@example.org' });
  await world.withdraw('secretary', await world.invited(other));
  await world.at('2026-11-25T10:10:00Z');
  // it was never sent
  expect((await world.emails()).map(({ header }) => header('to'))).not.toContain('ander@example.org');
  world.service.travelTo('2026-12-02T10:00:00Z');
  for (const send of [get, () => post({ answer: 'yes' })]) {
    const { statusCode, body } = await nothing(() => send());
    expect([statusCode, body.includes('U kon antwoorden tot en met 1 december 2026.')]).toEqual([410, true]);
  }
  world.service.travelTo('2026-11-26T10:00:00Z');
  await world.withdraw('secretary', id);
  for (const send of [get, () => post({ answer: 'yes' })]) {
    const { statusCode, body } = await nothing(() => send());
    expect([statusCode, body.includes('Deze uitnodiging is gesloten.')]).toEqual([410, true]);
  }
});

test('any other link gives one and the same page, and answers nothing', async () => {
  const token = /token=(.+)/.exec(url)![1]!;
  const other = await world.scene({ email: 'ander@example.org' });
  const uuidOf = (of: string) => parseNodeId(of)!.uuid;
  const unknown = await world.invited(other);
  const swapped = token.replace(/^[0-9a-f-]{36}/, uuidOf(unknown));
  const [email] = (await world.emails()).filter(({ header }) => header('to') === 'quirine@example.org');
  expect(email!.body).toContain(token);
  const bad = ['', 'token=', 'token=x', `token=${token}x`, `token=${token.slice(0, -1)}`, `token=${swapped}`];
  bad.push(
    `token=${token}&token=${token}`,
    `token=${randomUUID()}.${token.split('.')[1]}`,
    `tokens=${token}`,
  );
  bad.push(`token=PERSON.${scene.parent}.reminders.${token.split('.')[1]}`);
  const pages = await nothing(() =>
    Promise.all(
      bad.flatMap((query) => [
        get(`/seats/answer?${query}`),
        post({ answer: 'yes' }, `/seats/answer?${query}`),
      ]),
    ),
  );
  expect(new Set(pages.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  expect(pages[0]!.statusCode).toBe(404);
  expect(pages[0]!.body).toContain('Deze link werkt niet');
  // a link to unsubscribe cannot be used to answer, nor the other way round
  const unsubscribed = await nothing(() => get(`/mail/unsubscribe?token=${token}`));
  expect(unsubscribed.statusCode).toBe(404);
});

test('guessing too often from one address means waiting; a link is not hindered by others, and can be used often', async () => {
  const unknown = `/seats/answer?token=${randomUUID()}.${'x'.repeat(43)}`;
  const answers = [];
  for (let tried = 0; tried < 61; tried++) answers.push(await get(unknown));
  expect(new Set(answers.slice(0, 60).map(({ statusCode }) => statusCode))).toEqual(new Set([404]));
  const refused = await nothing(() => post({ answer: 'yes' }, unknown));
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1']);
  expect(refused.body).toContain('Even wachten');
  const fromElsewhere = () => world.service.app.inject({ url, remoteAddress: '203.0.113.9' });
  for (let looked = 0; looked < 60; looked++) expect((await fromElsewhere()).statusCode).toBe(200);
  expect((await nothing(() => post({ answer: 'yes' }))).statusCode).toBe(429);
  expect(await stored()).toMatchObject({ status: 'ASKED' });
  world.service.travelTo('2026-11-25T10:06:00Z');
  expect((await post({ answer: 'yes' })).statusCode).toBe(200);
  expect((await get(unknown)).statusCode).toBe(404);
});
