import { execFileSync } from 'node:child_process';
import Module from 'node:module';
import path from 'node:path';

type ResolveFilename = (request: string, parent?: { filename?: string }, ...rest: unknown[]) => string;

export default async function globalSetup(): Promise<void> {
  buildWhatTestsRead();
  answerToCompiledNames();
  const { startTestCluster } = await import('./test-cluster.js');
  await startTestCluster();
}

/** Done in no time when it was done before; here, so that `npx jest` alone does it too. */
function buildWhatTestsRead(): void {
  execFileSync(process.execPath, [path.resolve(__dirname, '../../scripts/prepare.mjs'), 'tests'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** `moduleNameMapper` in jest.config.ts, for this one process, where jest leaves loading to Node itself. */
function answerToCompiledNames(): void {
  const loader = Module as unknown as { _resolveFilename: ResolveFilename };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (request, parent, ...rest) {
    const source = parent?.filename?.endsWith('.ts')
      ? request.replace(/^(\.{1,2}\/.*)\.js$/, '$1.ts')
      : request;
    return resolve.call(this, source, parent, ...rest);
  };
}
