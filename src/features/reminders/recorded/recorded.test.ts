import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import type { WrittenEmail } from '../../../testing/mail/read-email.js';
import { currentText } from '../../ervaringsdeskundigen/consent/consent-text.js';

let world: MailWorld;
let region: string;
let made = 0;

beforeAll(async () => {
  world = await startMailWorld();
  region = await world.make.region('JZ06');
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: region });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.service.travelTo('2026-11-25T10:00:00Z');
  await world.service.tick();
  await world.forgetEmails();
});

async function ask(query: string, variables: object, as = 'coordinator') {
  const { data, errors } = await world.service.ask(as, query, variables);
  expect(errors).toBeUndefined();
  return data;
}
const rows = async (sql: string, values: unknown[] = []) =>
  (await world.service.owner.query(sql, values)).rows;

const CREATE =
  'mutation($input: PersonCreateInput!) { personCreate(input: $input) { person { id } errors { code } } }';

interface Parent {
  readonly id: string;
  readonly node: string;
  readonly address: string | null;
}
/** Somebody whom the coordinator records. */
async function recorded(withAddress = true): Promise<Parent> {
  const address = withAddress ? `ouder-${++made}@example.org` : null;
  const input = {
    regionId: nodeId('Region', region),
    name: { givenName: 'Anna', familyName: `Koolmees ${++made}` },
    perspectives: ['OUDER'],
    contact: { email: address },
  };
  const { personCreate } = await ask(CREATE, { input });
  expect(personCreate.errors).toEqual([]);
  const [person] = await rows('select id from people order by created_at desc, id desc limit 1');
  return { id: person!.id, node: personCreate.person.id, address };
}
/** Something else that is to leave, and is due before the notice. */
async function otherMail(personId: string): Promise<void> {
  const network = await world.make.network(region);
  await world.make.membership(network, personId);
  await world.service.owner.query(
    `insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, made_at, due_at)
     values (gen_random_uuid(), 'NETWORK_CONTACT', 'PERSON', $1, $2, jsonb_build_object('outcome', 'ASKED', 'self', $1::uuid),
       '2026-11-20', '2026-11-20')`,
    [personId, network],
  );
}
/** To being reached by their network, on the telephone. */
async function saidYes({ node }: Parent): Promise<void> {
  const { networkContactGive } = await ask(
    `mutation($input: NetworkContactGiveInput!) { networkContactGive(input: $input) { errors { code } } }`,
    { input: { personId: node, textVersion: '2026-12-netwerk', channel: 'PHONE' } },
  );
  expect(networkContactGive.errors).toEqual([]);
}
/** The mails to an address that have left by now. */
async function sentTo({ address }: Parent): Promise<WrittenEmail[]> {
  await world.service.tick();
  return (await world.emails()).filter(({ header }) => header('to') === address);
}
const told = async ({ id }: Parent) =>
  (await rows('select source, told_on::text, told_by from recorded_notices where person_id = $1', [id]))[0];

test('whoever a coordinator records is told all of article 14, before any other mail', async () => {
  const parent = await recorded();
  await otherMail(parent.id);
  expect(await told(parent)).toEqual({ source: 'COORDINATOR', told_on: null, told_by: null });
  const [one, two, ...others] = await sentTo(parent);
  expect(others).toEqual([]);
  const subjects = [one, two].map((email) => email!.header('subject'));
  expect(subjects.sort()).toEqual([
    'Mag uw netwerk u mailen en bellen?',
    'Uw gegevens staan bij Alkmaar (Noord-Kennemerland)',
  ]);
  const notice = [one, two].find((email) => email!.header('subject')!.startsWith('Uw gegevens'))!;
  for (const words of [
    'Op 25 november 2026 heeft een coördinator van Alkmaar (Noord-Kennemerland) u ingeschreven.',
    'om oudernetwerken te ondersteunen',
    'gerechtvaardigd belang',
    'hoogstens 24 maanden',
    'bezwaar maken',
    'Autoriteit Persoonsgegevens',
    'Met dit bericht vragen wij u niets.',
    'uw e-mailadres',
    'dat u lid bent van',
  ]) {
    expect(notice.body).toContain(words);
  }
  expect(notice.body).not.toContain('uw telefoonnummer');
  expect(await told(parent)).toEqual({ source: 'COORDINATOR', told_on: '2026-11-25', told_by: 'MAIL' });
  await world.service.tick();
  expect(await rows(`select from mails where recipient_id = $1`, [parent.id])).toHaveLength(2);
});

test('in the night neither leaves, and in the morning both do', async () => {
  const parent = await recorded();
  await otherMail(parent.id);
  await world.service.owner.query(
    `update mails set due_at = '2026-11-25T23:00:00Z' where recipient_id = $1`,
    [parent.id],
  );
  world.service.travelTo('2026-11-25T23:10:00Z');
  expect(await sentTo(parent)).toEqual([]);
  world.service.travelTo('2026-11-26T09:00:00Z');
  expect(await sentTo(parent)).toHaveLength(2);
});

