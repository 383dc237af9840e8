import { v7 as uuid } from 'uuid';
import { nodeId } from '../../kernel/node-id.js';
import { isAmong, KEEPERS, type ObjectName, OBJECTS, PRINCIPALS, SEEKERS, sees } from './access-objects.js';
import { idsIn } from './access-walk.js';
import { type AccessWorld, makeAccessWorld } from './access-world.js';
import { Makers } from '../makers/makers.js';
import { NOW, startTestService, type TestService } from '../test-service.js';

let service: TestService;
let world: AccessWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await makeAccessWorld(service.owner, new Makers(service.owner));
});
afterAll(() => service.close());

/** The principals that may know that a person and a profile belong together; seeing both is not enough. */
const LINKS: readonly (readonly [person: ObjectName, profile: ObjectName, knownTo: string])[] = [
  ['expert', 'profile', `${KEEPERS} secretary expert`],
  // holds a seat in a body of the secretary, who does not know of the profile
  ['expert without consent', 'profile without consent', KEEPERS],
  ['expert country-wide', 'profile country-wide', `${KEEPERS} secretary neighbour`],
  ['expert elsewhere', 'profile elsewhere', 'neighbour'],
  ['expert who withdrew', 'profile withdrawn', KEEPERS],
  ['former holder', 'profile of the past', `${KEEPERS} formerHolder`],
];
const PROFILES = Object.values(LINKS).map(([, profile]) => profile);

/** Who fills which seat, and which profiles they find for it: without those who already have a part in its body. */
const MATCHES: Partial<Record<ObjectName, { by: string; find: readonly ObjectName[] }>> = {
  seat: { by: `${KEEPERS} secretary`, find: ['profile country-wide'] },
  'vacant seat': { by: `${KEEPERS} secretary`, find: [] },
  'seat below': { by: `${KEEPERS} secretary`, find: ['profile country-wide'] },
  'seat elsewhere': { by: 'neighbour', find: ['profile country-wide', 'profile elsewhere'] },
  'seat across': { by: 'neighbour bodySecretary', find: ['profile country-wide', 'profile elsewhere'] },
};

