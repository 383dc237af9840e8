import { failure, Failure } from '../../../kernel/failure.js';
import { Overload } from '../../../db/fair/load.js';
import { ask, startToyServer, type ToyServer } from '../testing/toy-server.js';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.close());

function failing(error: unknown): void {
  server.toy.work = () => {
    throw error;
  };
}

async function problemOf(query: string, variables = {}, headers = {}) {
  const { body } = await ask(server, query, variables, headers);
  expect(body.errors).toHaveLength(1);
  return body.errors![0]!;
}

const PLAN = 'mutation ($input: Span!) { plan(input: $input) }';

describe('our own refusals', () => {
  test('speak the language of the request and name their reason', async () => {
    failing(failure('FORBIDDEN'));
    expect(await problemOf('{ work }')).toMatchObject({
      message: 'Your role does not allow this.',
      path: ['work'],
      extensions: { code: 'FORBIDDEN', reason: 'FORBIDDEN' },
    });
    expect(await problemOf('{ work }', {}, { 'accept-language': 'nl-NL,en;q=0.5' })).toMatchObject({
      message: 'Met uw rol kunt u dit niet doen.',
    });
  });

  test('at the same time, each in its own language', async () => {
    failing(failure('FORBIDDEN'));
    const asked = Array.from({ length: 20 }, (_, i) => (i % 2 ? 'nl' : 'en'));
    const problems = await Promise.all(
      asked.map((locale) => problemOf('{ work }', {}, { 'accept-language': locale })),
    );
    expect(problems.map(({ message }) => (message.startsWith('Met ') ? 'nl' : 'en'))).toEqual(asked);
  });

  test('a payload failure that escapes still gets a code of the closed list', async () => {
    failing(failure('CONFLICT', [], { actual: 3 }));
    expect(await problemOf('{ work }')).toMatchObject({
      extensions: { code: 'CONFLICT', reason: 'CONFLICT' },
    });
    failing(failure('NOT_FOUND'));
    expect(await problemOf('{ work }')).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', reason: 'NOT_FOUND' },
    });
  });

  test('several problems are all reported', async () => {
    failing(
      new Failure([
        { code: 'BAD_TEXT', path: ['input', 'name'], params: {} },
        { code: 'BAD_NUMBER', path: ['input', 'age'], params: { min: 0, max: 120 } },
      ]),
    );
    const { message } = await problemOf('{ work }');
    expect(message).toContain('input.name: the text contains');
    expect(message).toContain('input.age: choose a number from 0 to 120.');
  });
});

