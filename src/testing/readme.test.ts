import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, validate } from 'graphql';
import { readConfig } from '../config.js';
import { blocks, README, sectionOf } from './readme-blocks.js';
import { testSchema } from './schema.js';

const ROOT = path.resolve(__dirname, '../..');

test('the configuration table names every variable of the code, in its order, with its default and a meaning', () => {
  const table = sectionOf('Configuration');
  const rows = [...table.matchAll(/^\| `(\w+)` +\| (\S+) +\| (.+?) +\|$/gm)].map((row) => row.slice(1, 4));
  const expected = Object.entries(readConfig({})).map(([name, value]) => [
    name,
    value === '' ? 'empty' : `\`${String(value)}\``,
    expect.stringMatching(/\w{3}/),
  ]);
  expect(rows).toEqual(expected);
});

test('every query and mutation in it is one of this schema', () => {
  const schema = testSchema();
  const inShell = blocks('sh').flatMap((block) =>
    [...block.matchAll(/"query": "(.*?)"[, ]*[\n}]/g)].map((found) => found[1]!),
  );
  const documents = [...blocks('graphql'), ...inShell];
  expect(documents).toHaveLength(22);
  for (const document of documents) expect(validate(schema, parse(document))).toEqual([]);
});

test('every command in it is there', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...README.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map((found) => found[1]!);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...new Set(named)]));
});

test('the examples of JSON are JSON', () => {
  for (const block of blocks('json')) expect(() => JSON.parse(block) as unknown).not.toThrow();
});
