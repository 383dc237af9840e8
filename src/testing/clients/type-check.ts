import path from 'node:path';
import ts from 'typescript';
import type { ClientApp } from './client-app.js';

/**
 * What TypeScript reports about a file of the app and everything it imports, in its strictest mode; empty = nothing.
 */
export function typeProblems(app: ClientApp, file: string): string[] {
  const program = ts.createProgram([path.join(app.folder, file)], {
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
