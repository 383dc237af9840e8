import { connect } from 'node:net';
import { HeaderMap } from '@apollo/server';
import { failure } from '../../kernel/failure.js';
import { ask, startToyServer, type ToyServer } from './testing/toy-server.js';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.close());

async function post(body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    body,
    headers: { 'accept-language': 'en', ...headers },
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

function refusal(code: string, message: RegExp = /./) {
  return {
    errors: [{ message: expect.stringMatching(message), extensions: expect.objectContaining({ code }) }],
  };
}

describe('refused before GraphQL, in the shape of GraphQL', () => {
  test('a body over the limit', async () => {
    const answer = await post(JSON.stringify({ query: 'x'.repeat(20_000) }));
    expect(answer).toMatchObject({ status: 413, type: expect.stringContaining('application/json') });
    expect(answer.body).toEqual(refusal('LIMIT_EXCEEDED', /10000 bytes/));
  });

  test.each([
    ['broken JSON', '{ "query": ', 'application/json', 400],
    ['no body', '', 'application/json', 400],
    ['a __proto__ key', '{"query":"{hello}","__proto__":{"a":1}}', 'application/json', 400],
    ['a batch', '[{"query":"{hello}"}]', 'application/json', 400],
    ['text', '{"query":"{hello}"}', 'text/plain', 415],
    ['a form', 'query=%7Bhello%7D', 'application/x-www-form-urlencoded', 415],
    ['a nonsense type', '{}', 'nonsense', 415],
  ])('%s', async (_what, body, type, status) => {
    const answer = await post(body, { 'content-type': type });
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual(refusal('BAD_USER_INPUT'));
    expect(JSON.stringify(answer.body)).not.toMatch(/FST_|node_modules|stack/);
  });

  test.each([
    ['/nothing', 'GET', 404],
    ['/%E0%A4%A', 'GET', 400],
    ['/graphql', 'DELETE', 405],
    ['/graphql', 'OPTIONS', 405],
  ])('%s by %s', async (path, method, status) => {
    const response = await fetch(`${server.url}${path}`, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(refusal('BAD_USER_INPUT'));
  });

  test('what is not HTTP at all', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () =>
        socket.write('nonsense\r\n\r\n'),
      );
      socket.on('data', (data) => resolve(String(data)));
    });
    expect(answer).toMatch(/^HTTP\/1.1 400/);
    expect(answer).toContain('"code":"BAD_USER_INPUT"');
  });
});

test('whoever does not finish their headers is cut off, within fifteen seconds by default', async () => {
  expect(server.app.server.headersTimeout).toBeLessThan(15_000);
  const slow = await startToyServer({ config: { REQUEST_TIMEOUT_MS: 100 } });
  const answer = await new Promise<string>((resolve) => {
    let heard = '';
    const socket = connect(Number(new URL(slow.url).port), '127.0.0.1', () =>
      socket.write('GET /livez HTTP/1.1\r\nHost: a\r\nX-Slow: '),
    );
    socket.on('data', (data) => (heard += String(data)));
    socket.on('close', () => resolve(heard));
  });
  expect(answer).toMatch(/^HTTP\/1.1 408/);
  await slow.close();
});

/** More than the buffers of a connection hold. */
const HUGE = 50_000_000;

test('whoever does not read their answer loses the connection', async () => {
  const strict = await startToyServer({ config: { REQUEST_TIMEOUT_MS: 200 } });
  strict.toy.work = () => 'x'.repeat(HUGE);
  const ended = new Promise<void>((resolve) => {
    strict.app.server.once('connection', (socket) => socket.once('close', () => resolve()));
  });
  const client = connect(Number(new URL(strict.url).port), '127.0.0.1').pause();
  client.write('GET /graphql?query=%7Bwork%7D HTTP/1.1\r\nHost: a\r\n\r\n');
  await ended;
  expect(strict.logged()).toContainEqual(expect.objectContaining({ route: '/graphql', status: 499 }));
  client.destroy();
  await strict.close();
});

