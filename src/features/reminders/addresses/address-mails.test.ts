import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { unchanged } from '../../../testing/unchanged.js';

const SET_OWN = `mutation ($input: MailPreferencesSetInput!) { mailPreferencesSet(input: $input) {
  errors { code path } viewer { mailPreferences { email pendingEmail } } } }`;
const SET_PERSON = `mutation ($input: PersonUpdateInput!) { personUpdate(input: $input) {
  errors { code path } person { contact { email pendingEmail phone } } } }`;
const SET_MAILBOX = `mutation ($input: OrganisationUpdateInput!) { organisationUpdate(input: $input) {
  errors { code path } organisation { email pendingEmail } } }`;

interface Owner {
  readonly what: string;
  readonly set: (
    email: string | null,
    /** what a form that is saved whole says besides */
    rest?: boolean,
  ) => Promise<{ errors: { code: string }[]; shown: object | null }>;
  readonly shown: () => Promise<object | null>;
}

let world: MailWorld;
let region: string;
let parent: string;
let owners: Record<'account' | 'person' | 'organisation', Owner>;

beforeEach(async () => {
  world = await startMailWorld();
  const { make, service } = world;
  region = await make.region('JZ06');
  parent = await make.person(region, { given: 'Quirine', family: 'Proefpersoon' });
  await service.owner.query(`insert into person_contacts (person_id, phone) values ($1, '+31612345678')`, [
    parent,
  ]);
  const organisation = await make.organisation(region);
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('elsewhere', { role: 'COORDINATOR', regionId: await make.region('JZ22') });
  await make.account('parent', { personId: parent });
  const ask = async (as: string, query: string, input?: object) => {
    const { data, errors } = await service.ask(as, query, input && { input });
    expect(errors).toBeUndefined();
    return data;
  };
  const personId = nodeId('Person', parent);
  const organisationId = nodeId('Organisation', organisation);
  owners = {
    account: {
      what: 'coordinator’s account',
      set: async (email, rest) => {
        const input = { email, ...(rest && { reminders: true }) };
        const { errors, viewer } = (await ask('coordinator', SET_OWN, input)).mailPreferencesSet;
        return { errors, shown: viewer?.mailPreferences ?? null };
      },
      shown: async () =>
        (await ask('coordinator', '{ viewer { mailPreferences { email pendingEmail } } }')).viewer
          .mailPreferences,
    },
    person: {
      what: 'person',
      set: async (email, rest) => {
        const contact = { email, ...(rest && { phone: '0612345678' }) };
        const input = { id: personId, patch: { contact } };
        const { errors, person } = (await ask('coordinator', SET_PERSON, input)).personUpdate;
        const { email: known, pendingEmail } = person?.contact ?? {};
        return { errors, shown: person && { email: known, pendingEmail } };
      },
      shown: async () =>
        (await ask('parent', '{ viewer { person { contact { email pendingEmail } } } }')).viewer.person
          .contact,
    },
    organisation: {
      what: 'organisation',
      set: async (email, rest) => {
        const input = { id: organisationId, patch: { email, ...(rest && { place: 'Utrecht' }) } };
        const { errors, organisation } = (await ask('coordinator', SET_MAILBOX, input)).organisationUpdate;
        return { errors, shown: organisation };
      },
      shown: async () =>
        (await ask('coordinator', `{ organisation(id: "${organisationId}") { email pendingEmail } }`))
          .organisation,
    },
  };
});
afterEach(() => world.close());

async function delivered(): Promise<Record<string, string>> {
  await world.forgetEmails();
  await world.service.tick();
  return Object.fromEntries(
    (await world.emails()).map(({ header, body }) => [`${header('to')}: ${header('subject')}`, body]),
  );
}
const linkIn = (body: string) => /https:\/\/okn\.example(\/mail\/address\?token=[\w.-]+)/.exec(body)![1]!;
const get = (url: string) => world.service.app.inject(url);
const press = (url: string) =>
  world.service.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: '',
  });

const rowsOf = async (sql: string) => (await world.service.owner.query(sql)).rows.length;
const removalsLogged = () => rowsOf(`select from audit_log where action = 'mailAddress.removed'`);

/** The coordinator asks for changes of invented people, as many as an account may. */
async function useUpChanges(): Promise<void> {
  const invented = await world.make.person(region, { given: 'Verzonnen', family: 'Persoon' });
  await world.service.owner.query(
    `insert into mail_address_changes (id, person_id, old_address, new_address, asked_by, by_owner, asked_at, expires_on,
       outcome)
     select gen_random_uuid(), $1, 'a@example.org', 'b@example.org', a.id, false, '2026-11-25T09:00:00Z', '2026-12-02',
       'REPLACED'
     from accounts a, generate_series(1, 100) where a.subject = 'coordinator'`,
    [invented],
  );
}

