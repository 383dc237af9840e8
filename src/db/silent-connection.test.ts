import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { day } from '../kernel/clock.js';
import type { Viewer } from '../kernel/viewer.js';
import { cloneDatabase, type TestDatabase } from '../testing/database.js';
import { databaseTrouble } from './database-trouble.js';
import { DurationEstimates, ReadConnection } from './read-connection.js';

const NOBODY: Viewer = {
  accountId: null,
  locale: 'nl',
  roles: [],
  personId: null,
  regions: [],
  led: [],
  supported: [],
  outlines: [],
  bodies: [],
  secretariat: [],
  seeks: [],
  today: day('2026-11-25'),
};
const ONE = { text: `select '1'`, values: [] };

/** Stands between a client and its database, and can silently stop forwarding. */
class Wire {
  private readonly sockets: Socket[] = [];

  private constructor(
    private readonly server: Server,
    private readonly database: URL,
  ) {
    server.on('connection', (client) => {
      const backend = connect(Number(database.port), database.hostname);
      this.sockets.push(client.pipe(backend), backend.pipe(client));
      for (const socket of [client, backend]) socket.on('error', () => undefined);
    });
  }

  static async to(url: string): Promise<Wire> {
    const server = createServer({ allowHalfOpen: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Wire(server, new URL(url));
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return Object.assign(new URL(this.database), { port: String(port) }).href;
  }

  /** Current connections receive nothing any more; later ones do. */
  fallSilent(): void {
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

let database: TestDatabase;
let wire: Wire;
let reads: ReadConnection;

beforeAll(async () => {
  database = await cloneDatabase();
});
beforeEach(async () => {
  wire = await Wire.to(database.serviceUrl);
  const limits = {
    poolSize: 1,
    poolWaitMs: 5_000,
    statementTimeoutMs: 250,
    lockTimeoutMs: 250,
    idleInTransactionTimeoutMs: 5_000,
  };
  reads = new ReadConnection(wire.url, limits, 'personal', new DurationEstimates(10));
  expect(await reads.read(NOBODY, ONE)).toBe('1');
});
afterEach(() => wire.close());
afterAll(() => database.drop());

test('a read on a connection that fell silent ends as "too slow", and the next one has a connection that works', async () => {
  wire.fallSilent();
  const error: unknown = await reads.read(NOBODY, ONE).catch((thrown: unknown) => thrown);
  expect(databaseTrouble(error)).toBe('TOO_SLOW');
  expect(await reads.read(NOBODY, ONE)).toBe('1');
  await reads.close();
});

test('a connection that fell silent is closed all the same', async () => {
  wire.fallSilent();
  await reads.close();
});