describe('bad input names the field', () => {
  const BAD_DAY =
    'input.from: "2026-02-30" is not an existing day. Write year-month-day, for example 2026-07-31.';

  test('a scalar of ours in a variable', async () => {
    expect(await problemOf(PLAN, { input: { from: '2026-02-30' } })).toMatchObject({
      message: BAD_DAY,
      extensions: { code: 'BAD_USER_INPUT', reason: 'BAD_DATE' },
    });
    const inList = await problemOf(PLAN, {
      input: { from: '2026-02-01', days: ['2026-02-01', 'x" at "y"; '] },
    });
    expect(inList.message).toMatch(/^input\.days\[1\]: /);
  });

  test('a scalar of ours in the document', async () => {
    expect(await problemOf('mutation { plan(input: { from: "2026-02-30" }) }')).toMatchObject({
      message: BAD_DAY,
    });
  });

  test.each([
    ['unknown field', PLAN, { input: { from: '2026-02-01', naam: 1 } }, /^input: .*naam/],
    ['missing field', PLAN, { input: {} }, /^input: from/],
    ['missing variable', PLAN, {}, /^input: /],
    ['wrong type in a variable', 'query ($first: Int!) { page(first: $first) }', { first: 'x' }, /first/],
    ['wrong type in the document', '{ page(first: "x") }', {}, /^first: give a whole number/],
    ['null in a required place', '{ page(first: null) }', {}, /^first: /],
    ['unknown selection', '{ nothing }', {}, /nothing/],
    ['not GraphQL', '{', {}, /Syntax Error/],
    ['two operations, none named', 'query A { hello } query B { hello }', {}, /operation/],
    ['NUL in a string', '{ page(first: "\u0000") }', {}, /first/],
  ])('%s', async (_what, query, variables, said) => {
    const { message, extensions } = await problemOf(query, variables);
    expect(message).toMatch(said);
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test.each(['subscription { x }', 'query A { hello } subscription B { x }'])(
    'a kind of operation that the schema does not have: %s',
    async (query) => {
      const before = server.logged().length;
      const { message, extensions } = await problemOf(query);
      expect(message).toMatch(/subscription/);
      expect(extensions).toEqual({ code: 'BAD_USER_INPUT' });
      expect(server.logged().slice(before)).not.toContainEqual(expect.objectContaining({ level: 50 }));
    },
  );

  test('a huge value is not sent back whole', async () => {
    const { message } = await problemOf('query ($first: Int!) { page(first: $first) }', {
      first: 'x'.repeat(5_000),
    });
    expect(message.length).toBeLessThan(1_100);
  });

  test('too many tokens is a limit', async () => {
    const query = `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: hello`).join(' ')} }`;
    expect(await problemOf(query)).toMatchObject({
      extensions: { code: 'LIMIT_EXCEEDED', reason: 'TOO_MANY' },
    });
  });
});

describe('the database', () => {
  const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

  test.each([
    coded('ECONNREFUSED'),
    coded('57P01'),
    coded('08006'),
    coded('53300'),
    coded('55P03'),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new Error('timeout expired'),
    new Error('The server does not support SSL connections'),
    coded('25006', 'cannot execute INSERT in a read-only transaction'),
    coded('28P01'),
    coded('58030'),
    coded('ENETUNREACH'),
    coded('CERT_HAS_EXPIRED'),
    Object.assign(new Error('wrapped as TypeORM does'), { driverError: coded('57P03') }),
  ])('away or busy: %s', async (error) => {
    failing(error);
    const answer = await ask(server, '{ work }');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.body.errors).toMatchObject([
      { extensions: { code: 'UNAVAILABLE', reason: 'UNAVAILABLE' } },
    ]);
  });

  test('too busy: the log says which queue was full', async () => {
    const cause = new Overload('slow_reads');
    failing(new Failure([{ code: 'UNAVAILABLE', path: [], params: {} }], { cause }));
    const answer = await ask(server, '{ work }', {}, { 'x-request-id': 'busy-request' });
    expect(answer.status).toBe(503);
    expect(server.logged()).toContainEqual(
      expect.objectContaining({ level: 40, requestId: 'busy-request', queue: 'slow_reads' }),
    );
  });

  test('a statement cut off for its time is a limit', async () => {
    failing(coded('57014'));
    expect(await problemOf('{ work }')).toMatchObject({
      extensions: { code: 'LIMIT_EXCEEDED', reason: 'TOO_SLOW' },
    });
  });
});

describe('what nobody foresaw', () => {
  test('is masked, and found in the log by its reference', async () => {
    failing(new Error('the secret plan'));
    const { message, extensions } = await problemOf('{ work }');
    expect(extensions).toEqual({
      code: 'INTERNAL',
      reason: 'INTERNAL',
      reference: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(message).toContain(extensions.reference);
    expect(message).not.toContain('secret');
    const line = server.logged().find(({ reference }) => reference === extensions.reference);
    expect(line).toMatchObject({
      error: { message: 'the secret plan', stack: expect.stringContaining('errors.test') },
    });
  });

  test('no value of a row reaches the log', async () => {
    failing(
      Object.assign(new Error('invalid input syntax for type uuid: "Jan Jansen"'), {
        severity: 'ERROR',
        code: '22P02',
        detail: 'Key (email)=(jan@example.org) already exists.',
        parameters: ['Jan Jansen'],
      }),
    );
    const { extensions } = await problemOf('{ work }');
    const line = server.logged().find(({ reference }) => reference === extensions.reference);
    expect(line).toMatchObject({ error: { code: '22P02' } });
    expect(JSON.stringify(line)).not.toMatch(/Jansen|jan@/);
  });

  test.each(['a string', null, 42, { some: 'object' }])('even when %p is thrown', async (thrown) => {
    failing(thrown);
    expect(await problemOf('{ work }')).toMatchObject({ extensions: { code: 'INTERNAL' } });
  });
});