const OWNERS = ['account', 'person', 'organisation'] as const;
const OLD = 'oud@example.org';
const NEW = 'Nieuw@example.org';
const ASKED = `${OLD}: Er is een ander e-mailadres opgegeven`;
const CONFIRMED = `${OLD}: Onze berichten gaan nu naar een ander e-mailadres`;
const PROOF = /^nieuw@example\.org: Is dit het juiste e-mailadres\?$/i;
/** an account keeps its address in lower case */
const like = (address: string) => expect.stringMatching(new RegExp(`^${address}$`, 'i'));

describe.each(OWNERS)('of the %s', (which) => {
  test('a first address counts at once; a changed one when its link was followed, and the old one is told', async () => {
    const owner = owners[which];
    expect(await owner.set(OLD)).toEqual({ errors: [], shown: { email: OLD, pendingEmail: null } });
    expect(await delivered()).toEqual({});

    const waiting = { email: OLD, pendingEmail: like(NEW) };
    expect(await owner.set(NEW)).toEqual({ errors: [], shown: waiting });
    expect(await owner.shown()).toEqual(waiting);
    const mails = await delivered();
    const [proof, ...others] = Object.keys(mails).sort(
      (a, b) => Number(PROOF.test(b)) - Number(PROOF.test(a)),
    );
    expect([proof, others]).toEqual([expect.stringMatching(PROOF), [ASKED]]);
    // whoever reads a mistyped address learns of nobody
    expect(mails[proof!]).not.toMatch(/Quirine|oud@/);
    expect(mails[ASKED]).not.toMatch(/nieuw@|token=/i);

    const link = linkIn(mails[proof!]!);
    const [page] = await unchanged(world.service.owner, async () => [
      await get(link),
      await world.service.app.inject({ method: 'HEAD', url: link }),
    ]);
    expect([page.statusCode, page.headers['referrer-policy']]).toEqual([200, 'no-referrer']);
    expect(page.body).toMatch(/<form method="post">[^]*Yes, use this email address/);
    expect(await owner.shown()).toEqual(waiting);

    const pressed = await press(link);
    expect([pressed.statusCode, pressed.body]).toEqual([200, expect.stringContaining('is bevestigd')]);
    expect(await owner.shown()).toEqual({ email: like(NEW), pendingEmail: null });
    const again = await unchanged(world.service.owner, () => press(link));
    expect([again.statusCode, again.body]).toEqual([200, pressed.body]);
    expect(Object.keys(await delivered())).toEqual([CONFIRMED]);
    expect(await delivered()).toEqual({});
  });

  test('an address that is the present one only in lower case is refused, since it is another mailbox', async () => {
    const owner = owners[which];
    await owner.set('aicha@example.org');
    await unchanged(world.service.owner, async () => {
      const { errors } = await owner.set('aİcha@example.org');
      expect(errors).toEqual([{ code: 'BAD_EMAIL', path: expect.arrayContaining(['email']) }]);
    });
    expect(await owner.set('Aicha@example.org')).toMatchObject({ errors: [] });
    expect(await delivered()).toEqual({});
  });

  test('a second change replaces the first, whose link is dead; the old address again ends the waiting', async () => {
    const owner = owners[which];
    await owner.set(OLD);
    await owner.set('eerst@example.org');
    const first = linkIn(Object.entries(await delivered()).find(([to]) => to.startsWith('eerst@'))![1]);
    await owner.set('tweede@example.org');
    const second = linkIn(Object.entries(await delivered()).find(([to]) => to.startsWith('tweede@'))![1]);
    expect((await unchanged(world.service.owner, () => press(first))).statusCode).toBe(410);
    expect(await owner.set(OLD)).toEqual({ errors: [], shown: { email: OLD, pendingEmail: null } });
    expect((await unchanged(world.service.owner, () => press(second))).statusCode).toBe(410);
    expect(await owner.shown()).toEqual({ email: OLD, pendingEmail: null });
  });

  test('a form that is saved whole, with the address as it is, leaves the waiting one alone', async () => {
    const owner = owners[which];
    await owner.set(OLD);
    await owner.set(NEW);
    const mails = await delivered();
    expect(await owner.set(OLD, true)).toEqual({
      errors: [],
      shown: { email: OLD, pendingEmail: like(NEW) },
    });
    expect(await delivered()).toEqual({});
    await press(linkIn(mails[Object.keys(mails).find((to) => PROOF.test(to))!]!));
    expect(await owner.shown()).toEqual({ email: like(NEW), pendingEmail: null });
    await owner.set(null);
    await owner.set(OLD);
    await owner.set(null, true);
    expect(await owner.shown()).toMatchObject({ email: null, pendingEmail: OLD });
    await owner.set(null);
    expect(await owner.shown()).toMatchObject({ email: null, pendingEmail: null });
  });

  test('an address that is given and removed again and again gets five mails a day, and no more', async () => {
    const owner = owners[which];
    for (let round = 1; round <= 5; round++) {
      await owner.set('victim@example.org');
      expect(await owner.set(null)).toMatchObject({ errors: [], shown: { email: null, pendingEmail: null } });
    }
    await owner.set('victim@example.org');
    if (which === 'account') {
      expect(await owner.set(null)).toMatchObject({ errors: [], shown: { email: null } });
    } else {
      const { errors } = await unchanged(world.service.owner, () => owner.set(null));
      expect(errors).toMatchObject([{ code: 'ADDRESS_CHANGED_TOO_OFTEN' }]);
    }
    // told or not: what counted is in the audit log
    expect(await removalsLogged()).toBe(which === 'account' ? 6 : 5);
    await world.service.tick();
    const told = await world.emails();
    expect(told.map(({ header }) => header('to'))).toEqual(Array(5).fill('victim@example.org'));
    const { errors } = await unchanged(world.service.owner, () => owner.set(NEW));
    expect(errors).toMatchObject([{ code: 'ADDRESS_CHANGED_TOO_OFTEN' }]);
    world.service.travelTo('2026-11-26T10:00:01Z');
    await owner.set('victim@example.org');
    await owner.set(null);
    await world.service.tick();
    expect(await world.emails()).toHaveLength(6);
  });

  test('whoever used up their changes on others removes nobody’s address unseen', async () => {
    const owner = owners[which];
    await owner.set(OLD);
    await useUpChanges();
    if (which === 'account') {
      expect((await owner.set(null)).errors).toEqual([]);
    } else {
      const { errors } = await unchanged(world.service.owner, () => owner.set(null));
      expect(errors).toMatchObject([{ code: 'ADDRESS_CHANGED_TOO_OFTEN' }]);
    }
    expect(await removalsLogged()).toBe(which === 'account' ? 1 : 0);
  });

  test('after a removal by somebody else the next address waits, however long ago that was', async () => {
    const owner = owners[which];
    await owner.set(OLD);
    await owner.set(null);
    await world.service.tick();
    world.service.travelTo('2027-02-25T10:00:00Z');
    await world.service.tick();
    expect(await rowsOf('select from mail_address_changes where old_address is not null')).toBe(0);
    const set = await owner.set(NEW);
    if (which === 'account') {
      expect(set).toEqual({ errors: [], shown: { email: like(NEW), pendingEmail: null } });
      return;
    }
    expect(set).toEqual({ errors: [], shown: { email: null, pendingEmail: like(NEW) } });
    const mails = await delivered();
    expect(Object.keys(mails)).toEqual([expect.stringMatching(PROOF)]);
    await press(linkIn(Object.values(mails)[0]!));
    expect(await owner.shown()).toEqual({ email: like(NEW), pendingEmail: null });
    // there is one again, and with it nothing left to keep
    world.service.travelTo('2027-03-25T10:00:00Z');
    await world.service.tick();
    expect(await world.count('mail_address_changes')).toBe(0);
  });

  test('removing counts at once and is told; the next address waits all the same', async () => {
    const owner = owners[which];
    await owner.set(OLD);
    expect((await owner.set(null)).errors).toEqual([]);
    expect(Object.keys(await delivered())).toEqual([
      `${OLD}: Wij sturen geen berichten meer naar dit e-mailadres`,
    ]);
    expect(await owner.set(NEW)).toMatchObject({ shown: { email: null, pendingEmail: like(NEW) } });
    const mails = await delivered();
    await press(linkIn(mails[Object.keys(mails).find((to) => PROOF.test(to))!]!));
    expect(await owner.shown()).toEqual({ email: like(NEW), pendingEmail: null });
  });

  test('a link works a week', async () => {
    const owner = owners[which];
    await owner.set(OLD);
    await owner.set(NEW);
    const mails = await delivered();
    const link = linkIn(mails[Object.keys(mails).find((to) => PROOF.test(to))!]!);
    world.service.travelTo('2026-12-02T22:30:00Z');
    expect((await get(link)).statusCode).toBe(200);
    world.service.travelTo('2026-12-02T23:30:00Z');
    expect((await unchanged(world.service.owner, () => press(link))).statusCode).toBe(410);
    expect(await owner.shown()).toEqual({ email: OLD, pendingEmail: null });
    world.service.travelTo('2026-12-09T10:00:01Z');
    await world.service.tick();
    expect(await world.count('mail_address_changes')).toBe(0);
  });

  test('six changes on a day are one too many, and none is kept of the last', async () => {
    const owner = owners[which];
    await owner.set(OLD);
    for (let time = 1; time <= 5; time++)
      expect((await owner.set(`a${time}@example.org`)).errors).toEqual([]);
    const { errors } = await unchanged(world.service.owner, () => owner.set('a6@example.org'));
    expect(errors).toMatchObject([{ code: 'ADDRESS_CHANGED_TOO_OFTEN' }]);
    world.service.travelTo('2026-11-26T10:00:01Z');
    expect((await owner.set('a6@example.org')).errors).toEqual([]);
  });
});

