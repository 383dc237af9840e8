import type { Commits } from '../../graphql/commits.js';
import { ask, startToyServer, type ToyServer } from './testing/toy-server.js';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer({ config: { REQUEST_TIMEOUT_MS: 50 } });
});
afterAll(() => server.close());

/** Resolves once nothing more can be committed. */
async function closed(commits: Commits): Promise<void> {
  for (;;) {
    try {
      commits.refuseIfClosed();
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

test('a mutation that takes too long is answered 503, and then commits nothing', async () => {
  const commit = jest.fn();
  let attempt: Promise<void> = Promise.resolve();
  server.toy.write = (commits) => {
    attempt = closed(commits).then(() => commits.run(commit));
    return attempt;
  };
  const answer = await ask(server, 'mutation { write }');
  expect(answer).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] } });
  expect(answer.headers.get('retry-after')).toBe('2');
  await expect(attempt).rejects.toThrow('UNAVAILABLE');
  expect(commit).not.toHaveBeenCalled();
});

test('what was committed before is in the answer, and the rest is refused', async () => {
  const commit = jest.fn();
  server.toy.write = (commits) => closed(commits).then(() => commits.run(commit));
  const answer = await ask(server, 'mutation { done write }');
  expect(answer).toMatchObject({
    status: 200,
    body: { data: { done: 'done', write: null }, errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
  });
  expect(answer.headers.has('retry-after')).toBe(false);
  expect(commit).not.toHaveBeenCalled();
});

test('a commit without an end is not said to be worth a repeat', async () => {
  let finish = (): void => undefined;
  const commit = new Promise<void>((resolve) => (finish = resolve));
  server.toy.write = (commits) => commits.run(() => commit);
  const answer = await ask(server, 'mutation { write }');
  expect(answer).toMatchObject({
    status: 500,
    body: { errors: [{ extensions: { code: 'UNAVAILABLE', reason: 'OUTCOME_UNKNOWN' } }] },
  });
  expect(answer.headers.has('retry-after')).toBe(false);
  finish();
});
