import { nodeId } from '../../../kernel/node-id.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { MatchWorld, seatNode } from '../testing/match-world.js';

/** Whoever keeps a body chooses its organisations and rules: by varying them nobody learns what a parent is or does. */
let service: TestService;
let world: MatchWorld;
beforeAll(async () => {
  service = await startTestService();
  world = new MatchWorld(service.owner);
});
afterAll(() => service.close());

const UPDATE = `mutation($input: AdvisoryBodyUpdateInput!) { done: advisoryBodyUpdate(input: $input) { errors { code } } }`;
const LOOK = `query($seatId: ID!) {
  matches(seatId: $seatId) { totalCount hiddenForConsent pageInfo { startCursor endCursor hasNextPage }
    edges { cursor node { fit score ervaringsdeskundige { id pseudonym person { id } }
      criteria { code state points blocks message } blockers { code message } } } }
  suitable: matches(seatId: $seatId, fit: [SUITABLE]) { totalCount nodes { ervaringsdeskundige { id } } }
  not: matches(seatId: $seatId, fit: [NOT_SUITABLE]) { totalCount }
  ervaringsdeskundigen { totalCount nodes { id } }
}`;
const KINDS = ['EMPLOYEE', 'COUNCIL_MEMBER', 'BOARD_MEMBER', 'CONTRACTOR'];

test('every list for a seat is the same, to the byte, whatever its body excludes', async () => {
  const region = await world.make.region('JZ22');
  const body = await world.seats.body(region);
  const seatId = seatNode(await world.seats.seat(body));
  await world.make.account('keeper', { role: 'COORDINATOR', regionId: region });
  const organisations: string[] = [];
  while (organisations.length < 14) {
    organisations.push(nodeId('Organisation', await world.make.organisation(region)));
  }
  const { id } = await world.profile('hides their employer', { scope: 'COUNTRY' });
  await world.profile('has nothing to hide', { scope: 'COUNTRY' });
  await service.owner.query(
    `insert into incompatibilities (id, ervaringsdeskundige_id, kind, organisation_id, period)
     select gen_random_uuid(), $1, 'EMPLOYEE', id, '[2026-01-01,)' from organisations where id = $2`,
    [id, Buffer.from(organisations[9]!, 'base64url').toString().split(':')[1]],
  );

  const bodyId = nodeId('AdvisoryBody', body);
  const answers = new Map<string, string>();
  for (const kind of KINDS) {
    for (const organisation of organisations) {
      const patch = { organisationIds: [organisation], rules: { incompatibilities: [kind] } };
      const { data } = await service.ask('keeper', UPDATE, { input: { id: bodyId, patch } });
      expect(data.done.errors).toEqual([]);
      const { text, errors } = await service.ask('keeper', LOOK, { seatId });
      expect(errors).toBeUndefined();
      answers.set(text, `${kind} ${organisation}`);
    }
  }
  expect([...answers.keys()][0]).toContain('hides their employer');
  expect(answers.size).toBe(1);
});
