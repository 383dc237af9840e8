import { Makers } from '../testing/makers/makers.js';
import { startTestService, type TestService } from '../testing/test-service.js';

const NOT_GRAPHQL = '{{{';
const [BURST, PER_SECOND] = [20, 1];

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ COST_BURST: BURST, COST_PER_SECOND: PER_SECOND });
  const make = new Makers(service.owner);
  for (const subject of ['spender', 'saver']) await make.account(subject, { role: 'ADMIN' });
});
afterAll(() => service.close());

test('whoever has spent everything is refused before their document is read', async () => {
  // what reading took is spent too
  for (let asked = 0; asked <= BURST; asked++) await service.ask('spender', '{ __typename }');
  const refused = await service.ask('spender', NOT_GRAPHQL);
  expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } });
  expect(refused.errors[0].extensions.reason).toBe('TOO_FAST');
  const parsed = await service.ask('saver', NOT_GRAPHQL);
  expect(parsed.errors[0].extensions.code).toBe('BAD_USER_INPUT');
});
