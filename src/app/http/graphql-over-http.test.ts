import { type Audit, serverAudits } from 'graphql-http';
import { failure } from '../../kernel/failure.js';
import { ask, startToyServer, type ToyServer } from './testing/toy-server.js';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.close());

const audits: Audit[] = serverAudits({ url: () => `${server.url}/graphql` });

describe('GraphQL over HTTP', () => {
  test('the suite has 61 audits', () => expect(audits).toHaveLength(61));

  test.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit();
    expect(result).toMatchObject({ status: 'ok' });
  });
});

describe('status beyond the audits', () => {
  const RESPONSE_JSON = { accept: 'application/graphql-response+json' };

  test('a refusal while executing keeps 200 and null data', async () => {
    server.toy.work = () => {
      throw failure('FORBIDDEN');
    };
    const answer = await ask(server, '{ work }', {}, RESPONSE_JSON);
    expect(answer).toMatchObject({ status: 200, body: { data: { work: null } } });
  });

  test('too fast is 429 with the seconds to wait, whatever the media type', async () => {
    server.toy.work = () => {
      throw failure('TOO_FAST', [], { seconds: 7 });
    };
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await ask(server, '{ work }', {}, { accept });
      expect(answer.status).toBe(429);
      expect(answer.headers.get('retry-after')).toBe('7');
    }
  });

  test('a mutation of which one part was done is not said to be worth a retry', async () => {
    server.toy.write = () => {
      throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
    };
    expect(await ask(server, 'mutation { write }')).toMatchObject({ status: 503 });
    expect(await ask(server, 'mutation { done write }')).toMatchObject({
      status: 200,
      body: { data: { done: 'done' } },
    });
  });

  test('a mutation by GET is 405', async () => {
    const response = await fetch(`${server.url}/graphql?query=mutation%7Bdone%7D`);
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test.each(['cross-site', 'same-site'])('a GET that a %s page makes is refused', async (site) => {
    const response = await fetch(`${server.url}/graphql?query=%7Bhello%7D`, {
      headers: { 'sec-fetch-site': site },
    });
    expect(response.status).toBe(400);
  });
});