test('whoever reads it has it whole, and goes on with the same connection', async () => {
  const patient = await startToyServer({ config: { REQUEST_TIMEOUT_MS: 60_000 } });
  patient.toy.work = () => 'x'.repeat(HUGE);
  const { body } = await ask(patient, '{ work }');
  expect(body.data!['work']).toHaveLength(HUGE);
  expect(await ask(patient, '{ hello }')).toMatchObject({ status: 200 });
  await patient.close();
});

test('whoever sends many requests at once without waiting for an answer loses the connection', async () => {
  const crowded = await startToyServer({});
  crowded.toy.work = () => new Promise<string>(() => undefined);
  const working = 'GET /graphql?query=%7Bwork%7D HTTP/1.1\r\nHost: a\r\n\r\n';
  const { port } = new URL(crowded.url);
  const few = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  few.write(working.repeat(20));
  const many = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  const lost = new Promise((resolve) => many.once('close', resolve));
  many.write(working.repeat(2_000));
  await lost;
  expect(few.destroyed).toBe(false);
  expect(await ask(crowded, '{ hello }')).toMatchObject({ status: 200 });
  few.destroy();
  await crowded.close();
});

test('requests that wait on a connection are over when it is lost, though node tells of the first one only', async () => {
  const waiting = await startToyServer({ config: { REQUEST_TIMEOUT_MS: 60_000 } });
  const ends: ((answer: string) => void)[] = [];
  const allAsked = new Promise<void>((resolve) => {
    waiting.toy.work = () =>
      new Promise<string>((end) => {
        if (ends.push(end) === 3) resolve();
      });
  });
  const client = connect(Number(new URL(waiting.url).port), '127.0.0.1').on('error', () => undefined);
  client.write('GET /graphql?query=%7Bwork%7D HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(3));
  await allAsked;
  client.destroy();
  await waiting.app.traffic.idle();
  for (const end of ends) end('too late');
  await waiting.close();
});

/** What a connection hears until it is closed, or until so many answers came. */
function heard(url: string, text: string, answers = Infinity): Promise<string> {
  return new Promise((resolve) => {
    let all = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => {
      all += String(data);
      if (all.split('HTTP/1.1 ').length > answers) socket.destroy();
    });
    socket.on('close', () => resolve(all));
  });
}

test('whoever is told to slow down loses what they sent behind it, and nobody else does', async () => {
  const strict = await startToyServer({
    contextOf: () => Promise.reject(failure('TOO_FAST', [], { seconds: 3 })),
  });
  const asking = 'GET /graphql?query=%7Bhello%7D HTTP/1.1\r\nHost: a\r\n\r\n';
  const many = await heard(strict.url, asking.repeat(3));
  expect(many.match(/HTTP\/1.1 429/g)).toHaveLength(1);
  expect(many).toMatch(/connection: close/i);
  const one = await heard(strict.url, asking, 1);
  expect(one).toMatch(/^HTTP\/1.1 429[^]*retry-after: 3/i);
  expect(one).toMatch(/connection: keep-alive/i);
  await strict.close();
});

