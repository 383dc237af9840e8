import { keepRows } from './kept-rows.js';

declare global {
  /** set here, and called by the test runner when a file is done */
  var endServicesAtRest: (() => Promise<void>) | undefined;
}

interface Startable {
  readonly urls: Parameters<typeof keepRows>[0]['urls'];
  readonly app: { readonly server: { readonly listening: boolean } };
  close(): Promise<void>;
}

interface Parts<Service> {
  start(): Promise<Service>;
  /** makes a service forget what it remembers outside its database */
  forget(service: Service): void;
}

interface Reusable {
  readonly service: Startable;
  end(): Promise<void>;
}

/** Of the test file that runs now, by how they were started: services that were closed, and are as new. */
const atRest = new Map<string, Reusable[]>();

/**
 * A service that a test of this file closed, with the rows that it began with; or a new one. Starting a service takes
 * as long as ten tests.
 */
export async function asNew<Service extends Startable>(key: string, parts: Parts<Service>): Promise<Service> {
  const closed = atRest.get(key);
  if (!closed) {
    // most files start one service, and keeping its rows would be for nothing
    atRest.set(key, []);
    return parts.start();
  }
  // whoever has the same key gives the same parts
  return (closed.pop() ?? (await reusable(parts, closed))).service as Service;
}

async function reusable<Service extends Startable>(
  { start, forget }: Parts<Service>,
  closed: Reusable[],
): Promise<Reusable> {
  const started = await start();
  const rows = await keepRows(started);
  const end = async () => {
    await rows.close();
    await started.close();
  };
  const itself: Reusable = { service: { ...started, close: rest }, end };
  async function rest(): Promise<void> {
    if (started.app.server.listening || !(await rows.restore())) return end();
    forget(started);
    closed.push(itself);
  }
  return itself;
}

globalThis.endServicesAtRest = async () => {
  const services = [...atRest.values()].flat();
  atRest.clear();
  for (const { end } of services) await end();
};
