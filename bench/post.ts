import { type Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { Asked } from './questions.js';

export interface Posted {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** An answer later than this is none. */
const TIMEOUT_MS = 15_000;

/** The whole answer. Plain `node:http`: whoever measures is to take as little as possible of the same two processors. */
export function post(agent: Agent, { hostname, port }: URL, { path, headers, body }: Asked): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, headers, method: 'POST', agent, timeout: TIMEOUT_MS },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
        response.on('error', reject);
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}
