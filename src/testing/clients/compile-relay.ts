import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'graphql';
import { ClientApp, type Documents, documentsFor } from './client-app.js';

export interface RelayBuild {
  readonly exitCode: number;
  readonly said: string;
  /** `networksPageQuery` for `networksPageQuery.graphql.ts` */
  readonly artifacts: readonly string[];
}

const ARTIFACT = '.graphql.ts';
const OUT = '__generated__';

/** Runs `relay-compiler` on an app with these documents, each in its own module. */
export async function compileRelay(app: ClientApp, documents: Documents): Promise<RelayBuild> {
  for (const [name, text] of Object.entries(documents)) app.write(`src/${name}.ts`, asModule(text));
  mkdirSync(path.join(app.folder, OUT), { recursive: true });
  app.write(
    'relay.config.json',
    JSON.stringify({
      src: './src',
      schema: './schema.graphql',
      language: 'typescript',
      artifactDirectory: `./${OUT}`,
      customScalarTypes: { Date: 'string', DateTime: 'string', UUID: 'string' },
    }),
  );
  const compiler = require.resolve('relay-compiler/cli.js');
  return new Promise((done) => {
    execFile(process.execPath, [compiler], { cwd: app.folder }, (error, stdout, stderr) =>
      done({
        exitCode: error ? Number(error.code) : 0,
        said: stdout + stderr,
        artifacts: artifactsIn(path.join(app.folder, OUT)),
      }),
    );
  });
}

/** An app with all operations for Relay, compiled. */
export async function relayApp(): Promise<ClientApp> {
  const app = new ClientApp();
  const { exitCode, said } = await compileRelay(app, documentsFor('relay'));
  if (exitCode === 0) return app;
  app.remove();
  throw new Error(said);
}

/** One tagged template for each definition, as Relay wants them beside their components. */
function asModule(text: string): string {
  return parse(text)
    .definitions.map(({ loc }) => `graphql\`${text.slice(loc!.start, loc!.end)}\`;\n`)
    .join('\n');
}

function artifactsIn(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(ARTIFACT));
  return files.map((file) => path.basename(file, ARTIFACT)).sort();
}

/** The artifact of relay-compiler for a query, mutation or fragment, for `relay-runtime`. */
export async function artifact<T>(app: ClientApp, name: string): Promise<T> {
  const { default: compiled } = (await import(path.join(app.folder, OUT, `${name}${ARTIFACT}`))) as {
    default: T;
  };
  return compiled;
}
