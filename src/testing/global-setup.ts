import Module from 'node:module';
import buildForTests from './build-for-tests';

type ResolveFilename = (request: string, parent?: { filename?: string }, ...rest: unknown[]) => string;

export default async function globalSetup(): Promise<void> {
  buildForTests();
  answerToCompiledNames();
  const { startTestCluster } = await import('./test-cluster.js');
  await startTestCluster();
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
