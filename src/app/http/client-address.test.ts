import type { TrustedProxies } from '../../config/trusted-proxies.js';
import { startToyServer } from './testing/toy-server.js';

const PROXY = '10.0.0.7';
const STRANGER = '203.0.113.9';

/** The address of the client, as the service has it when `peer` sends that header. */
async function clientOf(trusted: TrustedProxies, peer: string, forwardedFor?: string): Promise<string> {
  let address = '';
  const server = await startToyServer({
    config: { TRUST_PROXY: trusted },
    contextOf: async ({ id, locale, ip }) => {
      address = ip;
      return { request: { id, locale } };
    },
  });
  await server.app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: peer,
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
    payload: { query: '{ hello }' },
  });
  await server.close();
  return address;
}

test.each<[trusted: TrustedProxies, peer: string, header: string | undefined, client: string]>([
  [[], STRANGER, undefined, STRANGER],
  [[], STRANGER, '198.51.100.1', STRANGER],
  [[], PROXY, '198.51.100.1', PROXY],
  [[PROXY], PROXY, '198.51.100.1', '198.51.100.1'],
  [[PROXY], PROXY, undefined, PROXY],
  [[PROXY], STRANGER, '198.51.100.1', STRANGER],
  [[PROXY], PROXY, '198.51.100.66, 198.51.100.1', '198.51.100.1'],
  [[PROXY], PROXY, `${PROXY}, 198.51.100.1`, '198.51.100.1'],
  [['10.0.0.0/8'], PROXY, '198.51.100.66, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
  [['10.0.0.0/8'], `::ffff:${PROXY}`, '198.51.100.1', '198.51.100.1'],
  [1, PROXY, '198.51.100.66, 198.51.100.1', '198.51.100.1'],
  [2, PROXY, '198.51.100.66, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
])('trusting %j, from %s with "%s" it is %s', async (trusted, peer, header, client) => {
  expect(await clientOf(trusted, peer, header)).toBe(client);
});
