import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import type { WrittenEmail } from '../../../testing/mail/read-email.js';
import { unchanged } from '../../../testing/unchanged.js';

const SEND = `mutation($input: MessageSendInput!) { messageSend(input: $input) {
  sentTo notSentTo activity { kind title message { writtenAs subject text sentTo notSentTo bounced } } errors { code path } } }`;

let world: MailWorld;
let region: string;
let network: string;
let trekker: string;
let made = 0;
let writer: string;

beforeAll(async () => {
  world = await startMailWorld();
  region = await world.make.region('JZ06');
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await world.make.account('stranger', { role: 'COORDINATOR', regionId: await world.make.region('JZ07') });
  await world.make.account('admin', { role: 'ADMIN' });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.service.travelTo('2026-11-25T10:00:00Z');
  trekker = await world.make.person(region);
  network = await world.make.network(region, {
    name: 'Ouders Noord',
    activeFrom: '2026-01-01',
    ledBy: trekker,
  });
  writer = `trekker ${++made}`;
  await world.make.account(writer, { personId: trekker });
  await world.forgetEmails();
});

const run = (sql: string, values: unknown[] = []) => world.service.owner.query(sql, values);

async function member(address: string | null = `lid-${++made}@example.org`): Promise<string> {
  const id = await world.make.person(region);
  await world.make.membership(network, id);
  if (address) await world.email(id, address);
  return id;
}

async function send(who = writer, more: object = {}) {
  const input = {
    oudernetwerkId: nodeId('Oudernetwerk', network),
    subject: 'Volgende bijeenkomst',
    text: 'Wij zien elkaar op 14 januari.\n\nNeemt u iets te eten mee?',
    ...more,
  };
  const { data, errors } = await world.service.ask(who, SEND, { input });
  if (errors) return { errors: errors.map(({ extensions }: { extensions: object }) => extensions) };
  return data.messageSend;
}
async function delivered(): Promise<WrittenEmail[]> {
  await world.service.tick();
  return world.emails();
}
const linkIn = ({ body }: WrittenEmail) => /\/mail\/messages\?token=[\w.-]+/.exec(body)![0];

test('members get what a trekker writes, without an address of anybody, and answer to the role mailbox', async () => {
  await run('update oudernetwerken set mailbox = $2 where id = $1', [network, 'noord@example.org']);
  await run('insert into person_contacts (person_id, email) values ($1, $2)', [
    trekker,
    'trekker@example.org',
  ]);
  const [one, two] = [await member('een@example.org'), await member('twee@example.org')];
  expect([one, two]).toHaveLength(2);
  expect(await send()).toEqual({
    sentTo: 2,
    notSentTo: 0,
    activity: {
      kind: 'CONTACT',
      title: 'Volgende bijeenkomst',
      message: {
        writtenAs: 'TREKKER',
        subject: 'Volgende bijeenkomst',
        text: 'Wij zien elkaar op 14 januari.\n\nNeemt u iets te eten mee?',
        sentTo: 2,
        notSentTo: 0,
        bounced: 0,
      },
    },
    errors: [],
  });
  const emails = await delivered();
  expect(emails.map(({ header }) => header('to'))).toEqual(['een@example.org', 'twee@example.org']);
  for (const { header, body } of emails) {
    expect(header('subject')).toBe('Volgende bijeenkomst');
    expect(header('reply-to')).toContain('noord@example.org');
    expect(body).toContain('trekker van Ouders Noord, schrijft u:');
    expect(body).toContain('Neemt u iets te eten mee?');
    expect(body).not.toContain('trekker@example.org');
  }
  expect(emails[0]!.body).not.toContain('twee@example.org');
});

test('whoever died, stopped, is left alone, wants none, was not told yet or has no address gets none, and is counted', async () => {
  const [dead, paused, optedOut, untold, former] = [
    await member(),
    await member(),
    await member(),
    await member(),
    await member(),
  ];
  await member(null);
  await member('leest@example.org');
  const { data } = await world.service.ask(
    'coordinator',
    'mutation($id: ID!) { personDepart(input: { id: $id, kind: DECEASED }) { errors { code } } }',
    { id: nodeId('Person', dead) },
  );
  expect(data.personDepart.errors).toEqual([]);
  await run(
    `insert into contact_pauses (person_id, period, recorded_at) values ($1, '[2026-11-01,2027-01-01)', now())`,
    [paused],
  );
  await run('insert into network_message_optouts values ($1, $2, now())', [optedOut, network]);
  await run(
    `insert into recorded_notices (person_id, source, recorded_on, due_on) values ($1, 'LIST', '2026-11-24', '2026-12-24')`,
    [untold],
  );
  await run(`update memberships set period = '[2026-01-01,2026-11-01)' where person_id = $1`, [former]);
  // neither the dead nor who stopped take part
  expect(await send()).toMatchObject({ sentTo: 1, notSentTo: 4, errors: [] });
  const emails = await delivered();
  const messages = emails.filter(({ header }) => header('subject') === 'Volgende bijeenkomst');
  expect(messages.map(({ header }) => header('to'))).toEqual(['leest@example.org']);
});

