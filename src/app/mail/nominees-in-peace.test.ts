import {
  type InvitationWorld,
  refusals,
  startInvitationWorld,
} from '../../features/advisory/testing/invitations.js';
import { nodeId } from '../../kernel/node-id.js';
import { type SmtpServer, startSmtpServer } from '../../testing/mail/smtp-server.js';
import type { Json } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';

let world: InvitationWorld;
let body: string;
let elsewhere: string;
const start = async (settings = {}) => {
  world = await startInvitationWorld(3, settings);
  body = (await world.scene()).body;
  elsewhere = (await world.scene()).body;
  // no digests among the mail
  await world.service.owner.query(
    'insert into mail_preferences (id, account_id, digest) select gen_random_uuid(), id, false from accounts',
  );
};
afterEach(() => world.close());

const CREATE = `mutation ($input: InvitationCreateInput!) { done: invitationCreate(input: $input) {
  errors { code path message } invitation { id nominee { emailUndeliverable } } } }`;
const ROOS = {
  name: { givenName: 'Roos', familyName: 'Voordracht' },
  email: 'Roos@example.org',
  source: 'de ouderraad',
};

type Nomination = Partial<typeof ROOS> & {
  as?: string;
  motivation?: string;
  message?: string;
  language?: 'EN';
  seat?: string;
};

/** For a seat of its own, unless it is said for which. */
async function nominate(
  of = body,
  { as = 'secretary', motivation, message, seat, ...nominee }: Nomination = {},
): Promise<Json> {
  const input = {
    seatId: nodeId('AdvisorySeat', seat ?? (await world.seats.seat(of))),
    nominee: { ...ROOS, ...nominee },
    motivation,
    message,
  };
  const { data, errors } = await world.service.ask(as, CREATE, { input });
  expect(errors).toBeUndefined();
  return data.done;
}
const mailsTo = async (address: string) =>
  (await world.emails()).filter(({ header }) => header('to') === address);
async function linkTo(address: string): Promise<string> {
  const [mail] = await mailsTo(address);
  return /https:\/\/okn\.example(\/seats\/answer\?token=[\w.-]+)/.exec(mail!.body)![1]!;
}
const post = (url: string, form: Record<string, string>) =>
  world.service.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
async function saysNo(nominee: Nomination = {}): Promise<string> {
  const { errors } = await nominate(body, nominee);
  expect(errors).toEqual([]);
  await world.at('2026-11-25T10:05:00Z');
  return (await post(await linkTo('roos@example.org'), { answer: 'no', kind: 'NO_TIME' })).body;
}
const kept = () => world.count('nominated_addresses');

