import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { type Json, startTestService, type TestService } from '../../../testing/test-service.js';
import { TakingIn } from './testing/taking-in.js';

let service: TestService;
let make: Makers;
let lists: TakingIn;
let region: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('colleague', { role: 'COORDINATOR', regionId: region });
  lists = new TakingIn(service, region);
});
afterAll(() => service.close());

const rows = async (sql: string, values: readonly unknown[] = []): Promise<Json[]> =>
  (await service.owner.query(sql, values as unknown[])).rows;
const named = async (family: string) =>
  rows(
    `select p.id, p.version, c.email, c.phone from people p join person_details d on d.person_id = p.id
     left join person_contacts c on c.person_id = p.id where d.family_name = $1 order by d.display_name`,
    [family],
  );
const asks = async (mutation: string, input: object, subject = 'coordinator') => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
  return (await service.ask(subject, query, { input })).data.done.errors;
};
const updated = async (id: string, patch: object) =>
  expect(await asks('personUpdate', { id: nodeId('Person', id), patch })).toEqual([]);
const outcomes = ({ rows: judged }: Json) => judged.nodes.map(({ outcome }: Json) => outcome);

/** Somebody on record, who is reached like this. */
async function onRecord(family: string, email: string): Promise<string> {
  const id = await make.person(region, { given: 'Dirk', family });
  await rows(`insert into person_contacts (person_id, email, phone) values ($1, $2, '+31612340001')`, [
    id,
    email,
  ]);
  return id;
}

describe('a list that was judged before the world went on', () => {
  test.each([
    ['people', 'PEOPLE', 'Naam;E-mail', 'Mees'],
    ['trekkers', 'NETWORKS', 'Doelgroep;Netwerk;Trekker;E-mail', 'Koolmees'],
  ])('the same list of %s twice: nobody is recorded twice', async (_, kind, heads, family) => {
    const lines = [0, 1].map((n) => {
      const who = `Anna${n} ${family};${family}${n}@example.org`;
      return kind === 'PEOPLE' ? who : `PO;Ouders van ${family} ${n};${who}`;
    });
    const list = [heads, ...lines].join('\n');
    const [one, other] = [await lists.judged(list, { kind }), await lists.judged(list, { kind })];
    expect(outcomes(await lists.seen(other))).toEqual(['NEW', 'NEW']);
    expect(await lists.applied(one)).toMatchObject({ state: 'APPLIED' });
    const judged = await lists.applied(other);
    expect([judged.state, outcomes(judged)]).toEqual(['READY', ['SAME', 'SAME']]);
    expect(await named(family)).toHaveLength(2);
    expect(await lists.applied(other)).toMatchObject({ state: 'APPLIED', counts: { recorded: 0 } });
    expect(await named(family)).toHaveLength(2);
  });

  test('what somebody wrote since is not overwritten unseen', async () => {
    const dirk = await onRecord('Staartmees', 'staart@example.org');
    const id = await lists.judged('Naam;E-mail;Telefoon\nDirk Staartmees;staart@example.org;0612340009', {
      kind: 'PEOPLE',
    });
    await updated(dirk, { contact: { phone: '0612340005' } });
    expect(await lists.applied(id)).toMatchObject({
      state: 'READY',
      rows: { nodes: [{ changes: [{ field: 'PHONE', from: '+31612340005', to: '+31612340009' }] }] },
    });
    expect(await named('Staartmees')).toMatchObject([{ phone: '+31612340005' }]);
    expect(await lists.applied(id)).toMatchObject({ state: 'APPLIED' });
    expect(await named('Staartmees')).toMatchObject([{ phone: '+31612340009' }]);
  });

  test('two rows that change one person, and a newcomer with the same number, are as was shown', async () => {
    await onRecord('Baardman', 'baard@example.org');
    for (const name of ['Noord', 'Zuid']) await make.network(region, { name: `Mezen ${name}` });
    const id = await lists.judged(
      [
        'Naam;E-mail;Telefoon;Netwerk;Opmerking',
        'Dirk Baardman;baard@example.org;0612340077;Mezen Noord;komt',
        'Dirk Baardman;baard@example.org;0612340077;Mezen Zuid;belt',
        'Eva Anders;;0612340077;Mezen Zuid;',
        'Gijs Anders;gijs@example.org;;Mezen Noord;',
        'Gijs Anders;gijs@example.org;;Mezen Zuid;',
      ].join('\n'),
      { kind: 'MEMBERS' },
    );
    expect(outcomes(await lists.seen(id))).toEqual(['CHANGES', 'CHANGES', 'NEW', 'NEW', 'NEW']);
    expect(await lists.applied(id)).toMatchObject({ state: 'APPLIED', counts: { recorded: 5 } });
    expect(await named('Anders')).toHaveLength(2);
  });
});

test('an address that waited for its reader waits no more once the list is taken back', async () => {
  const dirk = await onRecord('Pimpelmees', 'oud@example.org');
  await rows(`update person_contacts set phone = '+31612340011' where person_id = $1`, [dirk]);
  const id = await lists.judged(
    'Naam;Telefoon;E-mail;Taal\nDirk Pimpelmees;0612340011;nieuw@example.org;Turks',
    {
      kind: 'PEOPLE',
    },
  );
  const waiting = () =>
    rows('select 1 from mail_address_changes where person_id = $1 and outcome is null', [dirk]);
  expect(await lists.applied(id)).toMatchObject({ state: 'APPLIED' });
  expect(await waiting()).toHaveLength(1);
  expect(await lists.undone(id)).toMatchObject({ state: 'UNDONE', kept: [] });
  expect(await waiting()).toEqual([]);
});

test('members are of a network: one that the list is of, or that the row names', async () => {
  const id = await lists.judged('Naam;E-mail\nEls Bonte;els@example.org', { kind: 'MEMBERS' });
  expect(await lists.seen(id)).toMatchObject({
    rows: { nodes: [{ outcome: 'BAD', problems: [{ column: null, code: 'REQUIRED' }] }] },
  });
});

test('whose rights end while a list is recorded: a colleague goes on with it, or takes it back', async () => {
  const judged = (family: string) =>
    lists.judged(`Naam;E-mail\nAnna ${family};${family}@example.org`, { kind: 'PEOPLE' });
  const [goesOn, isStopped] = [await judged('Glanskop'), await judged('Matkop')];
  for (const id of [goesOn, isStopped]) expect(await asks('importApply', { id })).toEqual([]);
  await rows(
    `update account_roles r set period = daterange('2020-01-01', '2026-11-26') from accounts a
     where a.id = r.account_id and a.subject = 'coordinator'`,
  );
  service.travelTo('2026-11-26T10:00:00Z');
  await service.settled();
  const state = async (id: string) =>
    (await service.ask('colleague', 'query($id: ID!) { import(id: $id) { state } }', { id })).data.import
      .state;
  expect([await state(goesOn), await state(isStopped)]).toEqual(['APPLYING', 'APPLYING']);
  expect(await asks('importApply', { id: goesOn }, 'colleague')).toEqual([]);
  expect(await asks('importUndo', { id: isStopped }, 'colleague')).toEqual([]);
  await service.settled();
  expect([await state(goesOn), await state(isStopped)]).toEqual(['APPLIED', 'READY']);
  expect([await named('Glanskop'), await named('Matkop')]).toMatchObject([[{}], []]);
});