test('a link stops messages of this network, and lets them come again', async () => {
  await member('stopt@example.org');
  await send();
  const email = (await delivered()).find(({ header }) => header('to') === 'stopt@example.org');
  const link = linkIn(email!);
  const page = async (answer?: string) =>
    (
      await world.service.app.inject(
        answer === undefined
          ? link
          : {
              method: 'POST',
              url: link,
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
              payload: new URLSearchParams({ answer }).toString(),
            },
      )
    ).body;
  expect(await page()).toContain('U krijgt berichten');
  expect(await page('stop')).toContain('U krijgt geen berichten van Ouders Noord meer');
  expect(await send()).toMatchObject({ sentTo: 0, notSentTo: 1 });
  expect(await page('go on')).toContain('U krijgt berichten');
  world.service.travelTo('2026-11-27T10:00:00Z');
  expect(await send()).toMatchObject({ sentTo: 1, notSentTo: 0 });
});

test('whoever leaves, or stops them, before it left does not get it', async () => {
  const [leaves, stops] = [await member(), await member()];
  await member('blijft@example.org');
  await send();
  await run(`update memberships set period = '[2026-01-01,2026-11-25)' where person_id = $1`, [leaves]);
  await run('insert into network_message_optouts values ($1, $2, now())', [stops, network]);
  expect((await delivered()).map(({ header }) => header('to'))).toEqual(['blijft@example.org']);
  const { rows } = await run('select bounced from network_messages where oudernetwerk_id = $1', [network]);
  expect(rows).toEqual([{ bounced: 0 }]);
});

test('what does not arrive is counted', async () => {
  const gone = await member();
  await send();
  // as delivery gives up
  await run(
    `update mails set attempts = 12, last_error = 'EENVELOPE 550' where recipient_id = $1 and kind = 'NETWORK_MESSAGE'`,
    [gone],
  );
  const { data } = await world.service.ask(
    'coordinator',
    'query($id: ID!) { oudernetwerk(id: $id) { activities { nodes { message { sentTo bounced } } } } }',
    { id: nodeId('Oudernetwerk', network) },
  );
  expect(data.oudernetwerk.activities.nodes).toEqual([{ message: { sentTo: 1, bounced: 1 } }]);
  const seen = await world.service.ask(
    'admin',
    'query($id: ID!) { oudernetwerk(id: $id) { activities { nodes { title message { text } } } } }',
    { id: nodeId('Oudernetwerk', network) },
  );
  expect(seen.data.oudernetwerk.activities.nodes).toEqual([{ title: 'Volgende bijeenkomst', message: null }]);
});

test('twice a day for a network, and no more, whoever writes; the next day again', async () => {
  await member();
  expect((await send()).errors).toEqual([]);
  expect((await send('coordinator')).errors).toEqual([]);
  const answer = await unchanged(world.service.owner, () => send());
  expect(answer.errors).toEqual([{ code: 'TOO_MANY_MESSAGES', path: ['input', 'oudernetwerkId'] }]);
  world.service.travelTo('2026-11-26T10:00:01Z');
  expect((await send()).errors).toEqual([]);
});

test('five times a day for whoever writes, in all networks together', async () => {
  world.service.travelTo('2026-12-05T10:00:00Z');
  for (let sent = 0; sent < 5; sent += 1) {
    network = await world.make.network(region, { activeFrom: '2026-01-01', ledBy: trekker });
    expect((await send('coordinator')).errors).toEqual([]);
  }
  network = await world.make.network(region, { activeFrom: '2026-01-01', ledBy: trekker });
  expect((await send('coordinator')).errors).toEqual([
    { code: 'TOO_MANY_FROM_YOU', path: ['input', 'oudernetwerkId'] },
  ]);
});

test.each<[string, object, string]>([
  ['no subject', { subject: ' ' }, 'REQUIRED'],
  ['no text', { text: '' }, 'REQUIRED'],
  ['too long a text', { text: 'a'.repeat(2_001) }, 'TOO_LONG'],
  ['a citizen service number', { text: 'Mijn kind heeft BSN 111222333' }, 'BSN_IN_TEXT'],
])('%s is refused', async (_what, more, code) => {
  const { errors } = await unchanged(world.service.owner, () => send(writer, more));
  expect(errors[0].code).toBe(code);
});

test('a stranger writes to nobody', async () => {
  const { errors } = await unchanged(world.service.owner, () => send('stranger'));
  expect(['FORBIDDEN', 'NOT_FOUND']).toContain(errors[0].code);
});
