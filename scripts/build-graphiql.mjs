// Bundles GraphiQL with its workers into dist/graphiql, each file named by its content and compressed with gzip.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const source = join(root, 'src/app/http/graphiql-page');
const output = join(root, 'dist/graphiql');

const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
};

const SHARED = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  target: 'es2022',
  platform: 'browser',
  legalComments: 'none',
  logLevel: 'warning',
  outdir: output,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.ttf': 'dataurl' },
};

/** GraphiQL's own stylesheet already contains Monaco's. */
const withoutMonacoStyles = {
  name: 'without-monaco-styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]monaco-editor[\\/].*\.css$/ }, () => ({ contents: '', loader: 'empty' })),
};

/** Builds unless that was already done from the same sources and packages; returns true if it did. */
export async function buildGraphiql() {
  const from = fingerprint();
  const manifest = join(output, 'manifest.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).from === from) return false;

  const { build } = await import('esbuild');
  const workers = await build({
    ...SHARED,
    entryPoints: Object.entries(WORKERS).map(([name, path]) => ({ in: path, out: `${name}.worker` })),
    format: 'iife',
  });
  const names = Object.fromEntries(
    Object.entries(WORKERS).map(([name, path]) => [name, outputOf(workers, path)]),
  );
  const page = await build({
    ...SHARED,
    entryPoints: [{ in: join(source, 'main.jsx'), out: 'main' }],
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    plugins: [withoutMonacoStyles],
    define: { ...SHARED.define, WORKERS: JSON.stringify(names) },
  });
  const script = outputOf(page, 'main.jsx');
  const style = basename(page.metafile.outputs[`dist/graphiql/${script}`].cssBundle);
  const html = (await readFile(join(source, 'page.html'), 'utf8'))
    .replace('{{script}}', script)
    .replace('{{style}}', style);

  await writeAll([...workers.outputFiles, ...page.outputFiles], { from, html });
  return true;
}

/** The manifest comes last and the folder appears at once: an interrupted build is not taken for a complete one. */
async function writeAll(files, manifest) {
  const fresh = `${output}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  for (const { path, contents } of files) {
    await writeFile(join(fresh, `${basename(path)}.gz`), await promisify(gzip)(contents, { level: 9 }));
  }
  await writeFile(join(fresh, 'manifest.json'), JSON.stringify(manifest));
  await rm(output, { recursive: true, force: true });
  await rename(fresh, output);
}

function outputOf({ metafile }, entry) {
  const [path] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(entry));
  return basename(path);
}

function fingerprint() {
  const hash = createHash('sha256');
  const packages = ['graphiql', '@graphiql/react', 'monaco-editor', 'monaco-graphql', 'react', 'esbuild'];
  for (const name of packages) {
    hash.update(readFileSync(join(root, 'node_modules', name, 'package.json')));
  }
  const sources = readdirSync(source).map((name) => join(source, name));
  for (const file of [fileURLToPath(import.meta.url), ...sources]) {
    hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await buildGraphiql();
