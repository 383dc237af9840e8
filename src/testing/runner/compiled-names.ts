import Module from 'node:module';

type ResolveFilename = (request: string, parent?: { filename?: string }, ...rest: unknown[]) => string;

/** Imports name the compiled file, as Node needs it; from now on they resolve to the source in this process. */
export function answerToCompiledNames(): void {
  const loader = Module as unknown as { _resolveFilename: ResolveFilename };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (request, parent, ...rest) {
    const source = parent?.filename?.endsWith('.ts')
      ? request.replace(/^(\.{1,2}\/.*)\.js$/, '$1.ts')
      : request;
    return resolve.call(this, source, parent, ...rest);
  };
}
