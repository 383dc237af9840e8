/**
 * What a build is made of, in order. A step runs again when a file among its inputs (files or folders) changed.
 * `run` is a script for Node with its arguments, from the root of the project. Output goes into dist/, which is
 * emptied when a source has disappeared: what is compiled from it must not live on.
 */
export const buildSteps = [
  {
    name: 'typescript',
    saying: 'compiling TypeScript',
    inputs: ['src', 'migrations', 'bench', 'jest.config.ts', 'tsconfig.json', 'package-lock.json'],
    run: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  },
  {
    name: 'graphiql',
    saying: 'bundling GraphiQL',
    inputs: ['src/app/http/graphiql-page', 'scripts/build-graphiql.mjs', 'package-lock.json'],
    run: ['scripts/build-graphiql.mjs'],
  },
];
