import { RULE_VERSION } from '../../features/continuity/assessment/assess.js';
import { nodeId } from '../../kernel/node-id.js';
import { v7 as uuid } from 'uuid';
import {
  ELSEWHERE,
  isAmong,
  NETWORK,
  type ObjectName,
  type Principal,
  PRINCIPALS,
  sees,
} from './access-objects.js';
import { type AccessWorld, makeAccessWorld } from './access-world.js';
import { WORK } from './access-world-work.js';
import { Makers } from '../makers/makers.js';
import { startTestService, type TestService } from '../test-service.js';

let service: TestService;
let world: AccessWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await makeAccessWorld(service.owner, new Makers(service.owner));
});
afterAll(() => service.close());

async function asked(principal: Principal, query: string, variables: object = {}) {
  const { data, errors } = await service.ask(world.subjects[principal], query, variables);
  expect([principal, errors]).toEqual([principal, undefined]);
  return data;
}

const FINDING = `code severity since dueOn message evidence { id } suggestedAction { code message subject { id } }`;
const CONTINUITY = `band securedUntil computedAt ruleVersion findings { ${FINDING} }`;
const UNKNOWN = {
  band: 'UNKNOWN',
  securedUntil: null,
  // the beginning of the day, the same for every network
  computedAt: '2026-11-24T23:00:00Z',
  ruleVersion: RULE_VERSION,
  findings: [],
};

