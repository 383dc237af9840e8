import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.resolve(__dirname, '..');

const product = readdirSync(path.join(SRC, 'features'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.split(path.sep).includes('testing'),
);

const textOf = (file: string) => readFileSync(path.join(SRC, 'features', file), 'utf8');
const sorted = (names: readonly string[]) => [...new Set(names)].sort();

/** The events that features declare, from the keys of their details. */
function declared(): string[] {
  const texts = product.filter((file) => file.endsWith('.events.ts')).map(textOf);
  return texts.flatMap((text) => [...text.matchAll(/^ +'(\w+\.\w+)':/gm)].map(([, name]) => name!));
}

/** The events that use-cases and listeners record: a record call begins with the name, or a choice of two. */
function recorded(): string[] {
  const names = product.flatMap((file) =>
    [...textOf(file).matchAll(/\btx\.record\(\{\s*name: ([^,]+),/g)].map(([, name]) => name!),
  );
  return names.flatMap((name) => [...name.matchAll(/'(\w+\.\w+)'/g)].map(([, each]) => each!));
}

test('every event that is declared is recorded somewhere, and the other way round', () => {
  expect(declared().length).toBeGreaterThan(50);
  expect(sorted(recorded())).toEqual(sorted(declared()));
});

test('an event is called `<noun>.<past participle>`, and declared once', () => {
  expect(declared().filter((name) => !/^[a-z][A-Za-z]*\.([a-z][A-Za-z]*(ed|en|wn)|set)$/.test(name))).toEqual(
    [],
  );
  expect(sorted(declared())).toHaveLength(declared().length);
});
