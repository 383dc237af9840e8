import { Client } from 'pg';
import { SETTINGS } from '../src/db/viewer-settings.js';

export interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

const SET_VIEWER = {
  name: 'set_viewer',
  text: `select ${SETTINGS.map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`,
};

/**
 * Shared connections on which begin, viewer, statement and commit are queued at once: as the service read when the
 * goals were set. It stays so, since they are shares of it.
 */
export class LimitConnections {
  private readonly connections: { client: Client; queued: number }[];

  private constructor(
    clients: Client[],
    private readonly begin: string,
    private readonly viewer: string[],
  ) {
    this.connections = clients.map((client) => ({ client, queued: 0 }));
  }

  static async open(
    url: string,
    width: number,
    begin: 'begin read only' | 'begin',
    role: string,
    viewer: string[],
  ): Promise<LimitConnections> {
    const clients = Array.from(
      { length: width },
      () => new Client({ connectionString: url, options: `-c role=${role}`, pipeline: true }),
    );
    await Promise.all(clients.map((client) => client.connect()));
    return new LimitConnections(clients, begin, viewer);
  }

  async ask(statement: Prepared): Promise<string> {
    const connection = this.connections.reduce((a, b) => (b.queued < a.queued ? b : a));
    connection.queued++;
    const { client } = connection;
    try {
      const [, , answer] = await Promise.all([
        client.query(this.begin),
        client.query({ ...SET_VIEWER, values: this.viewer }),
        client.query<[string]>({ ...statement, rowMode: 'array' }),
        client.query('commit'),
      ]);
      return answer.rows[0]![0];
    } finally {
      connection.queued--;
    }
  }
}
