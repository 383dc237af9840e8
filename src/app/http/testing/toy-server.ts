import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  Kind,
} from 'graphql';
import type { Commits } from '../../../graphql/commits.js';
import { UuidScalar } from '../../../graphql/scalars.js';
import { failure } from '../../../kernel/failure.js';
import { createErrorFormatter } from '../refusals/errors.js';
import { createLog } from '../log.js';
import type { RequestContext } from '../outcome.js';
import { createServer, type ServerParts } from '../server.js';

function day(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-[012]\d$/.test(value)) return value;
  throw failure('BAD_DATE', [], { value: String(value) });
}

const Day = new GraphQLScalarType({
  name: 'Day',
  parseValue: day,
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : null),
});

const Span = new GraphQLInputObjectType({
  name: 'Span',
  fields: { from: { type: new GraphQLNonNull(Day) }, days: { type: new GraphQLList(Day) } },
});

const Role = new GraphQLEnumType({ name: 'Role', values: { TREKKER: {}, CO_TREKKER: {} } });

/** Whatever a caller can get wrong. */
const Values = new GraphQLInputObjectType({
  name: 'Values',
  fields: {
    number: { type: GraphQLInt },
    share: { type: GraphQLFloat },
    text: { type: GraphQLString },
    flag: { type: GraphQLBoolean },
    id: { type: GraphQLID },
    key: { type: UuidScalar },
    role: { type: Role },
    roles: { type: new GraphQLList(new GraphQLNonNull(Role)) },
    span: { type: Span },
  },
});

/** What the fields of the toy schema do; a test replaces what it needs. */
export interface Toy {
  work(): unknown;
  write(commits: Commits): unknown;
}

function toySchema(toy: Toy): GraphQLSchema {
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        hello: { type: GraphQLString, resolve: () => 'hello' },
        work: { type: GraphQLString, resolve: () => toy.work() },
        page: {
          type: GraphQLString,
          args: { first: { type: new GraphQLNonNull(GraphQLInt) } },
          resolve: () => 'page',
        },
        give: { type: GraphQLString, args: { values: { type: Values } }, resolve: () => 'given' },
      },
    }),
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      fields: {
        plan: {
          type: GraphQLString,
          args: { input: { type: new GraphQLNonNull(Span) } },
          resolve: () => 'planned',
        },
        write: {
          type: GraphQLString,
          resolve: (_source, _args, { outcome }: RequestContext) => toy.write(outcome!.commits),
        },
        done: {
          type: GraphQLString,
          resolve: (_source, _args, { outcome }: RequestContext) =>
            outcome!.commits.run(() => Promise.resolve()).then(() => 'done'),
        },
      },
    }),
  });
}

export interface ToyServer {
  app: FastifyInstance;
  url: string;
  toy: Toy;
  /** the log so far, one object per line */
  logged(): Record<string, unknown>[];
  close(): Promise<void>;
}

type Changes = Partial<Omit<ServerParts<RequestContext>, 'config'>> & {
  config?: Partial<ServerParts<RequestContext>['config']>;
};

/** A listening server on a free port, with a log that can be read back. */
export async function startToyServer(changes: Changes = {}): Promise<ToyServer> {
  const toy: Toy = { work: () => 'worked', write: () => 'written' };
  const output = new PassThrough();
  const lines: string[] = [];
  output.on('data', (chunk: Buffer) => lines.push(...String(chunk).trim().split('\n')));
  const schema = toySchema(toy);
  const log = createLog({ LOG_LEVEL: 'info' }, output);
  const app = await createServer<RequestContext>({
    schema,
    log,
    plugins: [],
    contextOf: async ({ id, locale }) => ({ request: { id, locale } }),
    ready: async () => ({ ok: true }),
    formatError: createErrorFormatter(log, schema),
    ...changes,
    config: {
      BODY_LIMIT: 10_000,
      MAX_TOKENS: 200,
      REQUEST_TIMEOUT_MS: 5_000,
      PUBLIC_URL: '',
      TRUST_PROXY: [],
      ...changes.config,
    },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    app,
    toy,
    url: `http://127.0.0.1:${port}`,
    logged: () => lines.map((line) => JSON.parse(line)),
    close: () => {
      const closed = app.close();
      // fetch keeps idle connections open on which nothing was ever requested
      app.server.closeAllConnections();
      return closed;
    },
  };
}

interface Answer {
  status: number;
  headers: Headers;
  body: { data?: Record<string, unknown> | null; errors?: GraphqlProblem[] };
}

interface GraphqlProblem {
  message: string;
  path?: (string | number)[];
  locations?: unknown[];
  extensions: { code: string; reason?: string; reference?: string };
}

export async function ask(
  server: ToyServer,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  };
}
