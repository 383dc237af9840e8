/**
 * Node 20 cannot read TypeScript by itself: jest reads this file with
 * @jest-config-loader esbuild-register
 */
import type { Config } from 'jest';
import { testFiles } from './src/testing/runner/test-files';

/** Tests that reach a database, and tests that need none: those wait for no PostgreSQL when they run alone. */
const { withDatabase, pure } = testFiles(__dirname);

const project: Config = {
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  testRunner: '<rootDir>/src/testing/runner/test-runner.ts',
  // imports name the compiled file, as Node needs it; here they resolve to the source
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};

const config: Config = {
  maxWorkers: 2,
  testTimeout: process.env['LONG'] ? 3_600_000 : 180_000,
  globalSetup: '<rootDir>/src/testing/runner/build-for-tests.ts',
  projects: [
    { ...project, displayName: 'pure', testPathIgnorePatterns: withDatabase },
    {
      ...project,
      displayName: 'database',
      testPathIgnorePatterns: pure,
      globalSetup: '<rootDir>/src/testing/runner/global-setup.ts',
      globalTeardown: '<rootDir>/src/testing/runner/global-teardown.ts',
    },
  ],
};

export default config;
