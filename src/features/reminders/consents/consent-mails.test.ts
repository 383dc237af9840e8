import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import type { WrittenEmail } from '../../../testing/mail/read-email.js';
import { currentText } from '../../ervaringsdeskundigen/consent/consent-text.js';

let world: MailWorld;
let region: string;
let made = 0;
/** of the parent of this test */
let person: string;
let profile: string;
let parent: string;
let address: string;

beforeAll(async () => {
  world = await startMailWorld();
  region = await world.make.region('JZ06');
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: region });
});
afterAll(() => world.close());

beforeEach(async () => {
  world.service.travelTo('2026-11-25T10:00:00Z');
  parent = `ouder ${++made}`;
  address = `ouder-${made}@example.org`;
  person = await world.make.person(region, { given: 'Quirine', family: 'Proefpersoon' });
  profile = await new ProfileMakers(world.service.owner).profile(person, null);
  await world.make.account(parent, { personId: person });
  await world.email(person, address);
});

async function ask(as: string, mutation: string, input: object): Promise<string[]> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
  const ervaringsdeskundigeId = nodeId('Ervaringsdeskundige', profile);
  const { data, errors } = await world.service.ask(as, query, { input: { ervaringsdeskundigeId, ...input } });
  if (errors) return errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);
  return data.done.errors.map(({ code }: { code: string }) => code);
}
async function give(as: string, scopes: Parameters<typeof currentText>[0], more: object = {}): Promise<void> {
  const input = { scopes, textVersion: currentText(scopes)!.version, until: '2028-06-30', ...more };
  expect(await ask(as, 'findableConsentGive', input)).toEqual([]);
}
async function withdraw(as: string, more: object = {}): Promise<void> {
  expect(await ask(as, 'findableConsentWithdraw', more)).toEqual([]);
}
/** What this parent was mailed about consent, in the order of time, once that is sent that is due. */
async function mailed(at = '2026-11-25T10:05:00Z'): Promise<WrittenEmail[]> {
  world.service.travelTo(at);
  await world.service.tick();
  const emails = await world.emails();
  return emails.filter(({ name, header }) => name.includes('-consent-recorded-') && header('to') === address);
}
/** What is kept of mails about this parent. */
async function kept(): Promise<{ sent_at: Date | null; last_error: string | null }[]> {
  const { rows } = await world.service.owner.query(
    'select sent_at, last_error from mails where ervaringsdeskundige_id = $1',
    [profile],
  );
  return rows;
}
const nameOf = async (id: string): Promise<string> =>
  (await world.service.owner.query('select name from regions where id = $1', [id])).rows[0].name;
/** The text alone: its first part. */
const said = ({ body }: WrittenEmail) => body.slice(0, body.indexOf('<html'));

test('a coordinator records it: the parent reads what, by whose role, how, until when, and what to do about it', async () => {
  const { owner } = world.service;
  const office = await world.make.organisation(region);
  const { rows } = await owner.query(
    `update regions set coordinating_organisation_id = $1 where code = 'JZ06'
     returning (select name from organisations where id = $1)`,
    [office],
  );
  await give('coordinator', ['COUNTRY', 'PARTNER_APPS'], { channel: 'PAPER' });
  const [email, ...others] = await mailed();
  expect(others).toEqual([]);
  expect(email!.header('to')).toBe(address);
  expect(email!.header('subject')).toBe('Iemand anders heeft uw toestemming vastgelegd');
  const text = said(email!);
  for (const sentence of [
    'Een coördinator van de regio Alkmaar (Noord-Kennemerland) heeft op 25 november 2026 vastgelegd dat u vanaf die dag gevonden wilt worden',
    'Volgens de coördinator hebt u daarvoor een papier getekend.',
    'Dit geldt nu, tot en met 30 juni 2028: u bent te vinden voor groepen in het hele land. Ook apps van andere organisaties mogen u vinden.',
    'Trekt u die zelf in, dan kan niemand anders die opnieuw vastleggen.',
    `vraag het dan aan de coördinator van uw regio of aan ${rows[0].name}.`,
  ]) {
    expect(text).toContain(sentence);
  }
  expect(text).not.toContain('Quirine');
  // it is no reminder that one subscribes to
  expect(email!.header('list-unsubscribe')).toBeNull();
  expect(await mailed('2026-11-26T10:00:00Z')).toHaveLength(1);
});

