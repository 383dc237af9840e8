import { randomUUID } from 'node:crypto';
import { SentStatements } from '../../testing/oracle/sent-statements.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';

let service: TestService;
let statements: SentStatements;
beforeAll(async () => {
  service = await startTestService();
  statements = new SentStatements(service.owner);
});
afterAll(async () => {
  statements.stop();
  await service.close();
});

/** Where links lead, and what they say. */
const WHAT: Readonly<Record<string, () => string>> = {
  '/mail/unsubscribe': () => `PERSON.${randomUUID()}.reminders`,
  '/mail/address': () => randomUUID(),
  '/seats/answer': () => randomUUID(),
  '/downloads/retirement-schedule': () => `${randomUUID()}.ICS.2026-2027.nl.${randomUUID()}.1795600800`,
};
const PATHS = Object.keys(WHAT);

/** A link that looks like ours. */
const guess = (path: string) => `${path}?token=${WHAT[path]!()}.${'x'.repeat(43)}`;

async function ourUnsubscription(): Promise<string> {
  const what = WHAT['/mail/unsubscribe']!();
  const { rows } = await service.owner.query<{ signature: string }>(
    'select link_signature($1) as signature',
    [`unsubscribe ${what}`],
  );
  return `/mail/unsubscribe?token=${what}.${rows[0]!.signature}`;
}

interface Answered {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: unknown;
  readonly statements: number;
}

/** How that many requests are answered, one after the other. */
async function answers(
  times: number,
  urlOf: (n: number) => string | Promise<string>,
  addressOf: (n: number) => string,
  method: 'GET' | 'HEAD' = 'GET',
): Promise<Answered[]> {
  const all: Answered[] = [];
  for (let n = 0; n < times; n++) {
    const url = await urlOf(n);
    statements.take();
    const { statusCode, body, headers } = await service.app.inject({
      method,
      url,
      remoteAddress: addressOf(n),
    });
    const retryAfter = headers['retry-after'];
    all.push({ status: statusCode, body, retryAfter, statements: statements.take().length });
  }
  return all;
}

test.each(PATHS)(
  '%s: a text that is no link looks like a link that is not ours, and asks nothing of the database',
  async (path) => {
    const [guessed] = await answers(
      1,
      () => guess(path),
      () => '198.51.100.1',
    );
    expect([guessed!.status, guessed!.statements > 0]).toEqual([404, true]);
    const odd = [
      '',
      'x',
      `${WHAT[path]!()}.short`,
      `${WHAT[path]!()}\n.${'x'.repeat(43)}`,
      'x'.repeat(5_000),
    ];
    const texts = [
      `${guess(path)}&token=x`,
      path,
      ...odd.map((text) => `${path}?token=${encodeURIComponent(text)}`),
    ];
    const others = await answers(
      140,
      (n) => texts[n % texts.length]!,
      () => '198.51.100.2',
    );
    for (const other of others) expect(other).toEqual({ ...guessed, statements: 0 });
  },
);

test('a client who guesses waits, wherever they guess and whichever of their addresses they use; nobody else does', async () => {
  const anyGuess = (n: number) => guess(PATHS[n % PATHS.length]!);
  const tried = await unchanged(service.owner, () => answers(80, anyGuess, (n) => `2001:db8:7:7::${n}`));
  expect(tried.slice(0, 60).map(({ status }) => status)).toEqual(Array(60).fill(404));
  for (const { status, retryAfter, statements: sent } of tried.slice(60)) {
    expect([status, retryAfter, sent]).toEqual([429, '1', 0]);
  }
  const [neighbour] = await answers(1, anyGuess, () => '2001:db8:7:8::1');
  expect(neighbour!.status).toBe(404);
});

test('guesses sent at once are no more than those sent in turn', async () => {
  const all = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const sent = await service.app.inject({ url: guess('/seats/answer'), remoteAddress: '198.51.100.3' });
      return sent.statusCode;
    }),
  );
  expect(all.filter((status) => status === 404)).toHaveLength(60);
  expect(all.filter((status) => status === 429)).toHaveLength(40);
});

test('links that are ours are no guesses: a mail scanner follows all of them', async () => {
  const followed = await unchanged(service.owner, () =>
    answers(100, ourUnsubscription, () => '198.51.100.4', 'HEAD'),
  );
  expect(followed.map(({ status }) => status)).toEqual(Array(100).fill(200));
});

test('one link is good for as many visits, from wherever; then it asks nothing of the database', async () => {
  const url = await ourUnsubscription();
  const visits = await answers(
    70,
    () => url,
    (n) => `203.0.113.${n}`,
  );
  expect(visits.slice(0, 60).map(({ status }) => status)).toEqual(Array(60).fill(200));
  for (const { status, retryAfter, statements: sent } of visits.slice(60)) {
    expect([status, retryAfter, sent]).toEqual([429, '1', 0]);
  }
  service.travelTo('2026-11-25T10:00:01Z');
  const [later] = await answers(
    1,
    () => url,
    () => '203.0.113.1',
  );
  expect(later!.status).toBe(200);
});
