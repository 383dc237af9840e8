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

/** By how they were started: services that were closed, and are as new. */
const atRest = new Map<string, Reusable[]>();

/** How many files started each kind so far. */
const filesOf = new Map<string, number>();

/** Most files start a service of the ordinary kind. It, and any that many start, passes from file to file in a worker of jest. */
const ORDINARY = '{}';
const MANY = 2;
const outlivesFile = (key: string) =>
  process.send !== undefined && (key === ORDINARY || (filesOf.get(key) ?? 0) >= MANY);

/**
 * A service that a test closed, with the rows that it began with; or a new one. Starting a service takes as long as ten
 * tests, and one that runs has its statements planned.
 */
export async function asNew<Service extends Startable>(key: string, parts: Parts<Service>): Promise<Service> {
  let closed = atRest.get(key);
  if (!closed) {
    atRest.set(key, (closed = []));
    // of other kinds most files start one, and keeping its rows would be for nothing
    if (!outlivesFile(key)) return parts.start();
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
  for (const [key, services] of atRest) {
    filesOf.set(key, (filesOf.get(key) ?? 0) + 1);
    if (outlivesFile(key)) continue;
    atRest.delete(key);
    for (const { end } of services) await end();
  }
};