test('a parent’s own choice goes before the address that others recorded, once it is confirmed', async () => {
  await world.email(parent, OLD);
  const recipient = async () =>
    (await world.service.owner.query(`select address from mail_recipient('PERSON', $1)`, [parent])).rows[0]
      .address;
  const { data } = await world.service.ask('parent', SET_OWN, { input: { email: NEW } });
  // mail for the account went to the address of its person: this is a change
  expect(data.mailPreferencesSet.viewer.mailPreferences).toEqual({ email: null, pendingEmail: like(NEW) });
  expect(await recipient()).toBe(OLD);
  const mails = await delivered();
  await press(linkIn(mails[Object.keys(mails).find((to) => PROOF.test(to))!]!));
  expect(await recipient()).toBe(NEW.toLowerCase());
});

test('an account without an address keeps using that of its person: nobody is told that it was removed', async () => {
  await world.email(parent, OLD);
  const { data } = await world.service.ask('parent', SET_OWN, { input: { email: null } });
  expect(data.mailPreferencesSet.errors).toEqual([]);
  expect(await delivered()).toEqual({});
  expect(await world.count('mail_address_changes')).toBe(0);
});

test('an address that waits is seen by whoever sees the one before, and by nobody else', async () => {
  await owners.person.set(OLD);
  await owners.person.set(NEW);
  await owners.organisation.set(OLD);
  await owners.organisation.set(NEW);
  const SEEN =
    '{ people { nodes { contact { pendingEmail } } } organisations(filter: { search: "x" }) { totalCount } }';
  const own = await world.service.ask('coordinator', SEEN);
  expect(own.data.people.nodes).toEqual([{ contact: { pendingEmail: NEW } }]);
  const { rows } = await world.service.owner.query('select id from organisations where email = $1', [OLD]);
  const mailbox = `{ organisation(id: "${nodeId('Organisation', rows[0].id)}") { email pendingEmail } }`;
  expect((await world.service.ask('elsewhere', mailbox)).data.organisation).toEqual({
    email: OLD,
    pendingEmail: null,
  });
  expect((await world.service.ask('elsewhere', SEEN)).data.people.nodes).toEqual([]);
});

