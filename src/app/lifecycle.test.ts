import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import fastify from 'fastify';
import { pino } from 'pino';
import { exitFailedStart, listen, StartProblem, type StopStep, stopOnSignals } from './lifecycle.js';
import { FakeProcess } from '../testing/fake-process.js';
import { ask, startToyServer, type ToyServer } from './http/testing/toy-server.js';

const log = pino({ level: 'silent' });

async function stoppable(
  steps: StopStep[] = [],
  timeout = 5_000,
  elapsed?: () => number,
): Promise<{ server: ToyServer; host: FakeProcess }> {
  const server = await startToyServer();
  const host = new FakeProcess();
  stopOnSignals({
    app: server.app,
    log,
    steps,
    config: { STOP_TIMEOUT_MS: timeout },
    process: host,
    elapsed,
  });
  return { server, host };
}

/** A request that is in progress until `finish` is called. */
async function inFlight(server: ToyServer) {
  let finish = (_value: string) => {};
  const started = new Promise<void>((resolve) => {
    server.toy.work = () => {
      resolve();
      return new Promise<string>((done) => (finish = done));
    };
  });
  const answer = ask(server, '{ work }');
  await started;
  return { answer, finish: () => finish('worked') };
}

test('SIGTERM: not ready at once, work finishes, steps in order, exit 0', async () => {
  const done: string[] = [];
  const step = (name: string) => ({ name, run: async () => void done.push(name) });
  const { server, host } = await stoppable([step('jobs'), step('pool')]);
  const { answer, finish } = await inFlight(server);

  host.emit('SIGTERM');
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${server.url}/livez`)).status).toBe(200);
  const refused = await ask(server, '{ hello }');
  expect(refused).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] } });
  expect(refused.headers.get('connection')).toBe('close');
  expect(refused.headers.get('retry-after')).toBe('2');
  expect(host.exits).toEqual([]);

  finish();
  expect(await answer).toMatchObject({ status: 200, body: { data: { work: 'worked' } } });
  expect(await host.exited).toBe(0);
  expect(done).toEqual(['jobs', 'pool']);
  await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
});

test('connections that wait or never spoke do not hold up the stop', async () => {
  const { server, host } = await stoppable();
  const agent = new Agent({ keepAlive: true });
  await new Promise((resolve) =>
    request(`${server.url}/livez`, { agent }, (res) => res.resume().on('end', resolve)).end(),
  );
  const silent = connect(Number(new URL(server.url).port), '127.0.0.1');
  await new Promise((resolve) => silent.once('connect', resolve));
  const closed = new Promise((resolve) => silent.once('close', resolve));
  host.emit('SIGINT');
  expect(await host.exited).toBe(0);
  await closed;
  agent.destroy();
});

test('a step that hangs is cut off with exit 1', async () => {
  const { host } = await stoppable([{ name: 'hangs', run: () => new Promise(() => {}) }], 50);
  host.emit('SIGTERM');
  expect(await host.exited).toBe(1);
});

test('a step that fails does not keep the next from running, and shows in the exit code', async () => {
  const done: string[] = [];
  const { host } = await stoppable([
    { name: 'fails', run: () => Promise.reject(new Error('x')) },
    { name: 'next', run: async () => void done.push('next') },
  ]);
  host.emit('SIGTERM');
  expect(await host.exited).toBe(1);
  expect(done).toEqual(['next']);
});

test('a second signal forces, unless it is the same one that npm passes on as well', async () => {
  let now = 0;
  const { server, host } = await stoppable([], 5_000, () => now);
  const { answer, finish } = await inFlight(server);
  host.emit('SIGINT');
  now = 900;
  host.emit('SIGINT');
  expect(host.exits).toEqual([]);
  now = 1_000;
  host.emit('SIGINT');
  expect(host.exits).toEqual([1]);
  finish();
  await answer;
  await server.close();
});

test('a port in use is reported in one line, after what was started is undone', async () => {
  const first = await startToyServer();
  const port = Number(new URL(first.url).port);
  const problem = await listen(fastify(), { HOST: '127.0.0.1', PORT: port }).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(StartProblem);

  const said = jest.spyOn(console, 'error').mockImplementation();
  const done: string[] = [];
  const host = new FakeProcess();
  await exitFailedStart(problem, [{ name: 'pool', run: async () => void done.push('pool') }], log, host);
  expect(said.mock.calls).toEqual([[expect.stringMatching(/^Port \d+ is taken\. [^\n]*$/)]]);
  expect(done).toEqual(['pool']);
  expect(host.exits).toEqual([1]);
  said.mockRestore();
  await first.close();
});