describe.each(PRINCIPALS)('%s', (principal) => {
  const isInside = isAmong(NETWORK, principal);

  test('sees how a network is doing from inside only, and of what it rests on what they see', async () => {
    const { oudernetwerk } = await asked(
      principal,
      `query($id: ID!) { oudernetwerk(id: $id) { continuity { ${CONTINUITY} } } }`,
      { id: world.ids.network },
    );
    expect(oudernetwerk !== null).toBe(sees(principal, 'network'));
    if (!oudernetwerk) return;
    const { continuity } = oudernetwerk;
    if (!isInside) {
      expect(continuity).toEqual(UNKNOWN);
      return;
    }
    const seenOf = (...names: ('school tie elsewhere' | 'trekkerschap' | 'school tie')[]) =>
      names.filter((name) => sees(principal, name)).map((name) => ({ id: world.ids[name] }));
    expect(continuity).toMatchObject({
      band: 'AT_RISK',
      securedUntil: '2027-07-31',
      findings: [
        {
          code: 'TIE_UNCONFIRMED',
          evidence: seenOf('school tie elsewhere', 'trekkerschap', 'school tie'),
          suggestedAction: { code: 'CONFIRM_TIE', subject: seenOf('school tie')[0] ?? null },
        },
      ],
    });
  });

  test.each(['0001-01-01', '2026-11-24', '2026-11-25', '2027-08-01', '2030-01-01', '9999-12-31'])(
    'sees how it would be doing on %s from inside only, and nobody whom they do not see',
    async (on) => {
      const hidden = Object.entries(world.ids).filter(([name]) => !sees(principal, name as never));
      const answer = await service.ask(
        world.subjects[principal],
        `query($ids: [ID!]!, $on: Date) { nodes(ids: $ids) { ... on Oudernetwerk { id name continuity(on: $on) {
           ${CONTINUITY} } forecast(months: 2) { probability } } } }`,
        { ids: [world.ids.network, world.ids['network elsewhere'], world.ids['forming network']], on },
      );
      expect(answer.errors).toBeUndefined();
      expect(hidden.filter(([, id]) => answer.text.includes(id)).map(([name]) => name)).toEqual([]);
      const [network, elsewhere] = answer.data.nodes;
      if (network && !isInside)
        expect(network).toMatchObject({
          continuity: { ...UNKNOWN, computedAt: expect.any(String) },
          forecast: [],
        });
      // before the network existed, there is nothing to assess
      const isJudged = isInside && on > '2026';
      if (isInside) expect([on, network.continuity.band !== 'UNKNOWN']).toEqual([on, isJudged]);
      expect(elsewhere !== null).toBe(isAmong(ELSEWHERE, principal));
    },
  );

  test('has the work of the networks that they see from inside, of the seats that they fill, of whose record they keep', async () => {
    const expected = Object.entries({ network: NETWORK, 'network elsewhere': ELSEWHERE, ...WORK })
      .filter(([, seenBy]) => isAmong(seenBy, principal))
      .map(([name]) => name as ObjectName);
    const isHere = (name: ObjectName) =>
      ['network', 'vacant seat', 'profile', 'profile without consent'].includes(name);
    const list = async (args: string) => {
      const { worklist } = await asked(
        principal,
        `{ worklist${args} { totalCount pageInfo { hasNextPage endCursor } edges { cursor }
           nodes { subject { id } band dueOn snoozedUntil snoozeReason reasons { ${FINDING} } } } }`,
      );
      expect([worklist.totalCount, worklist.edges.length]).toEqual(Array(2).fill(worklist.nodes.length));
      return worklist.nodes as { subject: { id: string } }[];
    };
    for (const args of ['', '(snoozed: true)', `(regionId: "${world.ids.region}")`]) {
      const here = args.includes('regionId') ? expected.filter(isHere) : expected;
      const found = (await list(args)).map(({ subject }) => subject.id);
      expect([args, found.sort()]).toEqual([args, here.map((name) => world.ids[name]).sort()]);
    }
    // a region in which nothing is visible, one that is empty, and one that does not exist
    const nothing = [world.ids['region below'], nodeId('Region', uuid())];
    if (expected.every(isHere)) nothing.push(world.ids['region elsewhere']);
    for (const id of nothing) expect(await list(`(regionId: "${id}")`)).toEqual([]);
  });

  test('learns nothing of an outline by where it stands in an order, by filters or counts', async () => {
    const orders = ['SEVERITY', 'SECURED_UNTIL'].flatMap((field) =>
      ['ASC', 'DESC'].map((direction) => ({ field, direction })),
    );
    const ask = (filter: object | null, orderBy: object) =>
      asked(
        principal,
        `query($filter: OudernetwerkFilter, $orderBy: OudernetwerkOrder) { oudernetwerken(filter: $filter, orderBy: $orderBy) {
           totalCount edges { cursor node { id } } } }`,
        { filter, orderBy },
      );
    const judged = {
      [world.ids.network]: isInside,
      [world.ids['network elsewhere']]: isAmong(ELSEWHERE, principal),
    };
    for (const orderBy of orders) {
      const { oudernetwerken } = await ask(null, orderBy);
      for (const { cursor, node } of oudernetwerken.edges) {
        const [, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
        const isKnown = judged[node.id as string] ?? false;
        const expected = orderBy.field === 'SEVERITY' ? ['-1', '5'] : ['9999-12-31', '2027-07-31'];
        expect([node.id, key]).toEqual([node.id, expected[isKnown ? 1 : 0]]);
      }
      const unknown = await ask({ band: ['UNKNOWN'] }, orderBy);
      const known = await ask({ band: ['AT_RISK', 'CRITICAL', 'STABLE', 'ATTENTION'] }, orderBy);
      const secured = await ask({ securedUntil: '9999-12-31' }, orderBy);
      const both = await ask({ securedUntil: '9999-12-31', band: ['UNKNOWN'] }, orderBy);
      const countOf = (answer: typeof unknown) => answer.oudernetwerken.totalCount as number;
      const inside = Object.values(judged).filter(Boolean).length;
      expect([countOf(known), countOf(secured), countOf(both)]).toEqual([inside, inside, 0]);
      expect(countOf(unknown)).toBe((oudernetwerken.totalCount as number) - inside);
    }
  });

  test('sees expected ends with the trekkerschappen that they see', async () => {
    const ends = {
      trekkerschap: '2027-07-31',
      'trekkerschap to come': '2030-08-31',
      'trekkerschap until yesterday': undefined,
      'trekkerschap elsewhere': '2027-07-31',
    } as const;
    for (const [name, on] of Object.entries(ends)) {
      const query = 'query($id: ID!) { node(id: $id) { ... on Trekkerschap { expectedEnd { on } } } }';
      const { node } = await asked(principal, query, { id: world.ids[name as keyof typeof ends] });
      const shown = sees(principal, name as keyof typeof ends) ? { expectedEnd: on ? { on } : null } : null;
      expect([name, node]).toEqual([name, shown]);
    }
  });
});