test.each([
  [['REGION'], 'PHONE', 'in uw eigen regio, en voor geen andere. Apps van andere organisaties mogen u niet'],
  [['REGION_AND_AGREEMENTS'], 'PAPER', 'en ook voor groepen uit andere regio’s'],
] as const)('%j, heard by %s: %s', async (scopes, channel, words) => {
  await give('coordinator', [...scopes], { channel });
  expect(said((await mailed())[0]!)).toContain(words);
});

test('a parent who gave it hears that it was narrowed, and that it was withdrawn', async () => {
  await give(parent, ['COUNTRY']);
  expect(await mailed()).toEqual([]);
  await give('coordinator', ['REGION'], { channel: 'PHONE' });
  const [narrowed] = await mailed('2026-11-25T11:00:00Z');
  expect(said(narrowed!)).toContain('in uw eigen regio, en voor geen andere');
  await world.forgetEmails();
  await withdraw('coordinator', { channel: 'IN_PERSON' });
  const [withdrawn, ...others] = await mailed('2026-11-25T12:00:00Z');
  expect(others).toEqual([]);
  expect(withdrawn!.header('subject')).toBe('Iemand anders heeft uw toestemming ingetrokken');
  expect(said(withdrawn!)).toContain('vastgelegd dat u vanaf die dag niet meer gevonden wilt worden');
  expect(said(withdrawn!)).toContain('Volgens de coördinator hebt u dat in een gesprek gezegd.');
  expect(said(withdrawn!)).toContain('niemand kan u vinden');
  expect(said(withdrawn!)).toContain(
    'Trek uw toestemming dan ook zelf in: daarna kan niemand anders die opnieuw vastleggen.',
  );
});

test('in English for whoever reads that', async () => {
  await world.service.owner.query(`update accounts set locale = 'en' where subject = $1`, [parent]);
  await give('coordinator', ['REGION'], { channel: 'PHONE' });
  const [email] = await mailed();
  expect(email!.header('subject')).toBe('Somebody else recorded your consent');
  expect(said(email!)).toContain('until 30 June 2028: you can be found for bodies in your own region');
});

test('what somebody did themselves is not mailed, and what is refused neither', async () => {
  await give(parent, ['COUNTRY']);
  await withdraw(parent);
  const refused = { scopes: ['REGION'], textVersion: currentText(['REGION'])!.version, channel: 'PAPER' };
  expect(await ask('coordinator', 'findableConsentGive', refused)).toEqual(['WIDER_THAN_GIVEN']);
  // a coordinator who is an ervaringsdeskundige too
  await world.make.account('both', { role: 'COORDINATOR', regionId: region, personId: person });
  await give('both', ['REGION']);
  expect(await mailed()).toEqual([]);
  expect(await kept()).toEqual([]);
});

test('several before it leaves are one mail, which tells what holds when it leaves', async () => {
  world.service.travelTo('2026-11-25T22:00:00Z');
  await give('coordinator', ['COUNTRY', 'PARTNER_APPS'], { channel: 'PAPER' });
  await withdraw('coordinator', { channel: 'PHONE' });
  await give('coordinator', ['REGION'], { channel: 'PHONE' });
  // these are quiet hours
  expect(await mailed('2026-11-25T22:30:00Z')).toEqual([]);
  await give(parent, ['REGION_AND_AGREEMENTS'], { until: '2027-01-31' });
  const [email, ...others] = await mailed('2026-11-26T08:00:00Z');
  expect(others).toEqual([]);
  expect(said(email!)).toContain('Volgens de coördinator hebt u dat aan de telefoon gezegd.');
  expect(said(email!)).toContain('tot en met 31 januari 2027: u bent te vinden voor groepen in uw eigen');
  expect(said(email!)).toContain('en ook voor groepen uit andere regio’s');
  expect(await mailed('2026-11-27T08:00:00Z')).toHaveLength(1);
});

test('unsubscribed from reminders: it comes all the same, as it is an affair of their own', async () => {
  await world.service.owner.query(
    `insert into mail_preferences (id, account_id, reminders) select gen_random_uuid(), id, false from accounts
     where subject = $1`,
    [parent],
  );
  await give('coordinator', ['REGION'], { channel: 'PHONE' });
  expect(await mailed()).toHaveLength(1);
});

const UPDATE = `mutation ($input: PersonUpdateInput!) { personUpdate(input: $input) { errors { code } } }`;
/** A coordinator sets or removes the address. */
async function setEmail(email: string | null): Promise<void> {
  const input = { id: nodeId('Person', person), patch: { contact: { email } } };
  const { data } = await world.service.ask('coordinator', UPDATE, { input });
  expect(data.personUpdate.errors).toEqual([]);
}