describe('after a no', () => {
  beforeEach(() => start());

  test('the body is refused for as long as it was promised, whatever the name and the case of the address', async () => {
    await saysNo();
    expect(await world.count('seat_nominees')).toBe(0);
    const again = { name: { givenName: 'R.', familyName: 'V.' }, email: 'ROOS@example.org' };
    for (const day of ['2026-11-26', '2027-05-24']) {
      world.service.travelTo(`${day}T10:00:00Z`);
      const { errors } = await nominate(body, again);
      expect(refusals({ errors })).toEqual(['IN_COOLDOWN input.nominee.email']);
      expect(errors[0].message).toContain('25 november 2026');
    }
    world.service.travelTo('2027-05-25T10:00:00Z');
    expect((await nominate()).errors).toEqual([]);
  });

  test('a refusal writes nothing; a reason makes it possible, and another body is not told', async () => {
    await saysNo();
    const seatId = nodeId('AdvisorySeat', await world.seats.seat(body));
    const refused = await unchanged(world.service.owner, () =>
      world.service.ask('secretary', CREATE, { input: { seatId, nominee: ROOS } }),
    );
    expect(refused.data.done.errors).toMatchObject([{ code: 'IN_COOLDOWN' }]);
    expect((await nominate(elsewhere)).errors).toEqual([]);
    expect((await nominate(elsewhere, { as: 'colleague' })).errors).toEqual([]);
    expect((await nominate(body, { motivation: 'Belde zelf op' })).errors).toEqual([]);
  });

  test('nothing of them is kept but a code, and that not for longer than it is needed', async () => {
    await saysNo();
    const { rows } = await world.service.owner.query('select * from nominated_addresses');
    expect(rows).toEqual([
      { invitation_id: expect.any(String), address_hash: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
    const { rows: others } = await world.service.owner.query('select * from seat_invitations');
    expect(JSON.stringify(others)).not.toMatch(/roos/i);
    await world.at('2027-05-24T10:00:00Z');
    expect(await kept()).toBe(1);
    await world.at('2027-05-25T00:30:00Z');
    expect(await kept()).toBe(0);
  });

  test('the page about it is in the language in which they were invited', async () => {
    const page = await saysNo({ language: 'EN' });
    expect(page).toContain('You said no on 25 November 2026.');
    expect(page).toContain('lang="en"');
    expect((await world.service.app.inject(await linkTo('roos@example.org'))).body).toBe(page);
  });
});

describe('our mail is nobody’s to send to whom they like', () => {
  beforeEach(() => start());
  const refused = async (nomination: Nomination) =>
    refusals(await unchanged(world.service.owner, () => nominate(body, nomination)));

  test('what follows a + makes no other address: not for a seat, not after a no, not for how often', async () => {
    const seat = await world.seats.seat(body);
    expect((await nominate(body, { seat })).errors).toEqual([]);
    expect(await refused({ seat, email: 'roos+1@example.org' })).toEqual([
      'ALREADY_ASKED input.nominee.email',
    ]);
    for (const tag of ['2', '3']) await nominate(body, { email: `ROOS+${tag}@example.org` });
    expect(refusals(await nominate(body, { email: 'roos+4@example.org' }))).toEqual([
      'ASKED_OFTEN input.nominee.email',
    ]);
    expect((await nominate(body, { email: 'roos.4@example.org' })).errors).toEqual([]);
  });

  test('five nominees of a seat wait at a time', async () => {
    const seat = await world.seats.seat(body);
    for (let place = 1; place <= 5; place++) {
      expect((await nominate(body, { seat, email: `doel${place}@example.net` })).errors).toEqual([]);
    }
    for (const as of ['secretary', 'colleague']) {
      expect(await refused({ seat, as, email: 'doel6@example.net' })).toEqual([
        'MANY_NOMINATED input.nominee',
      ]);
    }
    world.service.travelTo('2026-12-10T10:00:00Z');
    expect((await nominate(body, { seat, email: 'doel6@example.net' })).errors).toEqual([]);
  });

  test('an account invites twenty nominees a day', async () => {
    for (let place = 1; place <= 20; place++) {
      expect((await nominate(body, { email: `doel${place}@example.net` })).errors).toEqual([]);
    }
    expect(refusals(await nominate(elsewhere, { email: 'doel21@example.net' }))).toEqual([
      'MANY_NOMINATED_TODAY input.nominee',
    ]);
    expect((await nominate(body, { as: 'colleague', email: 'doel21@example.net' })).errors).toEqual([]);
    world.service.travelTo('2026-11-26T10:00:00Z');
    expect((await nominate(body, { email: 'doel22@example.net' })).errors).toEqual([]);
  });

  test('it has no links but our own', async () => {
    const seat = await world.seats.seat(body);
    const text = 'Klik https://evil.example/inloggen';
    expect(await refused({ seat, message: text })).toEqual(['WEB_ADDRESS input.message']);
    expect(await refused({ seat, source: text })).toEqual(['WEB_ADDRESS input.nominee.source']);
    const name = { givenName: 'www.evil.example', familyName: 'Voordracht' };
    expect(await refused({ seat, name })).toEqual(['WEB_ADDRESS input.nominee.name']);
    const { errors } = await nominate(body, { seat, message: 'Vragen? Mail jan@school.example.' });
    expect(errors).toEqual([]);
  });
});

describe('who looked at their name and address', () => {
  beforeEach(() => start());
  const SEEN = '{ seatInvitations { nodes { nominee { displayName email } } } }';
  const looks = () => world.count('nominee_lookups');
  const look = async (as: string) => {
    const { data, text } = await world.service.ask(as, SEEN);
    expect(text).not.toContain('whose');
    return data.seatInvitations.nodes;
  };

  test('is told to them with a yes, each account once a day; whoever typed them is not listed', async () => {
    await nominate();
    for (const as of ['secretary', 'colleague', 'colleague', 'coordinator']) {
      expect(await look(as)).toEqual([{ nominee: { displayName: 'Roos Voordracht', email: ROOS.email } }]);
    }
    expect(await looks()).toBe(2);
    await world.at('2026-11-26T10:05:00Z');
    await look('colleague');
    await post(await linkTo('roos@example.org'), { answer: 'yes' });
    const { rows } = await world.service.owner.query(
      `select a.subject, l.happened_at::date::text as day, d.family_name
       from person_access_log l join accounts a on a.id = l.account_id join person_details d on d.person_id = l.person_id
       where l.why = 'LOOKED_UP' order by l.happened_at, a.subject`,
    );
    const family_name = 'Voordracht';
    expect(rows).toEqual([
      { subject: 'colleague', day: '2026-11-25', family_name },
      { subject: 'coordinator', day: '2026-11-25', family_name },
      { subject: 'colleague', day: '2026-11-26', family_name },
    ]);
    expect(await looks()).toBe(0);
  });

  test('is forgotten with a no, and nobody is listed who saw nothing', async () => {
    await nominate();
    await world.service.ask('colleague', '{ seatInvitations { nodes { status } } }');
    expect(await looks()).toBe(0);
    await look('colleague');
    expect(await looks()).toBe(1);
    await world.at('2026-11-25T10:05:00Z');
    await post(await linkTo('roos@example.org'), { answer: 'no', kind: 'NO_TIME' });
    expect(await looks()).toBe(0);
  });
});

describe('how often', () => {
  beforeEach(() => start());

  test('an address is nominated three times in half a year, with a reason six times, withdrawn or not', async () => {
    const { errors, invitation } = await nominate();
    expect(errors).toEqual([]);
    await world.withdraw('secretary', invitation.id);
    await world.at('2026-11-28T10:00:00Z');
    expect(await world.count('seat_nominees')).toBe(0);
    for (const as of ['coordinator', 'colleague']) expect((await nominate(body, { as })).errors).toEqual([]);
    expect(refusals(await nominate())).toEqual(['ASKED_OFTEN input.nominee.email']);
    // of another body only what the same account did there
    expect((await nominate(elsewhere)).errors).toEqual([]);
    const motivation = 'Vroeg het zelf';
    for (let time = 4; time <= 6; time++) {
      expect((await nominate(body, { motivation, as: 'colleague' })).errors).toEqual([]);
    }
    const tooOften = await nominate(body, { motivation });
    expect(refusals(tooOften)).toEqual(['ASKED_TOO_OFTEN input.nominee.email']);
    expect(refusals(await nominate(elsewhere, { as: 'colleague' }))).toEqual([
      'ASKED_OFTEN input.nominee.email',
    ]);
    expect((await nominate(elsewhere, { as: 'coordinator' })).errors).toEqual([]);
    world.service.travelTo('2027-05-29T10:00:00Z');
    expect((await nominate()).errors).toEqual([]);
  });

  test('a former member likewise, by the body that knows them', async () => {
    const scene = await world.scene();
    await world.seats.appointment(
      await world.seats.seat(scene.body),
      scene.parent,
      '[2022-01-01,2026-01-01)',
      '2025-12-31',
    );
    const { rows } = await world.service.owner.query('select id from seat_appointments');
    const formerAppointmentId = nodeId('SeatAppointment', rows[0].id);
    const ask = async (motivation: string | null) => {
      const seatId = nodeId('AdvisorySeat', await world.seats.seat(scene.body));
      const input = { seatId, formerAppointmentId, motivation };
      const { data } = await world.service.ask('secretary', CREATE, { input });
      return refusals(data.done);
    };
    for (let time = 1; time <= 3; time++) expect(await ask(null)).toEqual([]);
    expect(await ask(null)).toEqual(['ASKED_OFTEN input.formerAppointmentId']);
    for (let time = 4; time <= 6; time++) expect(await ask('Vroeg het zelf')).toEqual([]);
    expect(await ask('Vroeg het zelf')).toEqual(['ASKED_TOO_OFTEN input.formerAppointmentId']);
  });
});

test('the notice says who nominated them: a secretary or a coordinator', async () => {
  await start();
  await nominate();
  await nominate(elsewhere, { as: 'coordinator', email: 'ander@example.org' });
  await world.at('2026-11-25T10:05:00Z');
  for (const [address, who] of [
    ['roos@example.org', 'van de secretaris van '],
    ['ander@example.org', 'van de coördinator van de regio van '],
  ] as const) {
    const sentence = `Wij kregen uw naam en e-mailadres ${who}`;
    expect((await mailsTo(address))[0]!.body).toContain(sentence);
    expect((await world.service.app.inject(await linkTo(address))).body).toContain(sentence);
  }
});

describe('an invitation that a mail server refuses', () => {
  let smtp: SmtpServer;
  beforeEach(async () => {
    smtp = await startSmtpServer();
    smtp.refuses.set('roos@example.org', '550 5.1.1 no such mailbox');
    await start({ SMTP_URL: smtp.url });
  });
  afterEach(() => smtp.close());
  const undeliverable = async () => {
    const { data } = await world.service.ask(
      'secretary',
      '{ seatInvitations { nodes { nominee { emailUndeliverable } } } }',
    );
    return data.seatInvitations.nodes.map(({ nominee }: Json) => nominee?.emailUndeliverable);
  };

  test.each([
    ['whoever invited', 'secretary@example.org', []],
    [
      'a coordinator of the region, if mail does not reach them',
      'coordinator@example.org',
      ['secretary@example.org'],
    ],
  ])('is heard of by %s, and shown', async (_who, address, silent) => {
    for (const other of silent) smtp.refuses.set(other, '550 5.1.1 no such mailbox');
    const { invitation } = await nominate();
    expect(invitation.nominee).toEqual({ emailUndeliverable: false });
    await world.at('2026-11-25T10:05:00Z');
    expect(smtp.taken).toEqual([address]);
    expect(await undeliverable()).toEqual([true]);
    // and nobody hears that it is closed, who never heard that it was open
    await world.withdraw('secretary', invitation.id);
    await world.at('2026-11-25T11:05:00Z');
    expect(smtp.taken).toEqual([address]);
  });

  test('is tried again when the address is given again, whoever wrote there before', async () => {
    await nominate();
    await world.at('2026-11-25T10:05:00Z');
    smtp.refuses.clear();
    const { invitation } = await nominate(elsewhere, { as: 'coordinator' });
    expect(invitation.nominee).toEqual({ emailUndeliverable: false });
    await world.at('2026-11-25T11:05:00Z');
    expect(smtp.taken).toEqual(['secretary@example.org', 'roos@example.org']);
  });
});

test('the news says what to do, and names nobody', async () => {
  await start();
  await nominate();
  await world.service.owner.query(
    `select mark_undeliverable('roos@example.org', 'EENVELOPE 550', '2026-11-25')`,
  );
  await world.at('2026-11-25T10:05:00Z');
  const [mail, ...others] = await world.emails();
  expect(others).toEqual([]);
  expect([mail!.header('to'), mail!.header('subject')]).toEqual([
    'secretary@example.org',
    expect.stringMatching(/: een uitnodiging kwam niet aan$/),
  ]);
  expect(mail!.body).toContain(
    'Wilt u het adres nakijken, de uitnodiging intrekken, en deze ouder opnieuw uitnodigen met een goed adres?',
  );
  expect(mail!.body).not.toMatch(/roos|voordracht|token=/i);
});