test('headers keep answers out of caches and pages', async () => {
  const { headers } = await ask(server, '{ hello }');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('a context that cannot be made refuses the request with its own status', async () => {
  const refusing = await startToyServer({ contextOf: () => Promise.reject(failure('TOKEN_INVALID')) });
  const answer = await ask(refusing, '{ hello }');
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toBe(
    'Bearer error="invalid_token", error_description="The access token is not valid"',
  );
  expect(answer.body.errors).toMatchObject([
    {
      message: expect.stringContaining('access token'),
      extensions: { code: 'UNAUTHENTICATED', reason: 'TOKEN_INVALID' },
    },
  ]);
  expect(refusing.logged().at(-1)).toMatchObject({ status: 401, errorCodes: ['UNAUTHENTICATED'] });
  await refusing.close();
});

test('nothing is done for a caller who left before it was the turn of their request', async () => {
  let begin = () => {};
  const turn = new Promise<void>((resolve) => (begin = resolve));
  let came = () => {};
  const waiting = new Promise<void>((resolve) => (came = resolve));
  const patient = await startToyServer({
    contextOf: async ({ id, locale }) => {
      came();
      await turn;
      return { request: { id, locale } };
    },
  });
  const work = jest.spyOn(patient.toy, 'work');
  const leaving = new AbortController();
  const body = JSON.stringify({ query: '{ work }' });
  const headers = { 'content-type': 'application/json' };
  const left = fetch(`${patient.url}/graphql`, { method: 'POST', headers, body, signal: leaving.signal });
  await waiting;
  leaving.abort();
  await expect(left).rejects.toThrow();
  await patient.app.traffic.idle();
  begin();
  await ask(patient, '{ hello }');
  await patient.close();
  expect(work).not.toHaveBeenCalled();
});

test('a result made outside of graphql-js goes straight through, also when making it fails', async () => {
  let answers: () => string = () => '{"hello":"raw"}';
  const raw = await startToyServer({
    stringifyResult: (result) =>
      typeof result.data?.raw === 'string' ? `{"data":${result.data.raw}}` : JSON.stringify(result),
    plugins: [
      {
        async requestDidStart() {
          return {
            async responseForOperation() {
              const body = { kind: 'single' as const, singleResult: { data: { raw: answers() } } };
              return { http: { status: undefined, headers: new HeaderMap() }, body };
            },
          };
        },
      },
    ],
  });
  expect(await ask(raw, '{ hello }')).toMatchObject({ status: 200, body: { data: { hello: 'raw' } } });
  answers = () => {
    throw Object.assign(new Error('gone'), { code: '57P01' });
  };
  expect(await ask(raw, '{ hello }')).toMatchObject({
    status: 503,
    body: { data: null, errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
  });
  answers = () => {
    throw failure('TOO_MANY', [], { what: 'cost', actual: 9, limit: 5 });
  };
  expect(await ask(raw, '{ hello }')).toMatchObject({
    status: 200,
    body: {
      data: null,
      errors: [{ message: 'cost: 9, at most 5.', extensions: { code: 'LIMIT_EXCEEDED' } }],
    },
  });
  await raw.close();
});

test('a refusal before execution is a bad request', async () => {
  const limited = await startToyServer({
    plugins: [
      {
        async requestDidStart() {
          return {
            async didResolveOperation() {
              throw failure('TOO_MANY', [], { what: 'depth', actual: 13, limit: 12 });
            },
          };
        },
      },
    ],
  });
  const accept = 'application/graphql-response+json';
  expect(await ask(limited, '{ hello }', {}, { accept })).toMatchObject({ status: 400 });
  expect(await ask(limited, '{ hello }')).toMatchObject({
    status: 200,
    body: {
      errors: [
        { message: 'depth: 13, at most 12.', extensions: { code: 'LIMIT_EXCEEDED', reason: 'TOO_MANY' } },
      ],
    },
  });
  await limited.close();
});

interface Pending {
  resolve(value: string): void;
  reject(error: Error): void;
}

test.each<[string, (work: Pending) => void]>([
  ['answers', ({ resolve }) => resolve('too late')],
  ['fails', ({ reject }) => reject(new Error('too late'))],
])(
  'what takes too long is answered 503, and dropped without complaint when it %s later',
  async (_how, end) => {
    let responded = () => {};
    const ended = new Promise<void>((resolve) => (responded = resolve));
    const slow = await startToyServer({
      config: { REQUEST_TIMEOUT_MS: 50 },
      plugins: [{ requestDidStart: async () => ({ willSendResponse: async () => responded() }) }],
    });
    try {
      let work!: Pending;
      slow.toy.work = () => new Promise<string>((resolve, reject) => (work = { resolve, reject }));
      const answer = await ask(slow, '{ work }');
      expect(answer).toMatchObject({
        status: 503,
        body: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
      });
      expect(answer.headers.get('retry-after')).toBe('2');
      end(work);
      await ended;
      expect(await ask(slow, '{ hello }')).toMatchObject({ status: 200 });
      expect(JSON.stringify(slow.logged())).not.toMatch(/already sent|reply\.sent|FST_ERR/i);
    } finally {
      await slow.close();
    }
  },
);
