import { RULE_VERSION } from '../features/continuity/assessment/assess.js';
import { nodeId } from '../kernel/node-id.js';
import { Makers } from '../testing/makers/makers.js';
import { startTestService, type TestService } from '../testing/test-service.js';

const LATER = '2027-06-30';
const MUCH_LATER = '2031-06-30';

let service: TestService;
let id: string;
let trekkerschap: string;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  const trekker = await make.person(region, { given: 'Noor', family: 'Voorbeeld' });
  const member = await make.person(region);
  const network = await make.network(region, { name: 'Netwerk A', activeFrom: '2026-01-01', ledBy: trekker });
  await make.network(region, { name: 'Netwerk B', activeFrom: '2026-01-01' });
  await make.membership(network, member);
  await make.account('member', { personId: member });
  await make.account('trekker', { personId: trekker });
  id = nodeId('Oudernetwerk', network);
  const { rows } = await service.owner.query('select id from trekkerschappen where oudernetwerk_id = $1', [
    network,
  ]);
  trekkerschap = nodeId('Trekkerschap', rows[0].id);
  // judged with this write
  await asked(`mutation { activityRecord(input: { oudernetwerkId: "${id}", kind: CAFE, title: "Koffie" }) {
    errors { code } } }`);
});
afterAll(() => service.close());

