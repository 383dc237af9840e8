import { nodeId } from '../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../testing/mail/mail-world.js';
import { dayOf, expectStoredIsFresh } from '../../testing/stored-is-fresh.js';
import { unchanged } from '../../testing/unchanged.js';

let world: MailWorld;
let trekker: string;

beforeEach(async () => {
  world = await startMailWorld();
  const region = await world.make.region('JZ06');
  trekker = await world.make.person(region, { given: 'Quirine', family: 'Proefpersoon' });
  await world.make.network(region, { name: 'Netwerk Noord', activeFrom: '2026-01-01', ledBy: trekker });
  await world.email(trekker, 'quirine@example.org');
});
afterEach(() => world.close());

const owner = () => world.service.owner;
const plan = (on: string) =>
  owner().query(`update trekkerschappen set planned_end_on = $1, planned_end_reason = 'MOVED'`, [on]);

/** The address of the page that the reminder leads to. */
async function asked(on = '2026-12-01T11:00:00Z'): Promise<string> {
  world.service.travelTo(on);
  await world.service.tick();
  const email = (await world.emails()).find(({ body }) => body.includes('Klopt dat? https'))!;
  expect(email.header('to')).toBe('quirine@example.org');
  return /https:\/\/okn\.example(\/mail\/check\?token=[\w.-]+)/.exec(email.body)![1]!;
}
const look = (url: string) => world.service.app.inject(url);
const answer = (url: string, payload: string) =>
  world.service.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  });
async function held() {
  const { rows } = await owner().query(
    'select planned_end_on::text as on, planned_end_reason as reason from trekkerschappen',
  );
  return rows[0];
}

test('opening the page changes nothing, without an account', async () => {
  await plan('2027-02-28');
  const url = await asked();
  const page = await unchanged(owner(), () => look(url));
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Volgens onze gegevens is 28 februari 2027 uw laatste dag als trekker.');
  expect(page.body).not.toContain('Quirine');
});

test('it is right: thanks, and it is asked no more', async () => {
  await plan('2027-02-28');
  const url = await asked();
  const done = await answer(url, 'answer=yes');
  expect([done.statusCode, /Dank u wel\./.test(done.body)]).toEqual([200, true]);
  expect(await held()).toEqual({ on: '2027-02-28', reason: 'MOVED' });
  const again = await unchanged(owner(), () => answer(url, 'answer=no&on=2027-05-31'));
  expect(again.body).toContain('Deze vraag is al beantwoord.');
});

test('it is answered also where the clock that made the mail was ahead', async () => {
  await plan('2027-02-28');
  const url = await asked();
  world.service.travelTo('2026-12-01T10:59:59Z');
  const done = await answer(url, 'answer=yes');
  expect([done.statusCode, /Dank u wel\./.test(done.body)]).toEqual([200, true]);
});

test('it is not right, namely: the day that they say counts, and every assessment with it', async () => {
  await plan('2027-02-28');
  const url = await asked();
  expect((await answer(url, 'answer=no&on=2028-05-31')).statusCode).toBe(200);
  expect(await held()).toEqual({ on: '2028-05-31', reason: 'MOVED' });
  await expectStoredIsFresh(world.service, dayOf('2026-12-01T11:00:00Z'));
  const { rows } = await owner().query(`select expected_on::text as on, driver from expected_ends`);
  expect(rows).toEqual([{ on: '2028-05-31', driver: 'PLANNED' }]);
});

test('an expectation that they confirm is a plan from then on', async () => {
  await world.make.schoolTie(trekker);
  const url = await asked('2027-09-06T11:00:00Z');
  await answer(url, 'answer=yes');
  expect(await held()).toEqual({ on: '2028-07-31', reason: 'CHILD_LEFT_SCHOOL' });
});