describe.each(PRINCIPALS)('%s', (principal) => {
  const ask = async (query: string, variables: object = {}) => {
    const answer = await service.ask(world.subjects[principal], query, variables);
    expect([query, answer.errors]).toEqual([query, undefined]);
    return answer;
  };

  test('knows whose a profile is, and who has one, as the table says', async () => {
    const link = `query($id: ID!) { node(id: $id) { ... on Ervaringsdeskundige { other: person { id } }
      ... on Person { other: ervaringsdeskundige { id } } } }`;
    for (const [person, profile, knownTo] of LINKS) {
      for (const [from, to] of [
        [person, profile],
        [profile, person],
      ] as const) {
        const { data } = await ask(link, { id: world.ids[from] });
        const other = isAmong(knownTo, principal) ? { id: world.ids[to] } : null;
        expect([from, data.node]).toEqual([from, sees(principal, from) ? { other } : null]);
      }
    }
  });

  test('knows the name of a holder who left yesterday, or only the pseudonym', async () => {
    const query = `query($id: ID!) { node(id: $id) { ... on Person { displayName name { givenName } contact { email }
      seatAppointments { nodes { id } } } } people(filter: { search: "formerholder" }) { nodes { id } } }`;
    const { data } = await ask(query, { id: world.ids['former holder'] });
    const knowsName = isAmong(`admin ${KEEPERS} formerHolder`, principal);
    const knowsContact = isAmong(`${KEEPERS} formerHolder`, principal);
    const seatAppointments = { nodes: [{ id: world.ids['appointment until yesterday'] }] };
    const found = idsIn(data.people.nodes).includes(world.ids['former holder']);
    expect([found, data.node]).toEqual([
      knowsName,
      !sees(principal, 'former holder')
        ? null
        : {
            displayName: knowsName
              ? expect.stringMatching(/^FORMERHOLDER/)
              : expect.stringMatching(/^Persoon/),
            name: knowsName ? { givenName: 'FORMERHOLDER' } : null,
            contact: knowsContact ? { email: 'FORMERHOLDER@example.org' } : null,
            seatAppointments,
          },
    ]);
  });

  test('finds the profiles of the table for its seats, and none for another seat', async () => {
    const query = `query($seatId: ID!) { matches(seatId: $seatId) { totalCount hiddenForConsent
      pageInfo { hasNextPage endCursor } edges { cursor } nodes { fit criteria { message } blockers { code }
        ervaringsdeskundige { id person { id } } } } }`;
    const notThere = await ask(query, { seatId: nodeId('AdvisorySeat', uuid()) });
    const hidden = PROFILES.filter((name) => !sees(principal, name)).map((name) => world.ids[name]);
    for (const [name, { by, find }] of Object.entries(MATCHES)) {
      const { text, data } = await ask(query, { seatId: world.ids[name as ObjectName] });
      if (!isAmong(by, principal)) {
        expect([name, text]).toEqual([name, notThere.text]);
        continue;
      }
      const found: string[] = data.matches.nodes.map(
        (match: { ervaringsdeskundige: { id: string } }) => match.ervaringsdeskundige.id,
      );
      expect([name, [...found].sort()]).toEqual([name, find.map((each) => world.ids[each]).sort()]);
      expect([data.matches.totalCount, data.matches.hiddenForConsent]).toEqual([find.length, null]);
      expect(hidden.filter((id) => text.includes(id))).toEqual([]);
    }
  });

  test('gets the same answer, to the byte, whether or not there is a profile that is not findable', async () => {
    const battery = [
      ...['REGISTERED_ON', 'PSEUDONYM'].flatMap((field) =>
        ['ASC', 'DESC'].map(
          (direction) => `{ ervaringsdeskundigen(orderBy: { field: ${field}, direction: ${direction} }) {
          totalCount pageInfo { endCursor hasNextPage } edges { cursor node { id } } } }`,
        ),
      ),
      '{ ervaringsdeskundigen(first: 1) { totalCount pageInfo { endCursor hasNextPage } } }',
      '{ ervaringsdeskundigen(last: 1) { totalCount pageInfo { startCursor hasPreviousPage } } }',
      `{ ervaringsdeskundigen(filter: { themeId: "${world.ids.theme}", training: { title: "Geheim" } }) { totalCount } }`,
      '{ ervaringsdeskundigen(filter: { findable: false }) { totalCount nodes { id } } }',
      '{ themes { id code } advisorySeats { totalCount nodes { id status vacantSince } } }',
      ...Object.keys(MATCHES).map(
        (name) =>
          `{ matches(seatId: "${world.ids[name as ObjectName]}") { totalCount hiddenForConsent edges { cursor } } }`,
      ),
    ];
    const answers = () => Promise.all(battery.map(async (query) => (await ask(query)).text));
    const before = await answers();
    await service.owner.query('begin');
    const made = await makeHidden();
    await service.owner.query('commit');
    const after = await answers();
    await remove(made);
    // those who keep the record see the profile where it is invited
    const keeps = isAmong(KEEPERS, principal);
    expect(before.filter((text, index) => text !== after[index])).toHaveLength(keeps ? 1 : 0);
  });
});