test.each([
  ['no address', 'delete from person_contacts where email = $1'],
  ['an address that is refused', `select mark_undeliverable($1, 'EENVELOPE 550', '2026-11-24')`],
])('%s: it goes to nobody else, and waits, however long', async (_what, sql) => {
  await world.service.owner.query(sql, [address]);
  await world.accountEmail('coordinator', 'coordinator@example.org');
  await give('coordinator', ['REGION'], { channel: 'PHONE' });
  for (let day = 26; day <= 30; day += 1) {
    for (const hour of ['08', '12', '16', '20']) {
      expect(await mailed(`2026-11-${day}T${hour}:10:00Z`)).toEqual([]);
    }
  }
  expect(await kept()).toEqual([{ sent_at: null, last_error: 'NOBODY' }]);
  address = `ander-${made}@example.org`;
  await setEmail(address);
  await world.service.owner.query(
    `update mail_address_changes set outcome = 'CONFIRMED' where person_id = $1`,
    [person],
  );
  await world.email(person, address);
  expect(await mailed('2026-12-02T12:00:00Z')).toHaveLength(1);
  expect(await mailed('2026-12-03T12:00:00Z')).toHaveLength(1);
});

test('a coordinator who removes the address for as long as the mail takes keeps nothing from the parent', async () => {
  await setEmail(null);
  await give('coordinator', ['COUNTRY', 'PARTNER_APPS'], { channel: 'PAPER' });
  expect(await mailed()).toEqual([]);
  await setEmail(address);
  const [email, ...others] = await mailed('2026-11-25T10:06:00Z');
  expect(others).toEqual([]);
  expect(said(email!)).toContain('u bent te vinden voor groepen in het hele land');
});

test('an own address for mail is one too: what waited leaves', async () => {
  await world.service.owner.query('delete from person_contacts where person_id = $1', [person]);
  await give('coordinator', ['REGION'], { channel: 'PHONE' });
  expect(await mailed()).toEqual([]);
  const SET = `mutation ($input: MailPreferencesSetInput!) { mailPreferencesSet(input: $input) { errors { code } } }`;
  const { data } = await world.service.ask(parent, SET, { input: { email: address } });
  expect(data.mailPreferencesSet.errors).toEqual([]);
  expect(await mailed('2026-11-25T10:06:00Z')).toHaveLength(1);
});

test('an address whose reader followed the link is one too: what waited leaves at once', async () => {
  await setEmail(null);
  await give('coordinator', ['REGION'], { channel: 'PHONE' });
  address = `ander-${made}@example.org`;
  await setEmail(address);
  expect(await mailed()).toEqual([]);
  const proof = (await world.emails()).find(({ header }) => header('to') === address)!;
  const link = /https:\/\/okn\.example(\/mail\/address\?token=[\w.-]+)/.exec(proof.body)![1]!;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await world.service.app.inject({ method: 'POST', url: link, headers, payload: '' });
  expect(await mailed('2026-11-25T10:06:00Z')).toHaveLength(1);
});

test('an address that waits for its reader gets nothing: the one before does', async () => {
  await setEmail('nieuw@example.org');
  await give('coordinator', ['REGION'], { channel: 'PHONE' });
  expect((await mailed()).map(({ header }) => header('to'))).toEqual([address]);
});

test('it names the region that the coordinator is for; of several, the nearest to the parent', async () => {
  const { owner } = world.service;
  await owner.query(
    `update regions set parent_id = (select id from regions where code = 'JZ22') where code = 'JZ06'`,
  );
  const above = await world.make.region('JZ22');
  await world.make.account('above', { role: 'COORDINATOR', regionId: above });
  await give('above', ['REGION'], { channel: 'PHONE' });
  expect(said((await mailed())[0]!)).toContain(`van de regio ${await nameOf(above)} heeft`);
  await world.forgetEmails();
  await world.make.account('everywhere', { role: 'COORDINATOR', regionId: above });
  await owner.query(
    `insert into account_roles (id, account_id, role, region_id, period)
     select gen_random_uuid(), id, 'COORDINATOR', $1, '[2020-01-01,)' from accounts where subject = 'everywhere'`,
    [region],
  );
  await give('everywhere', ['REGION'], { channel: 'PHONE' });
  expect(said((await mailed())[0]!)).toContain('van de regio Alkmaar (Noord-Kennemerland) heeft');
});
