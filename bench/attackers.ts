import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { post } from './post.js';
import { askService } from './questions.js';

/** Accounts that ask for the slowest they can find, in a process of their own: whoever measures has time for it. */

const AT_A_TIME = 10;
const ATTACKS = [
  'query($s: String!) { ALIAS: organisations(filter: { search: $s }) { totalCount } }',
  'query($s: String!) { ALIAS: people(filter: { search: $s }) { totalCount } }',
  'query($s: String!) { ALIAS: oudernetwerken(filter: { search: $s }) { totalCount } }',
  '{ ALIAS: people(first: 100) { totalCount nodes { id displayName trekkerschappen(first: 10) { totalCount } } } }',
];

export interface Answered {
  readonly ms: number;
  readonly status: number;
}

interface Attack {
  readonly origin: string;
  readonly tokens: readonly string[];
}

export async function startAttackers(attack: Attack): Promise<{ stop(): Promise<Answered[]> }> {
  const child = fork(__filename);
  child.send(attack);
  await once(child, 'message');
  return {
    stop: async () => {
      child.send('stop');
      const [answers] = (await once(child, 'message')) as [Answered[]];
      child.kill();
      return answers;
    },
  };
}

/** All that the budget allows, each time a document and a text that nobody has seen before. */
async function attackWith(origin: string, token: string, stop: AbortSignal): Promise<Answered[]> {
  const answers: Answered[] = [];
  const one = async () => {
    for (let n = 0; !stop.aborted; n++) {
      const document = ATTACKS[n % ATTACKS.length]!.replace('ALIAS', letters(20));
      const variables = document.startsWith('query') ? { s: letters(100) } : {};
      const answer = await answerTo(origin, document, variables, token);
      answers.push(answer);
      if (answer.status === 429) await pause(500);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, one));
  return answers;
}

const agent = new Agent({ keepAlive: true });

export async function answerTo(
  origin: string,
  document: string,
  variables: object,
  token: string,
): Promise<Answered> {
  const asked = askService({ document }, { ...variables }, token);
  const begun = performance.now();
  const { status } = await post(agent, new URL(origin), asked);
  return { ms: performance.now() - begun, status };
}

function letters(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
}

/** The first requests of a process take it longest, and would be measured as if the service were slow. */
async function warmUp({ origin, tokens }: Attack): Promise<void> {
  for (let n = 0; n < AT_A_TIME; n++)
    await Promise.all(tokens.map((token) => answerTo(origin, '{ __typename }', {}, token)));
}

async function attackUntilStopped(attack: Attack): Promise<void> {
  const { origin, tokens } = attack;
  await warmUp(attack);
  const stop = new AbortController();
  const attacks = Promise.all(tokens.map((token) => attackWith(origin, token, stop.signal)));
  process.send!('started');
  await once(process, 'message');
  stop.abort();
  process.send!((await attacks).flat());
}

if (require.main === module) {
  process.once('message', (attack: Attack) => void attackUntilStopped(attack));
}
