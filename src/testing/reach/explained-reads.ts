import { getVariableValues } from 'graphql/execution/values.js';
import { getOperationAST, parse, type FragmentDefinitionNode } from 'graphql';
import { Client } from 'pg';
import { readOptions } from '../../db/reading/read-connection.js';
import type { Statement } from '../../db/reading/statement.js';
import { type Reach, reachOf, SET_VIEWER, viewerValues } from '../../db/viewer-settings.js';
import type { Viewer } from '../../kernel/viewer.js';
import { ReadEngine } from '../../reads/engine.js';
import { testSchema } from '../schema.js';

/** The read engine on connections of its own, which tells how many pages of the database a query looks at. */
export class ExplainedReads {
  private readonly engine: ReadEngine;
  private buffers = 0;
  private milliseconds = 0;

  private readonly clients = new Map<Reach, Client>();

  constructor(private readonly serviceUrl: string) {
    const read = (viewer: Viewer, statement: Statement) => this.explained(viewer, statement);
    this.engine = new ReadEngine(testSchema(), {
      read,
      disclose: () => Promise.resolve(),
      renew: () => Promise.resolve(),
    });
  }

  async close(): Promise<void> {
    for (const client of this.clients.values()) await client.end();
  }

  /** The pages that the statements of a query looked at. */
  async buffersOf(viewer: Viewer, query: string, variables = {}): Promise<number> {
    this.buffers = 0;
    await this.ask(viewer, query, variables);
    return this.buffers;
  }

  /** How long the statements of a query took, prepared, one after another. */
  async millisecondsOf(viewer: Viewer, query: string, variables = {}): Promise<number> {
    this.milliseconds = 0;
    await this.ask(viewer, query, variables);
    return this.milliseconds;
  }

  /** How many rows of a table the viewer sees. */
  async visible(viewer: Viewer, table: string): Promise<number> {
    return this.as(viewer, async (client) => {
      const { rows } = await client.query(`select count(*)::integer as count from ${table}`);
      return rows[0].count as number;
    });
  }

  private async ask(viewer: Viewer, query: string, given: object): Promise<void> {
    const document = parse(query);
    const operation = getOperationAST(document)!;
    const { coerced, errors } = getVariableValues(testSchema(), operation.variableDefinitions ?? [], {
      ...given,
    });
    if (!coerced) throw new Error(errors.join());
    const named = document.definitions.filter((each) => each.kind === 'FragmentDefinition');
    const fragments = Object.fromEntries(
      named.map((each: FragmentDefinitionNode) => [each.name.value, each]),
    );
    const request = { operation, fragments, variables: coerced, cost: 0, used: () => undefined };
    await this.engine.query(request, () => Promise.resolve(viewer));
  }

  private explained(viewer: Viewer, { text, values }: Statement): Promise<string> {
    return this.as(viewer, async (client) => {
      await client.query(`prepare explained as ${text}`);
      try {
        const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
        const { rows } = await client.query(
          `explain (analyze, buffers, timing off, format json) execute explained${given}`,
        );
        const plan = rows[0]['QUERY PLAN'][0].Plan as Record<string, number>;
        this.buffers += plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
        // by itself: to explain it takes longer
        const begunAt = performance.now();
        await client.query(`execute explained${given}`);
        this.milliseconds += performance.now() - begunAt;
        return '{}';
      } finally {
        await client.query('deallocate explained');
      }
    });
  }

  private async as<Result>(viewer: Viewer, work: (client: Client) => Promise<Result>): Promise<Result> {
    const client = await this.clientOf(reachOf(viewer));
    await client.query('begin read only');
    try {
      await client.query({ ...SET_VIEWER, values: viewerValues(viewer) });
      return await work(client);
    } finally {
      await client.query('rollback');
    }
  }

  private async clientOf(reach: Reach): Promise<Client> {
    const open = this.clients.get(reach);
    if (open) return open;
    const client = new Client({ connectionString: this.serviceUrl, options: readOptions(reach) });
    this.clients.set(reach, client);
    await client.connect();
    return client;
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  const text = Array.isArray(value)
    ? `{${value.map((item) => JSON.stringify(item)).join(',')}}`
    : (value as string);
  return `'${text.replaceAll("'", "''")}'`;
}
