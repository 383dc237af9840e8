import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LimitSettings } from './limit.js';
import type { Usage } from './probe.js';
import { freePort } from '../src/db/embedded/free-to-listen.js';

const START_TIMEOUT_MS = 30_000;

/** A server under measurement, in its own process. */
export interface Server {
  readonly name: string;
  readonly origin: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

export async function startLimit(name: string, settings: LimitSettings): Promise<Server> {
  const child = start(name, 'limit.js', { LIMIT: JSON.stringify(settings) });
  const [{ port }] = (await orFailure(name, child, once(child, 'message'))) as [{ port: number }];
  return running(name, `http://127.0.0.1:${port}`, child);
}

/** The service as `npm start` runs it, on its own port. */
export async function startService(name: string, env: NodeJS.ProcessEnv): Promise<Server> {
  const port = await freePort();
  const child = start(name, '../src/main.js', { ...env, HOST: '127.0.0.1', PORT: String(port) });
  const origin = `http://127.0.0.1:${port}`;
  await orFailure(name, child, ready(`${origin}/readyz`));
  return running(name, origin, child);
}

function start(name: string, program: string, env: NodeJS.ProcessEnv): ChildProcess {
  const child = fork(path.join(__dirname, program), {
    env: { ...process.env, NODE_ENV: 'development', ...env },
    // as npm start gives it
    execArgv: ['--max-old-space-size=256', '--require', path.join(__dirname, 'probe.js')],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => process.stderr.write(`${name}: ${text}`));
  }
  return child;
}

function running(name: string, origin: string, child: ChildProcess): Server {
  return {
    name,
    origin,
    async usage() {
      child.send('usage');
      const [message] = (await orFailure(name, child, once(child, 'message'))) as [{ usage: Usage }];
      return message.usage;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function orFailure<T>(name: string, child: ChildProcess, wanted: Promise<T>): Promise<T> {
  const late = new AbortController();
  try {
    return await Promise.race([
      wanted,
      once(child, 'exit', { signal: late.signal }).then(() => {
        throw new Error(`${name} ended by itself`);
      }),
      pause(START_TIMEOUT_MS, null, { signal: late.signal }).then(() => {
        throw new Error(`${name} does not answer`);
      }),
    ]);
  } finally {
    late.abort();
  }
}

async function ready(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(100, null, { ref: false });
  }
}
