/**
 * Node 20 cannot read TypeScript by itself: jest reads this file with
 * @jest-config-loader esbuild-register
 */
import type { Config } from 'jest';

/** Packages that are ES modules only: Node can require them, jest's own loader cannot, before Node 24.9. */
const ES_MODULES = [
  'auto-bind',
  'cookie',
  'jose',
  'oidc-provider',
  'temporal-polyfill',
  'temporal-utils',
  'uuid',
];

const config: Config = {
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  maxWorkers: 2,
  testTimeout: 30_000,
  globalSetup: '<rootDir>/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/src/testing/global-teardown.ts',
  // imports name the compiled file, as Node needs it; here the source answers to that name
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|')})/)`],
  transform: {
    '^.+\\.[jt]s$': [
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

export default config;