test('without an address: a letter to print, and what else there is to say only once that was sent', async () => {
  const parent = await recorded(false);
  // their yes is confirmed to them, on paper too
  await saidYes(parent);
  expect(await sentTo(parent)).toEqual([]);
  const tasks = () =>
    rows(
      `select t.id, t.kind, m.kind as mail from person_tasks t join mails m on m.id = t.mail_id
       where t.person_id = $1 and t.done_on is null`,
      [parent.id],
    );
  const [task, ...others] = await tasks();
  expect(others).toEqual([]);
  expect(task).toMatchObject({ kind: 'LETTER', mail: 'RECORDED' });
  const id = nodeId('PersonTask', task!.id);
  const opened = await ask(
    'mutation($id: ID!) { personLetterOpen(input: { taskId: $id }) { url errors { code } } }',
    { id },
  );
  const { pathname, search } = new URL(opened.personLetterOpen.url);
  const { body } = await world.service.app.inject(pathname + search);
  expect(body).toContain('Autoriteit Persoonsgegevens');
  await ask('mutation($id: ID!) { personTaskDone(input: { id: $id }) { errors { code } } }', { id });
  expect(await told(parent)).toMatchObject({ told_on: '2026-11-25', told_by: 'LETTER' });
  await world.service.tick();
  expect(await tasks()).toMatchObject([{ kind: 'LETTER', mail: 'NETWORK_CONTACT' }]);
});

test('mail that would leave otherwise is refused by the database', async () => {
  const parent = await recorded();
  await otherMail(parent.id);
  await expect(
    rows(`update mails set sent_at = now() where recipient_id = $1 and kind = 'NETWORK_CONTACT'`, [
      parent.id,
    ]),
  ).rejects.toThrow('was not told yet');
});

test('nobody finds them before, though they said yes', async () => {
  const parent = await recorded();
  const profile = await new ProfileMakers(world.service.owner).profile(parent.id, null);
  const given = await ask(
    'mutation($input: FindableConsentGiveInput!) { findableConsentGive(input: $input) { errors { code } } }',
    {
      input: {
        ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', profile),
        scopes: ['REGION'],
        textVersion: currentText(['REGION'])!.version,
        until: '2027-06-30',
        channel: 'PHONE',
      },
    },
  );
  expect(given.findableConsentGive.errors).toEqual([]);
  const until = async () =>
    (
      await rows('select findable_until::text as until from ervaringsdeskundigen where id = $1', [profile])
    )[0]!.until;
  expect(await until()).toBeNull();
  await world.service.tick();
  expect(await until()).toBe('2027-06-30');
});

test('how they are reached, and lists, are for their region alone until then', async () => {
  const parent = await recorded();
  const trekker = await world.make.person(region);
  const network = await world.make.network(region, { activeFrom: '2026-01-01', ledBy: trekker });
  await world.make.membership(network, parent.id);
  await world.make.account(`trekker ${made}`, { personId: trekker });
  await saidYes(parent);
  const MEMBERS =
    'query($id: ID!) { oudernetwerk(id: $id) { members { nodes { person { contact { email } } } } } }';
  const seenBy = async (who: string) => {
    const { oudernetwerk } = await ask(MEMBERS, { id: nodeId('Oudernetwerk', network) }, who);
    return oudernetwerk.members.nodes[0].person.contact?.email ?? null;
  };
  const listed = async () => {
    const { listExport } = await ask(
      `mutation($input: ListExportInput!) { listExport(input: $input) { url errors { code } } }`,
      {
        input: {
          kind: 'MEMBERS',
          purpose: 'WRITE',
          format: 'CSV',
          filter: { oudernetwerkId: nodeId('Oudernetwerk', network) },
        },
      },
    );
    const { pathname, search } = new URL(listExport.url);
    return (await world.service.app.inject(pathname + search)).body.includes(parent.address!);
  };
  expect([await seenBy(`trekker ${made}`), await seenBy('coordinator'), await listed()]).toEqual([
    null,
    parent.address,
    false,
  ]);
  await world.service.tick();
  expect([await seenBy(`trekker ${made}`), await listed()]).toEqual([parent.address, true]);
});

test('whoever leads a network, or has a seat, hears that this is kept', async () => {
  const [parent, another] = [await recorded(), await recorded()];
  await world.make.trekkerschap(await world.make.network(region), parent.id, '[2026-01-01,)');
  const seats = new SeatMakers(world.service.owner);
  await seats.appointment(await seats.seat(await seats.body(region)), another.id);
  const notice = async (to: Parent) =>
    (await sentTo(to)).find(({ header }) => header('subject')!.startsWith('Uw gegevens'))!.body;
  const [leads, sits] = [await notice(parent), await notice(another)];
  expect(leads).toContain('dat u een oudernetwerk leidt of leidde');
  expect(leads).not.toContain('lid bent');
  expect(sits).toContain('dat u in een adviesgroep zit of zat');
});

