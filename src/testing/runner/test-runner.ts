import Module from 'node:module';
import { createScriptTransformer } from '@jest/transform';
import circus from 'jest-circus/runner';
import { answerToCompiledNames } from './compiled-names';
import { frameworkFrom } from './framework';

type ProjectConfig = Parameters<typeof createScriptTransformer>[0];

/** The parts of a jest runtime that are used here. */
interface Runtime {
  requireModule(from: string, name?: string, ...rest: unknown[]): unknown;
  requireInternalModule(from: string): unknown;
  requireModuleOrMock(from: string, name: string): object;
  getSourceMaps(): Map<string, string>;
}
interface Environment {
  readonly global: { readonly console: Console };
}
interface LoadedModule {
  _compile(code: string, file: string): void;
}

/** Jest makes mocks in a separate context, which has its own version of these: what they return has to be ours. */
const BUILT_IN = {
  Array,
  BigInt,
  Boolean,
  Date,
  Error,
  Function,
  Map,
  Number,
  Object,
  Promise,
  RegExp,
  Set,
  String,
  Symbol,
};

/** Jest tells a worker that there are no more files. What it has open by then, such as services at rest, ends with it. */
const NO_MORE = 2;
process.on('message', ([kind]: [number]) => {
  if (kind === NO_MORE) process.kill(process.pid, 'SIGKILL');
});

const load = Module.createRequire(__filename);
/** By source file: where jest keeps the source map of the compiled file. */
const sourceMaps = new Map<string, string>();
let mapsOfThisFile = sourceMaps;
let loading: Promise<void> | undefined;

/**
 * Jest's own runner loads the whole service again for every test file: a second of work for each, while most take
 * less. Here Node itself loads files, so that a worker loads the service, its packages and its schema once, as in
 * production. Test files therefore share the state of modules: no module may keep any for longer than a test.
 * `jest.mock` has no effect.
 */
export default async function run(
  globalConfig: unknown,
  config: ProjectConfig,
  environment: Environment,
  runtime: Runtime,
  testFile: string,
  ...rest: unknown[]
): Promise<unknown> {
  await (loading ??= loadTypeScript(config));
  // jest's default is a hundred stack frames, which is expensive where errors are created by the thousand
  Error.stackTraceLimit = 20;
  Object.assign(environment.global, BUILT_IN);
  const { console } = globalThis;
  runtime.requireInternalModule = frameworkFrom;
  const requireModule = runtime.requireModule.bind(runtime);
  runtime.requireModule = (from, name, ...more) => {
    if (from !== testFile || name !== undefined) return requireModule(from, name, ...more);
    Object.assign(globalThis, runtime.requireModuleOrMock(testFile, '@jest/globals'));
    globalThis.console = environment.global.console;
    mapsOfThisFile = runtime.getSourceMaps();
    for (const [file, map] of sourceMaps) mapsOfThisFile.set(file, map);
    return load(testFile);
  };
  try {
    return await circus(globalConfig, config, environment, runtime, testFile, ...rest);
  } finally {
    await globalThis.endServicesAtRest?.();
    globalThis.console = console;
    Reflect.deleteProperty(load.cache, testFile);
  }
}

/** From now on Node loads TypeScript, compiled and cached as jest does it. */
async function loadTypeScript(config: ProjectConfig): Promise<void> {
  const transformer = await createScriptTransformer(config);
  const options = {
    collectCoverage: false,
    collectCoverageFrom: [],
    coverageProvider: 'v8' as const,
    supportsDynamicImport: false,
    supportsExportNamespaceFrom: false,
    supportsStaticESM: false,
    supportsTopLevelAwait: false,
  } satisfies Parameters<typeof transformer.transform>[1];
  const { _extensions: extensions } = Module as unknown as {
    _extensions: Record<string, (module: LoadedModule, file: string) => void>;
  };
  extensions['.ts'] = (module, file) => {
    const { code, sourceMapPath } = transformer.transform(file, options);
    if (sourceMapPath) for (const maps of [sourceMaps, mapsOfThisFile]) maps.set(file, sourceMapPath);
    module._compile(code, file);
  };
  answerToCompiledNames();
}
