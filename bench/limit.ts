/**
 * How fast an answer from this database can be: bare node:http, one hand-written statement per question, its JSON
 * text sent unchanged. Connections, viewer and row-level security are those of the service. It checks no token, reads
 * no GraphQL and writes no audit: the cost of those is the distance that the benchmark measures.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 as uuid } from 'uuid';
import { parseNodeId } from '../src/kernel/node-id.js';
import type { Asker } from './questions.js';
import { LimitConnections, type Prepared } from './limit-connections.js';
import { FIRST_PAGE, HAND_OVER, NEXT_PAGE, RISK, SEARCH, SINGLE, WORKLIST } from './limit-statements.js';

/** The settings of this process, in LIMIT. */
export interface LimitSettings {
  readonly serviceUrl: string;
  readonly today: string;
  /** values as the service sets them */
  readonly viewers: Readonly<Record<Asker, { role: string; values: string[] }>>;
}

interface Questions {
  single: { id: string };
  page: { region: string; after?: string };
  search: { q: string };
  worklist: { region: string };
  risk: object;
  handover: { input: { id: string; toPersonId: string; on: string } };
}

const READ_CONNECTIONS = 2;
const POOL_SIZE = 10;

async function main(): Promise<void> {
  const { serviceUrl, today, viewers } = JSON.parse(process.env['LIMIT'] ?? '') as LimitSettings;
  const { reader, writer, national } = viewers;
  const reads = await LimitConnections.open(
    serviceUrl,
    READ_CONNECTIONS,
    'begin read only',
    reader.role,
    reader.values,
  );
  const country = await LimitConnections.open(
    serviceUrl,
    READ_CONNECTIONS,
    'begin read only',
    national.role,
    national.values,
  );
  const writes = await LimitConnections.open(serviceUrl, POOL_SIZE, 'begin', writer.role, writer.values);

  const answers: { [Name in keyof Questions]: (question: Questions[Name]) => Promise<string> } = {
    single: ({ id }) => reads.ask({ name: 'single', text: SINGLE, values: [uuidOf(id), today] }),
    page: ({ region, after }) => reads.ask(page(uuidOf(region), today, after)),
    search: ({ q }) => reads.ask({ name: 'search', text: SEARCH, values: [q, today] }),
    worklist: ({ region }) =>
      reads.ask({ name: 'worklist', text: WORKLIST, values: [uuidOf(region), today] }),
    risk: () => country.ask({ name: 'risk', text: RISK, values: [] }),
    handover: ({ input: { id, toPersonId, on } }) =>
      writes.ask({ name: 'handover', text: HAND_OVER, values: [uuidOf(id), uuidOf(toPersonId), on, uuid()] }),
  };

  const server = createServer((request, response) => {
    const answer = answers[request.url!.slice(1) as keyof Questions] as (
      question: unknown,
    ) => Promise<string>;
    bodyOf(request)
      .then((body) => answer(JSON.parse(body)))
      .then(
        (text) => {
          const body = Buffer.from(`{"data":${text}}`);
          response.writeHead(200, {
            'content-type': 'application/json; charset=utf-8',
            'content-length': body.length,
          });
          response.end(body);
        },
        (error: unknown) => {
          console.error(error);
          response.writeHead(500).end();
        },
      );
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}

function page(region: string, today: string, after: string | undefined): Prepared {
  if (after === undefined) return { name: 'first_page', text: FIRST_PAGE, values: [region, today] };
  const [, name, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as [string, string, string];
  return { name: 'next_page', text: NEXT_PAGE, values: [region, today, name, id] };
}

function uuidOf(id: string): string {
  return parseNodeId(id)!.uuid;
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => resolve(body));
    request.on('error', reject);
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