test('a rooster that is taken along names them once they were told', async () => {
  const parent = await recorded();
  const seats = new SeatMakers(world.service.owner);
  const body = await seats.body(region);
  await seats.appointment(await seats.seat(body), parent.id, '[2026-01-01,)', '2028-12-31');
  const input = { bodyId: nodeId('AdvisoryBody', body), format: 'ICS', fromYear: 2026, toYear: 2030 };
  const names = async () => {
    const { retirementScheduleExport } = await ask(
      `mutation($input: RetirementScheduleExportInput!) { retirementScheduleExport(input: $input) { url } }`,
      { input },
    );
    const { pathname, search } = new URL(retirementScheduleExport.url);
    return (await world.service.app.inject(pathname + search)).body
      .replace(/\r\n /g, '')
      .includes('Koolmees');
  };
  expect(await names()).toBe(false);
  await world.service.tick();
  expect(await names()).toBe(true);
});

test('a newcomer whom a supporter adds hears that it was somebody who helps the network', async () => {
  const network = await world.make.network(region, { name: 'Ouders Noord' });
  const organisation = await world.make.organisation(region);
  await world.make.support(network, organisation);
  await world.make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  const newcomer = {
    name: { givenName: 'Bert', familyName: 'Pimpelmees' },
    perspectives: ['OUDER'],
    contact: { email: 'bert@example.org' },
  };
  const { membershipStart } = await ask(
    'mutation($input: MembershipStartInput!) { membershipStart(input: $input) { errors { code } } }',
    { input: { oudernetwerkId: nodeId('Oudernetwerk', network), from: '2026-11-25', newcomer } },
    'supporter',
  );
  expect(membershipStart.errors).toEqual([]);
  await world.service.tick();
  const [email] = (await world.emails()).filter(({ header }) => header('to') === 'bert@example.org');
  expect(email!.body).toContain('iemand die Ouders Noord helpt u daar ingeschreven');
});

/** A list of parents, recorded; the id of the import. */
async function imported(lines: readonly string[]): Promise<string> {
  const { importStart } = await ask(
    'mutation($input: ImportStartInput!) { importStart(input: $input) { import { id } url } }',
    { input: { kind: 'PEOPLE', regionId: nodeId('Region', region) } },
  );
  const { pathname, search } = new URL(importStart.url);
  const payload = Buffer.from(lines.join('\n'));
  await world.service.app.inject({ method: 'PUT', url: pathname + search, payload });
  await world.service.settled();
  const { id } = importStart.import;
  await ask('mutation($id: ID!) { importApply(input: { id: $id }) { errors { code } } }', { id });
  await world.service.settled();
  return id;
}

test('whoever came in with a list hears of the list', async () => {
  await imported(['Naam;E-mail', 'Carla Kuifmees;carla@example.org', 'Dirk Zwartmees;']);
  await world.service.tick();
  const [email, ...others] = await world.emails();
  expect(others).toEqual([]);
  expect(email!.body).toContain('een lijst met ouders verwerkt waar u op stond');
  const tasks = await rows(
    `select d.display_name as name from person_tasks t join person_details d on d.person_id = t.person_id
     where t.kind = 'LETTER' and d.family_name = 'Zwartmees'`,
  );
  expect(tasks).toEqual([{ name: 'Dirk Zwartmees' }]);
});

test('nobody hears of a list that was taken back before, and a letter that waits does not keep them on record', async () => {
  const id = await imported(['Naam;E-mail', 'Els Bonte;els@example.org']);
  const other = await imported(['Naam;E-mail', 'Frits Roodborst;']);
  const undo = (which: string) =>
    ask('mutation($id: ID!) { importUndo(input: { id: $id }) { errors { code } } }', { id: which });
  await undo(id);
  await world.service.settled();
  await world.service.tick();
  expect(await world.emails()).toEqual([]);
  await undo(other);
  await world.service.settled();
  await world.service.tick();
  const left = await rows(`select from person_details where family_name in ('Bonte', 'Roodborst')`);
  expect(left).toEqual([]);
});

test('whoever died is not written to, and what fails for days is made anew', async () => {
  const [dead, unlucky] = [await recorded(), await recorded()];
  await ask(`mutation($input: PersonDepartInput!) { personDepart(input: $input) { errors { code } } }`, {
    input: { id: dead.node, kind: 'DECEASED' },
  });
  await world.service.tick();
  await world.forgetEmails();
  await world.service.owner.query(
    `update recorded_notices set told_on = null, told_by = null where person_id = $1`,
    [unlucky.id],
  );
  await world.service.owner.query(`update mails set sent_at = null, attempts = 12 where recipient_id = $1`, [
    unlucky.id,
  ]);
  expect(await sentTo(unlucky)).toHaveLength(1);
  expect(await rows('select from mails where recipient_id = $1', [dead.id])).toEqual([]);
});