test('a school tie is confirmed, or gets the last school day that they say', async () => {
  const tie = await world.make.schoolTie(trekker, '2025-11-01');
  const url = await asked();
  expect((await look(url)).body).toContain('is 31 juli 2028 de laatste schooldag van uw kind op deze school');
  expect((await answer(url, 'answer=no&on=2027-07-16')).statusCode).toBe(200);
  const { rows } = await owner().query(
    'select confirmed_on::text as confirmed, stated_exit::text as exit from school_ties where id = $1',
    [tie],
  );
  expect(rows).toEqual([{ confirmed: '2026-12-01', exit: '2027-07-16' }]);
});

test('of an end on record they may say another day, and the network stays somebody’s', async () => {
  await owner().query(
    `update trekkerschappen set period = '[2026-01-01,2027-03-01)', end_reason = 'PERSONAL';
     insert into caretakerships (id, oudernetwerk_id, region_id, organisation_id, period, standby)
     select gen_random_uuid(), n.id, n.region_id, o.id, '[2027-03-01,)', true from oudernetwerken n
     cross join (select coordinating_organisation_id as id from regions where code = 'NL') o`,
  );
  const url = await asked();
  expect((await answer(url, 'answer=no&on=2027-05-31')).statusCode).toBe(200);
  const { rows } = await owner().query(
    'select upper(t.period)::text as until, lower(c.period)::text as after from trekkerschappen t, caretakerships c',
  );
  expect(rows).toEqual([{ until: '2027-06-01', after: '2027-06-01' }]);
});

test.each([
  ['answer=no', 'Kies een dag'],
  ['answer=no&on=31-05-2027', 'Kies een dag'],
  ['answer=no&on=2027-02-30', 'Kies een dag'],
  ['answer=no&on=2099-01-01', 'Kies een dag van'],
  ['answer=no&on=2026-11-30', 'Kies een dag vanaf vandaag'],
])('%s is refused, and changes nothing', async (form, said) => {
  await plan('2027-02-28');
  const url = await asked();
  const refused = await unchanged(owner(), () => answer(url, form));
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('role="alert"');
  expect(refused.body).toContain(said);
});

test('a question that is over says so kindly: another day, too long ago, or no longer a trekker', async () => {
  await plan('2027-02-28');
  const url = await asked();
  const isOver = async () => {
    const page = await unchanged(owner(), () => answer(url, 'answer=yes'));
    expect([page.statusCode, page.body.includes('Deze vraag is niet meer nodig')]).toEqual([410, true]);
  };
  await plan('2027-03-31');
  await world.service.tick();
  await isOver();
  await plan('2027-02-28');
  await world.service.tick();
  world.service.travelTo('2027-02-01T11:00:00Z');
  await isOver();
});

test('what is corrected meanwhile is asked all the same, of whoever it was', async () => {
  await plan('2027-02-28');
  const url = await asked();
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: await world.make.region('JZ06') });
  const correct = async (patch: object) => {
    const { rows } = await owner().query('select id from trekkerschappen');
    const query = `mutation($input: TrekkerschapCorrectInput!) { trekkerschapCorrect(input: $input) { errors { code } } }`;
    const input = { id: nodeId('Trekkerschap', rows[0].id), reason: 'Vergissing', patch };
    const { data } = await world.service.ask('coordinator', query, { input });
    expect(data.trekkerschapCorrect.errors).toEqual([]);
  };
  await correct({ from: '2026-01-02' });
  expect((await look(url)).statusCode).toBe(200);
  expect((await answer(url, 'answer=no&on=2028-05-31')).statusCode).toBe(200);
  expect(await held()).toEqual({ on: '2028-05-31', reason: 'MOVED' });

  await plan('2027-05-31');
  await world.forgetEmails();
  const other = await asked('2026-12-02T11:00:00Z');
  await correct({ personId: nodeId('Person', await world.make.person(await world.make.region('JZ06'))) });
  const page = await unchanged(owner(), () => answer(other, 'answer=yes'));
  expect(page.statusCode).toBe(410);
});

