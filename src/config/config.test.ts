import { readConfig } from '../config.js';

/** What the start says of an environment before it ends; nothing if it goes on. */
function complaint(env: NodeJS.ProcessEnv): string {
  const said = jest.spyOn(console, 'error').mockImplementation();
  const ended = jest.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  try {
    readConfig(env);
    return '';
  } catch (error) {
    expect(error).toMatchObject({ message: 'exit 1' });
    return said.mock.calls.join('\n');
  } finally {
    said.mockRestore();
    ended.mockRestore();
  }
}

test.each([
  ['READ_CONNECTIONS', '0', 'from 1 to'],
  ['POOL_SIZE', '0', 'from 1 to'],
  ['POOL_SIZE', '-3', 'from 1 to'],
  ['POOL_SIZE', '10abc', 'a whole number'],
  ['POOL_SIZE', '2.5', 'a whole number'],
  ['POOL_SIZE', '1e1', 'a whole number'],
  ['POOL_SIZE', '', 'a whole number'],
  ['POOL_WAIT_MS', '0', 'from 1 to'],
  ['SLOW_READ_MS', '0', 'from 1 to'],
  ['STATEMENT_TIMEOUT_MS', '0', 'from 1 to'],
  ['LOCK_TIMEOUT_MS', '0', 'from 1 to'],
  ['SIGN_OF_LIFE_MS', '0', 'from 100 to'],
  ['COST_PER_SECOND', '0', 'from 1 to'],
  ['STOP_TIMEOUT_MS', '99999999999', 'from 1 to'],
])('%s=%s is refused by its name', (name, value, why) => {
  const said = complaint({ [name]: value });
  expect(said).toContain(name);
  expect(said).toContain(why);
});

test.each([
  ...[
    'foo',
    'javascript:alert(1)',
    'https://okn.example/pad',
    'https://okn.example?a',
    ' ',
    'http://',
    'https://a:b@okn.example',
  ].map((value) => ['PUBLIC_URL', value]),
  ...[' ', 'foo', 'ftp://login.example', 'https://login.example?a=b', 'https://login example'].flatMap(
    (value) => [
      ['OIDC_ISSUER', value],
      ['OIDC_JWKS_URI', value],
    ],
  ),
  ['OIDC_AUDIENCE', ''],
  ['OIDC_AUDIENCE', ' '],
  ['TRUST_PROXY', '0.0.0.0/1'],
  ...[
    'okn',
    'okn@',
    'a..b@okn.example',
    '.a@okn.example',
    '"a"@okn.example',
    'OKN <okn>',
    'a@b\r\nBcc: c@d.nl',
  ].map((value) => ['MAIL_FROM', value]),
])('%s="%s" is refused by its name', (name, value) => expect(complaint({ [name]: value })).toContain(name));

test('addresses are taken as they are', () => {
  const env = {
    PUBLIC_URL: 'https://okn.example:8443/',
    OIDC_ISSUER: 'https://login.example/realms/okn/',
    OIDC_JWKS_URI: 'http://10.0.0.4/keys',
    OIDC_AUDIENCE: 'api://okn',
    MAIL_FROM: 'Oudernetwerken <post@okn.example>',
  };
  expect(readConfig(env)).toMatchObject(env);
  expect(complaint({ PUBLIC_URL: '', OIDC_ISSUER: '', OIDC_JWKS_URI: '' })).toBe('');
});

test.each<[NodeJS.ProcessEnv, string, string]>([
  [{ SLOW_READ_MS: '1000' }, 'SLOW_READ_TIMEOUT_MS', 'more than 1000: SLOW_READ_MS'],
  [{ SLOW_READ_TIMEOUT_MS: '10000' }, 'REQUEST_TIMEOUT_MS', 'more than 10000: SLOW_READ_TIMEOUT_MS'],
  [{ STATEMENT_TIMEOUT_MS: '10000' }, 'REQUEST_TIMEOUT_MS', 'more than 10000: STATEMENT_TIMEOUT_MS'],
  [{ LOCK_TIMEOUT_MS: '20000' }, 'REQUEST_TIMEOUT_MS', 'more than 20000: LOCK_TIMEOUT_MS'],
  [
    { REQUEST_TIMEOUT_MS: '2000', STATEMENT_TIMEOUT_MS: '1500', LOCK_TIMEOUT_MS: '1500' },
    'REQUEST_TIMEOUT_MS',
    'POOL_WAIT_MS',
  ],
  [{ REQUEST_TIMEOUT_MS: '12000' }, 'STOP_TIMEOUT_MS', 'more than 15000: REQUEST_TIMEOUT_MS and 3000 ms'],
])('%j is refused: who waits outlasts what is waited for', (env, name, why) => {
  const said = complaint(env);
  expect(said).toContain(name);
  expect(said).toContain(why);
});

test('every number that is wrong is named at once', () => {
  const said = complaint({ POOL_SIZE: 'x', MAX_COST: '-1', SLOW_READ_MS: '1000' });
  for (const name of ['POOL_SIZE', 'MAX_COST', 'SLOW_READ_TIMEOUT_MS']) expect(said).toContain(name);
});

test('the smallest and other numbers are taken as they are', () => {
  expect(complaint({ POOL_SIZE: '1', MAX_ALIASES: '0' })).toBe('');
  expect(readConfig({ POOL_SIZE: '007', REQUEST_TIMEOUT_MS: '11999' })).toMatchObject({
    POOL_SIZE: 7,
    REQUEST_TIMEOUT_MS: 11_999,
  });
});
