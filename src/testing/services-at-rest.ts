import { keepRows } from './kept-rows.js';
import { NOW, type TestService } from './test-service.js';

declare global {
  /** set here, and called by the test runner when a file is done */
  var endServicesAtRest: (() => Promise<void>) | undefined;
}

interface Reusable {
  readonly service: TestService;
  end(): Promise<void>;
}

/** Of the test file that runs now, by how they were started: services that were closed, and are as new. */
const atRest = new Map<string, Reusable[]>();

/** After so long a service remembers nothing of an earlier test: no rights, no debts, no refused sign-ins. */
const LATER_THAN_ANY_MEMORY = '2226-11-25T10:00:00Z';

/**
 * A service that a test of this file closed, with the rows and the clock that it began with; or a new one. Starting a
 * service takes as long as ten tests.
 */
export async function asNew(key: string, start: () => Promise<TestService>): Promise<TestService> {
  const closed = atRest.get(key);
  if (!closed) {
    // most files start one service, and keeping its rows would be for nothing
    atRest.set(key, []);
    return start();
  }
  return (closed.pop() ?? (await reusable(start, closed))).service;
}

async function reusable(start: () => Promise<TestService>, closed: Reusable[]): Promise<Reusable> {
  const started = await start();
  const rows = await keepRows(started);
  const end = async () => {
    await rows.close();
    await started.close();
  };
  const itself: Reusable = { service: { ...started, close: rest }, end };
  async function rest(): Promise<void> {
    if (started.app.server.listening || !(await rows.restore())) return end();
    started.travelTo(LATER_THAN_ANY_MEMORY);
    started.travelTo(NOW);
    closed.push(itself);
  }
  return itself;
}

globalThis.endServicesAtRest = async () => {
  const services = [...atRest.values()].flat();
  atRest.clear();
  for (const { end } of services) await end();
};