test('who went on in another role answers for that one', async () => {
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: await world.make.region('JZ06') });
  const tenure = async () =>
    (
      await owner().query(
        `select lower(period)::text as from, planned_end_on::text as on, planned_end_reason as reason
         from trekkerschappen order by period`,
      )
    ).rows;
  const changeRole = async (on: string) => {
    const { rows } = await owner().query('select id, role from trekkerschappen order by period desc');
    const query = `mutation($input: TrekkerschapChangeRoleInput!) { trekkerschapChangeRole(input: $input) { errors { code } } }`;
    const role = rows[0].role === 'TREKKER' ? 'CO_TREKKER' : 'TREKKER';
    const input = { id: nodeId('Trekkerschap', rows[0].id), role, on };
    const { data } = await world.service.ask('coordinator', query, { input });
    expect(data.trekkerschapChangeRole.errors).toEqual([]);
  };
  world.service.travelTo('2028-10-02T08:00:00Z');
  await changeRole('2028-10-02');
  const url = await asked('2028-10-02T11:00:00Z');
  expect((await look(url)).body).toContain('is 31 december 2028 uw laatste dag als trekker');
  expect((await answer(url, 'answer=yes')).body).toContain('Dank u wel.');
  const first = { from: '2026-01-01', on: null, reason: null };
  const said = { from: '2028-10-02', on: '2028-12-31', reason: 'TERM_COMPLETED' };
  expect(await tenure()).toEqual([first, said]);

  await owner().query('update mails set answered_at = null');
  expect((await answer(url, 'answer=no&on=2028-11-30')).statusCode).toBe(200);
  expect(await tenure()).toEqual([first, { ...said, on: '2028-11-30' }]);
});

test('who goes on for longer than the guideline is asked about the day that they said, and not about the guideline', async () => {
  const url = await asked('2028-10-02T11:00:00Z');
  expect((await look(url)).body).toContain('is 31 december 2028 uw laatste dag als trekker');
  await answer(url, 'answer=no&on=2029-06-30');
  await world.forgetEmails();
  world.service.travelTo('2028-12-04T11:00:00Z');
  await world.service.tick();
  expect((await world.emails()).filter(({ body }) => body.includes('Klopt dat?'))).toEqual([]);
  expect((await look(await asked('2029-01-15T11:00:00Z'))).body).toContain('is 30 juni 2029 uw laatste dag');
});

test('a link to what is not kept any more is over, and no 404', async () => {
  await plan('2027-02-28');
  const url = await asked();
  await owner().query('delete from mails');
  expect((await look(url)).statusCode).toBe(410);
  expect((await answer(url, 'answer=yes')).statusCode).toBe(410);
});

test('a link that is not ours, or is of another kind, tells nothing', async () => {
  await plan('2027-02-28');
  const url = await asked();
  expect((await look(`${url}x`)).statusCode).toBe(404);
  const unsubscribe = (await world.emails())[0]!.header('list-unsubscribe')!;
  const token = /token=([\w.-]+)/.exec(unsubscribe)![1]!;
  expect((await look(`/mail/check?token=${token}`)).statusCode).toBe(404);
});

test('nobody else is asked whether it is right', async () => {
  await plan('2027-02-28');
  await owner().query('delete from person_contacts');
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: await world.make.region('JZ06') });
  await world.accountEmail('coordinator', 'coordinator@example.org');
  world.service.travelTo('2026-12-01T11:00:00Z');
  await world.service.tick();
  for (const { body } of await world.emails()) expect(body).not.toContain('/mail/check');
});

test('who stops with everything is not asked whether that is so', async () => {
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: await world.make.region('JZ06') });
  world.service.travelTo('2026-12-01T11:00:00Z');
  const query = `mutation($input: PersonDepartInput!) { personDepart(input: $input) { errors { code } } }`;
  const input = { id: nodeId('Person', trekker), kind: 'STOPS_EVERYTHING' };
  expect((await world.service.ask('coordinator', query, { input })).data.personDepart.errors).toEqual([]);
  await world.service.tick();
  for (const { body } of await world.emails()) expect(body).not.toContain('/mail/check');
});
