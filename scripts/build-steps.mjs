import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** All paths below are from here. */
export const root = resolve(fileURLToPath(import.meta.url), '../..');

/** Editing a test does not recompile the product. */
const isProduct = (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('/testing/');

/**
 * The steps of a build, in order. A step runs again if one of its inputs changed: these files, and in these folders
 * the files that it `takes`. `run` is a script for Node with its arguments. If an input has disappeared, the step's
 * outputs are removed first, so that what was made of it does not live on.
 */
const product = [
  {
    name: 'typescript',
    saying: 'compiling TypeScript',
    inputs: ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    folders: ['src', 'migrations'],
    takes: isProduct,
    outputs: ['dist/src', 'dist/migrations', 'dist/build.tsbuildinfo'],
    run: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  },
  {
    name: 'mail-page',
    saying: 'compiling the page of mails',
    inputs: [
      'src/features/reminders/mail/page/mail-page.mjml',
      'scripts/build-mail-page.mjs',
      'package-lock.json',
    ],
    outputs: ['dist/mail-page.html'],
    run: ['scripts/build-mail-page.mjs'],
  },
  {
    name: 'graphiql',
    saying: 'bundling GraphiQL',
    inputs: ['scripts/build-graphiql.mjs', 'package-lock.json'],
    folders: ['src/app/http/graphiql-page'],
    outputs: ['dist/graphiql'],
    run: ['scripts/build-graphiql.mjs'],
  },
];

const bench = {
  name: 'bench',
  saying: 'compiling the benchmark',
  inputs: ['tsconfig.json', 'tsconfig.build.json', 'tsconfig.bench.json', 'package-lock.json'],
  folders: ['bench', 'src', 'migrations'],
  takes: isProduct,
  outputs: ['dist/bench', 'dist/bench.tsbuildinfo'],
  run: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.bench.json'],
};

/** What is built, by its purpose. */
export const buildSteps = {
  product,
  // tests run the sources themselves, and read this one file that is built from them
  tests: product.filter(({ name }) => name === 'mail-page'),
  bench: [...product, bench],
};
