import { type Import, type SourceFile, sourceFiles } from './source-files.js';

const files = sourceFiles('src', 'migrations', 'bench');
const service = files.filter(({ name, isTest }) => !isTest && !name.startsWith('bench/'));
const byName = new Map(files.map((file) => [file.name, file]));

/** From left to right: a room imports only rooms to its left. */
const ROOMS = [
  'access',
  'regions',
  'organisations',
  'people',
  'oudernetwerken',
  'succession',
  'ervaringsdeskundigen',
  'advisory',
  'continuity',
  'reminders',
];

/** What each floor may import, itself included. Rooms are looked at apart. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel'],
  migrations: ['migrations'],
  db: ['kernel', 'migrations', 'db'],
  reads: ['kernel', 'db', 'reads', 'graphql'],
  graphql: ['kernel', 'db', 'reads', 'graphql'],
  rooms: ['kernel', 'db', 'reads', 'graphql', 'rooms'],
  config: ['kernel'],
  app: ['kernel', 'db', 'reads', 'graphql', 'rooms', 'config', 'app'],
  main: ['kernel', 'db', 'reads', 'graphql', 'rooms', 'config', 'app'],
};

const PACKAGES_OF_KERNEL = ['temporal-polyfill'];

/** `src/rooms/people/person.type` is on the floor `rooms`; `src/config` is one by itself. */
function floorOf(name: string): string {
  const [top = '', second = ''] = name.split('/');
  return top === 'src' ? second : top;
}

function roomOf(name: string): number {
  const room = name.split('/')[2] ?? '';
  const place = ROOMS.indexOf(room);
  if (place < 0) throw new Error(`no such room: ${room}; say where it stands`);
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

test('a floor imports only downward', () => {
  const unknown = service.filter(({ name }) => !(floorOf(name) in FLOORS));
  expect(unknown.map(({ name }) => name)).toEqual([]);
  expect(breaking((file, from) => !FLOORS[floorOf(file.name)]!.includes(floorOf(from)))).toEqual([]);
});

test('a room imports only rooms to its left', () => {
  const rooms = service.filter(({ name }) => floorOf(name) === 'rooms');
  expect(rooms.length).toBeGreaterThan(30);
  const isRightward = (file: SourceFile, from: string) =>
    floorOf(from) === 'rooms' && roomOf(from) > roomOf(file.name);
  expect(breaking(isRightward, rooms)).toEqual([]);
});

test('the kernel needs no package but its calendar', () => {
  const kernel = service.filter(({ name }) => floorOf(name) === 'kernel');
  const packages = kernel.flatMap(({ imports }) => imports.filter((each) => each.isPackage));
  expect([...new Set(packages.map(({ from }) => from))]).toEqual(PACKAGES_OF_KERNEL);
});

test('what runs knows nothing of tests and the benchmark', () => {
  const isBelow = (_file: SourceFile, from: string) =>
    from.startsWith('bench/') || !!byName.get(from)?.isTest;
  expect(breaking(isBelow)).toEqual([]);
});

test('no files import each other in a circle, not even for types', () => {
  const imports = new Map(service.map((file) => [file.name, ours(file).map(({ from }) => from)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(' -> '));
    else if (!done.has(name)) {
      for (const next of imports.get(name) ?? []) follow(next, [...path, name]);
      done.add(name);
    }
  };
  for (const name of imports.keys()) follow(name, []);
  expect(circles).toEqual([]);
});

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
      // a type may be exported with what it is the type of
      .filter(({ name, isType, usesHere }) => !(used.has(`${file.name} ${name}`) || (isType && usesHere > 0)))
      .map(({ name }) => `${file.name} ${name}`),
  );
  // jest itself asks for these two
  const byJest = ['src/testing/global-setup default', 'src/testing/global-teardown default'];
  expect(unused.filter((each) => !byJest.includes(each) && !each.startsWith('migrations/'))).toEqual([]);
});

/** Whole modules are imported for what they do. */
function usesOf({ from, names }: Import): string[] {
  const all = names.includes('*') ? (byName.get(from)?.exports ?? []).map(({ name }) => name) : names;
  return all.map((name) => `${from} ${name}`);
}
