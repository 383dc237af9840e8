import { Client } from 'pg';
import type { Viewer } from '../kernel/viewer.js';
import { connectionSettings, type ConnectionLimits } from './data-source.js';
import { REACHES, reachOf, roleOf, SET_VIEWER, viewerValues, type Reach } from './viewer-settings.js';

export interface Statement {
  /** prepared under this name; absent: not prepared */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * A few shared connections per reach. The messages of one read (begin, viewer, statement, commit) are queued
 * together without awaiting, so that many requests share a connection, first in, first out.
 */
export class ReadLanes {
  private readonly lanes: Record<Reach, Lane[]>;

  constructor(url: string, limits: ConnectionLimits, width: number) {
    const lane = (reach: Reach) => new Lane(url, limits, reach);
    this.lanes = Object.fromEntries(
      REACHES.map((reach) => [reach, Array.from({ length: width }, () => lane(reach))]),
    ) as Record<Reach, Lane[]>;
  }

  /** The first column of the first row, as text. */
  read(viewer: Viewer, statement: Statement): Promise<string> {
    const lanes = this.lanes[reachOf(viewer)];
    return lanes.reduce((a, b) => (b.queued < a.queued ? b : a)).read(viewer, statement);
  }

  /** Puts fresh connections in place, without the statements prepared so far; what is queued still finishes. */
  async renew(): Promise<void> {
    await Promise.all(this.all().map((lane) => lane.close()));
  }

  async close(): Promise<void> {
    await this.renew();
  }

  private all(): Lane[] {
    return REACHES.flatMap((reach) => this.lanes[reach]);
  }
}

class Lane {
  queued = 0;
  private connection: Promise<Client> | null = null;

  constructor(
    private readonly url: string,
    private readonly limits: ConnectionLimits,
    private readonly reach: Reach,
  ) {}

  async read(viewer: Viewer, statement: Statement): Promise<string> {
    this.queued++;
    try {
      const client = await (this.connection ??= this.connect());
      const answers = await Promise.allSettled([
        client.query('begin read only'),
        client.query({ ...SET_VIEWER, values: viewerValues(viewer) }),
        client.query<[string]>({ ...statement, values: [...statement.values], rowMode: 'array' }),
        client.query('commit'),
      ]);
      const failed = answers.find((answer) => answer.status === 'rejected');
      if (failed) throw failed.reason;
      const answer = answers[2];
      return answer.status === 'fulfilled' ? (answer.value.rows[0]?.[0] ?? '') : '';
    } finally {
      this.queued--;
    }
  }

  async close(): Promise<void> {
    const connection = this.connection;
    this.connection = null;
    await connection?.then((client) => client.end()).catch(() => undefined);
  }

  /** What is kept is the promise itself: by that it is forgotten again when its connection is lost or never made. */
  private connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      ...connectionSettings(this.limits),
      // a plan per statement, not per value: planning takes as long as a page takes to read
      options: `-c role=${roleOf(this.reach)} -c plan_cache_mode=force_generic_plan`,
      pipeline: true,
    });
    const opened: Promise<Client> = client.connect().then(() => client);
    const forget = () => {
      if (this.connection === opened) this.connection = null;
    };
    client.on('error', forget);
    client.on('end', forget);
    opened.catch(forget);
    return opened;
  }
}