async function asked(query: string, variables: object = {}, as = 'coordinator') {
  const { data, errors } = await service.ask(as, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

const EVERYTHING = `band securedUntil ruleVersion __typename findings { code severity since dueOn message __typename
  evidence { __typename id ... on Trekkerschap { person { displayName } } ... on Oudernetwerk { name } }
  suggestedAction { code message __typename subject { __typename id } } }`;

const continuityOn = async (day: string | null, selection = EVERYTHING) =>
  (
    await asked(
      `query($id: ID!, $on: Date) { oudernetwerk(id: $id) { continuity(on: $on) { ${selection} } } }`,
      {
        id,
        on: day,
      },
    )
  ).oudernetwerk.continuity;

test('what is computed for today is what is kept, whole', async () => {
  const [kept, computed] = [await continuityOn(null), await continuityOn('2026-11-25')];
  expect(computed).toEqual(kept);
  expect(kept.__typename).toBe('Continuity');
  expect(kept.findings.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['SINGLE_TREKKER', 'NO_SUPPORT']),
  );
  const [single] = kept.findings.filter(({ code }: { code: string }) => code === 'SINGLE_TREKKER');
  expect(single).toMatchObject({
    __typename: 'ContinuityFinding',
    evidence: [{ __typename: 'Trekkerschap', id: trekkerschap, person: { displayName: 'Noor Voorbeeld' } }],
    suggestedAction: { __typename: 'SuggestedAction', subject: { __typename: 'Trekkerschap' } },
  });
});

test('the same field under several names, with days of its own each, and kept beside computed', async () => {
  const each = `{ ${EVERYTHING} }`;
  const { oudernetwerk } = await asked(
    `query($id: ID!, $on: Date) { oudernetwerk(id: $id) { kept: continuity ${each} continuity(on: "${LATER}") ${each}
      last: continuity(on: "${MUCH_LATER}") ${each} given: continuity(on: $on) ${each} } }`,
    { id, on: LATER },
  );
  const [now, later, last] = [
    await continuityOn(null),
    await continuityOn(LATER),
    await continuityOn(MUCH_LATER),
  ];
  expect(Object.entries(oudernetwerk)).toEqual([
    ['kept', now],
    ['continuity', later],
    ['last', last],
    ['given', later],
  ]);
  expect(new Set([now, later, last].map((each) => JSON.stringify(each))).size).toBe(3);
});

test('fields of computed objects have names of the request', async () => {
  const { oudernetwerk } = await asked(
    `query($id: ID!) { oudernetwerk(id: $id) { a: continuity(on: "${LATER}") { band: securedUntil b: band
      list: findings { message: code why: message of: evidence { is: __typename key: id }
        next: suggestedAction { message: code on: subject { id: __typename } } } } } }`,
    { id },
  );
  const plain = await continuityOn(LATER);
  expect(oudernetwerk.a).toMatchObject({ band: plain.securedUntil, b: plain.band });
  expect(oudernetwerk.a.list[0]).toEqual({
    message: plain.findings[0].code,
    why: plain.findings[0].message,
    of: plain.findings[0].evidence.map((each: { __typename: string; id: string }) => ({
      is: each.__typename,
      key: each.id,
    })),
    next: {
      message: plain.findings[0].suggestedAction.code,
      on: { id: plain.findings[0].suggestedAction.subject.__typename },
    },
  });
});

test('a fragment that is merged with something else in each place', async () => {
  const query = `query($id: ID!) { oudernetwerk(id: $id) {
      a: continuity(on: "${LATER}") { findings { ...Shared } }
      b: continuity(on: "${LATER}") { findings { ...Shared evidence { ... on Trekkerschap { role person { displayName } } } } }
      c: continuity(on: "${LATER}") { findings { ...Shared evidence { ... on Trekkerschap { period { from } } } } }
    } }
    fragment Shared on ContinuityFinding { code evidence { id } }`;
  // the second time, the plans already exist
  for (const time of ['first', 'second']) {
    const { oudernetwerk } = await asked(query, { id });
    const of = (key: string) =>
      oudernetwerk[key].findings.find(({ code }: { code: string }) => code === 'SINGLE_TREKKER').evidence;
    expect([time, of('a')]).toEqual([time, [{ id: trekkerschap }]]);
    expect(of('b')).toEqual([
      { id: trekkerschap, role: 'TREKKER', person: { displayName: 'Noor Voorbeeld' } },
    ]);
    expect(of('c')).toEqual([{ id: trekkerschap, period: { from: '2026-01-01' } }]);
  }
});

test('a fragment on payloads that is merged with something else in each place', async () => {
  const input = (title: string) => `input: { oudernetwerkId: "${id}", kind: CAFE, title: "${title}" }`;
  const data = await asked(`mutation {
      a: activityRecord(${input('a')}) { ...Shared }
      b: activityRecord(${input('b')}) { ...Shared activity { title oudernetwerk { name } } }
    }
    fragment Shared on ActivityRecordPayload { activity { kind } errors { code } }`);
  expect(data).toEqual({
    a: { activity: { kind: 'CAFE' }, errors: [] },
    b: { activity: { kind: 'CAFE', title: 'b', oudernetwerk: { name: 'Netwerk A' } }, errors: [] },
  });
});

test.each([true, false])('left out or not by a variable: %s', async (isThere) => {
  const query = `query($id: ID!, $there: Boolean!, $not: Boolean!) { oudernetwerk(id: $id) { name
      continuity(on: "${LATER}") @include(if: $there) { band findings @skip(if: $not) { code evidence { id }
        evidence @include(if: $there) { __typename } } }
      ... @include(if: $there) { forecast(months: 2) { month } } } }`;
  const { oudernetwerk } = await asked(query, { id, there: isThere, not: false });
  expect(Object.keys(oudernetwerk)).toEqual(isThere ? ['name', 'continuity', 'forecast'] : ['name']);
  if (isThere) {
    expect(oudernetwerk.continuity.findings[0].evidence[0]).toEqual({
      id: expect.any(String),
      __typename: expect.any(String),
    });
    const { oudernetwerk: less } = await asked(query, { id, there: isThere, not: true });
    expect(Object.keys(less.continuity)).toEqual(['band']);
  }
});

test('beside introspection, under node and nodes, and in pages', async () => {
  const network = `continuity(on: "${LATER}") { ${EVERYTHING} } forecast(months: 1) { __typename month basis }`;
  const data = await asked(
    `query($id: ID!) { __schema { queryType { name } } __typename
      node(id: $id) { __typename ... on Oudernetwerk { ${network} } }
      nodes(ids: [$id, "${trekkerschap}"]) { ... on Oudernetwerk { ${network} } ... on Trekkerschap { role } }
      oudernetwerken(first: 2) { totalCount edges { cursor node { name ${network} } } nodes { id ${network} } } }`,
    { id },
  );
  const { oudernetwerk: expected } = await asked(`query($id: ID!) { oudernetwerk(id: $id) { ${network} } }`, {
    id,
  });
  expect(expected.forecast).toEqual([{ __typename: 'SurvivalPoint', month: '2026-12-01', basis: 'COUNTRY' }]);
  expect(data.__schema.queryType.name).toBe('Query');
  expect(data.node).toEqual({ __typename: 'Oudernetwerk', ...expected });
  expect(data.nodes).toEqual([expected, { role: 'TREKKER' }]);
  const { edges, nodes, totalCount } = data.oudernetwerken;
  expect([totalCount, edges.length]).toEqual([2, 2]);
  expect(edges[0].node).toEqual({ name: 'Netwerk A', ...expected });
  expect(nodes[0]).toEqual({ id, ...expected });
  expect(edges[1].node.continuity).toMatchObject({ band: 'CRITICAL', securedUntil: null });
});

test('in what a mutation answers, as it is after it', async () => {
  const { trekkerschapPlanEnd } = await asked(
    `mutation($id: ID!) { trekkerschapPlanEnd(input: { id: $id, plannedEnd: { on: "2027-01-31", reason: PERSONAL } }) {
        trekkerschap { expectedEnd { on driver } oudernetwerk { kept: continuity { ${EVERYTHING} }
          computed: continuity(on: "2026-11-25") { ${EVERYTHING} } forecast(months: 4) { month probability } } }
        errors { code } } }`,
    { id: trekkerschap },
  );
  const { expectedEnd, oudernetwerk } = trekkerschapPlanEnd.trekkerschap;
  expect(expectedEnd).toEqual({ on: '2027-01-31', driver: 'PLANNED' });
  expect(oudernetwerk.kept).toMatchObject({ band: 'AT_RISK', securedUntil: '2027-01-31' });
  expect(oudernetwerk.computed).toEqual(oudernetwerk.kept);
  expect(oudernetwerk.forecast.map(({ probability }: { probability: number }) => probability > 0)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('viewers of only the outline learn nothing on any day, and get no error', async () => {
  for (const on of [null, '2026-11-25', LATER, '0001-01-01', '9999-12-31']) {
    const { oudernetwerk } = await asked(
      `query($id: ID!, $on: Date) { oudernetwerk(id: $id) { name continuity(on: $on) { band securedUntil
        findings { code } ruleVersion } forecast { probability } } }`,
      { id, on },
      'member',
    );
    expect(oudernetwerk).toEqual({
      name: 'Netwerk A',
      continuity: { band: 'UNKNOWN', securedUntil: null, findings: [], ruleVersion: RULE_VERSION },
      forecast: [],
    });
  }
});

test('the first and the last day that there is', async () => {
  for (const on of ['0001-01-01', '0001-12-31', '1582-10-10', '9999-12-31', '9999-01-01', '2028-02-29']) {
    const { band, findings } = await continuityOn(on);
    const bands = on < '2026' ? /^UNKNOWN$/ : /^(STABLE|ATTENTION|AT_RISK|CRITICAL)$/;
    expect([on, band]).toEqual([on, expect.stringMatching(bands)]);
    for (const { since, dueOn } of findings) {
      for (const day of [since, dueOn]) expect(day ?? '2026-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  }
});