/** A profile here with a unique training and without consent. */
async function makeHidden(): Promise<string> {
  const id = uuid();
  await service.owner.query(
    `insert into people (id, pseudonym, region_id, perspectives, created_at)
     select $1, 'Persoon', id, '{OUDER}', $2 from regions where code = 'JZ06'`,
    [id, NOW],
  );
  await service.owner.query(
    `insert into ervaringsdeskundigen (id, person_id, pseudonym, registered_on, domains, levels, day_parts, meeting_forms,
       languages, participation_forms) values ($1, $1, 'Ervaringsdeskundige 000000', '2026-11-01', '{}', '{}', '{}', '{}', '{tig}', '{SEAT}')`,
    [id],
  );
  await service.owner.query(
    `insert into trainings (id, ervaringsdeskundige_id, title, issuer, completed_on) values ($1, $1, 'Geheim', 'Demo', '2026-01-01')`,
    [id],
  );
  await service.owner.query(
    `insert into ervaringsdeskundige_themes (ervaringsdeskundige_id, theme_id) select $1, id from themes`,
    [id],
  );
  return id;
}

async function remove(id: string): Promise<void> {
  await service.owner.query('delete from ervaringsdeskundigen where id = $1', [id]);
  await service.owner.query('delete from people where id = $1', [id]);
}

test('a cursor at a profile that is not findable reveals no more than any other', async () => {
  const { data } = await service.ask(
    world.subjects.coordinator,
    '{ ervaringsdeskundigen(filter: { findable: false }) { edges { cursor node { id } } } }',
  );
  expect(data.ervaringsdeskundigen.edges).toHaveLength(3);
  for (const { cursor, node } of data.ervaringsdeskundigen.edges as {
    cursor: string;
    node: { id: string };
  }[]) {
    const [name, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
      string,
      string,
      string,
    ];
    const beside = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
    const forged = Buffer.from(JSON.stringify([name, key, beside])).toString('base64url');
    for (const principal of SEEKERS.split(' ') as (typeof PRINCIPALS)[number][]) {
      if (isAmong(KEEPERS, principal)) continue;
      for (const place of ['after', 'before']) {
        const texts = [cursor, forged].map(async (at) => {
          const query = `query($at: String) { ervaringsdeskundigen(${place}: $at) { totalCount nodes { id } edges { cursor } } }`;
          const { text } = await service.ask(world.subjects[principal], query, { at });
          return text;
        });
        const [ours, theirs] = await Promise.all(texts);
        expect([principal, ours]).toEqual([principal, theirs]);
        expect(ours).not.toContain(node.id);
      }
    }
  }
});

test('what was withdrawn or has run out counts from that day on, in lists, for the seats and by id', async () => {
  const own = await makeAccessWorld(service.owner, new Makers(service.owner));
  const query = `query($id: ID!, $seatId: ID!) { node(id: $id) { id } ervaringsdeskundigen { nodes { id } }
    matches(seatId: $seatId) { nodes { ervaringsdeskundige { id } } } }`;
  const id = own.ids['profile elsewhere'];
  const seen = async () => {
    const variables = { id, seatId: own.ids['seat across'] };
    const { data } = await service.ask(own.subjects.bodySecretary, query, variables);
    const found = data.matches.nodes.map(
      (match: { ervaringsdeskundige: { id: string } }) => match.ervaringsdeskundige,
    );
    return [
      data.node !== null,
      idsIn(data.ervaringsdeskundigen.nodes).includes(id),
      idsIn(found).includes(id),
    ];
  };
  expect(await seen()).toEqual([true, true, true]);
  await service.owner.query(
    `insert into consents (id, person_id, purpose, given, scopes, text_version, language, channel, recorded_at)
     select $1, person_id, 'FINDABLE', false, '{}', '2026-11', 'nl', 'PHONE', '2026-11-25T09:00:00Z'
     from consents where person_id = (select person_id from ervaringsdeskundigen where id = $2)`,
    [uuid(), Buffer.from(id, 'base64url').toString().split(':')[1]],
  );
  expect(await seen()).toEqual([false, false, false]);
});

test('every profile of the world is in the table', () => {
  const all = Object.entries(OBJECTS).filter(([, { type }]) => type === 'Ervaringsdeskundige');
  expect(all.map(([name]) => name).sort()).toEqual([...PROFILES].sort());
});
