import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between a client and its database, and can silently stop forwarding. */
export class Wire {
  private readonly clients: Socket[] = [];
  private readonly backends: Socket[] = [];

  private constructor(
    private readonly server: Server,
    private readonly database: URL,
  ) {
    server.on('connection', (client) => {
      const backend = connect(Number(database.port), database.hostname);
      this.clients.push(client);
      this.backends.push(backend);
      client.pipe(backend).pipe(client);
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
    // over TCP, also to a database that has a Unix socket
    return Object.assign(new URL(this.database), { port: String(port), search: '' }).href;
  }

  /** Current connections receive nothing any more; later ones do. `noticed`: the client gave up all of them. */
  fallSilent(): { noticed: Promise<unknown> } {
    for (const socket of [...this.clients, ...this.backends]) socket.unpipe().resume();
    const open = this.clients.filter(({ readableEnded, destroyed }) => !readableEnded && !destroyed);
    return { noticed: Promise.all(open.map((client) => once(client, 'end'))) };
  }

  close(): void {
    for (const socket of [...this.clients, ...this.backends]) socket.destroy();
    this.server.close();
  }
}