test('an address that a mail server refused before gets mail again once its reader followed the link', async () => {
  const { owner } = world.service;
  await owners.organisation.set(OLD);
  await owner.query(`select mark_undeliverable($1, 'EENVELOPE 550', '2026-11-24')`, [NEW]);
  await owners.organisation.set(NEW);
  expect(await rowsOf('select from undeliverable_addresses')).toBe(1);
  const proof = Object.entries(await delivered()).find(([name]) => PROOF.test(name))![1];
  expect(await rowsOf('select from undeliverable_addresses')).toBe(1);
  await press(linkIn(proof));
  expect(await rowsOf('select from undeliverable_addresses')).toBe(0);
});

test('a link that is not ours tells nothing and changes nothing', async () => {
  await owners.account.set(OLD);
  await owners.account.set(NEW);
  const mails = await delivered();
  const token = linkIn(Object.values(mails).find((body) => body.includes('token='))!).split('token=')[1]!;
  const bad = [
    '',
    'x',
    `${token}x`,
    token.slice(0, -1),
    `00000000-0000-7000-8000-000000000001.${token.split('.')[1]}`,
  ];
  const pages = await unchanged(world.service.owner, () =>
    Promise.all(
      bad.flatMap((each) => [get(`/mail/address?token=${each}`), press(`/mail/address?token=${each}`)]),
    ),
  );
  expect(new Set(pages.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  expect(pages[0]!.statusCode).toBe(404);
  for (const other of ['/seats/answer', '/mail/unsubscribe']) {
    expect((await unchanged(world.service.owner, () => get(`${other}?token=${token}`))).statusCode).toBe(404);
  }
  expect((await press(`/mail/address?token=${token}`)).statusCode).toBe(200);
});
