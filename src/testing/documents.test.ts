import { existsSync } from 'node:fs';
import path from 'node:path';
import { type GraphQLEnumType, type GraphQLInputObjectType, parse, validate } from 'graphql';
import { readConfig } from '../config.js';
import { anchorsOf, blocks, documentAt, documentPaths, proseOf, ROOT } from './documents.js';
import { testSchema } from './schema.js';

const DOCUMENTS = documentPaths();

test('the configuration table names every variable of the code, in its order, with its default and a meaning', () => {
  const table = documentAt('docs/operations/configuration.md');
  const rows = [...table.matchAll(/^\| `(\w+)` +\| (\S+) +\| (.+?) +\|$/gm)].map((row) => row.slice(1, 4));
  const expected = Object.entries(readConfig({})).map(([name, value]) => [
    name,
    String(value) === '' ? 'empty' : `\`${String(value)}\``,
    expect.stringMatching(/\w{3}/),
  ]);
  expect(rows).toEqual(expected);
});

test('every query and mutation is one of this schema', () => {
  const schema = testSchema();
  const documents = DOCUMENTS.flatMap((file) => [
    ...blocks(file, 'graphql').map((document) => ({ file, document })),
    ...blocks(file, 'sh').flatMap((block) =>
      [...block.matchAll(/"query": "(.*?)"[, ]*[\n}]/g)].map((found) => ({ file, document: found[1]! })),
    ),
  ]);
  expect(documents.length).toBeGreaterThanOrEqual(20);
  const problems = documents.flatMap(({ file, document }) =>
    validate(schema, parse(document)).map(({ message }) => `${file}: ${message}`),
  );
  expect(problems).toEqual([]);
});

test('the rules of the domain name every finding, every threshold and every rule of a body', () => {
  const schema = testSchema();
  const fields = (type: string) => Object.keys((schema.getType(type) as GraphQLInputObjectType).getFields());
  const thresholds = fields('ContinuityThresholdsSetInput').filter((name) =>
    /(Months|Days|Roles)$/.test(name),
  );
  const findings = (schema.getType('ContinuityFindingCode') as GraphQLEnumType)
    .getValues()
    .map(({ name }) => name);
  expect(thresholds).toHaveLength(9);
  const rules = documentAt('docs/domain.md');
  const named = [...thresholds, ...findings, ...fields('BodyRulesInput')];
  expect(named.filter((name) => !rules.includes(`| \`${name}\``))).toEqual([]);
});

test('every command is there', () => {
  const { scripts } = JSON.parse(documentAt('package.json')) as { scripts: Record<string, string> };
  const named = DOCUMENTS.flatMap((file) =>
    [...documentAt(file).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map((found) => found[1]!),
  );
  expect(named).toContain('token');
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...new Set(named)]));
});

test('the examples of JSON are JSON', () => {
  const examples = DOCUMENTS.flatMap((file) => blocks(file, 'json').map((block) => ({ file, block })));
  expect(examples.length).toBeGreaterThanOrEqual(5);
  const broken = examples.filter(({ block }) => !isJson(block));
  expect(broken).toEqual([]);
});

test('every link within the documents leads somewhere', () => {
  const links = DOCUMENTS.flatMap((file) =>
    [...proseOf(documentAt(file)).matchAll(/\]\(([^)\s]+)\)/g)].map((found) => ({ file, to: found[1]! })),
  ).filter(({ to }) => !/^[a-z]+:/.test(to));
  expect(links.length).toBeGreaterThanOrEqual(20);
  expect(links.filter(({ file, to }) => !leadsSomewhere(file, to))).toEqual([]);
});

test('every file and folder that is named is there', () => {
  const named = DOCUMENTS.flatMap((file) => {
    const text = documentAt(file);
    const code = [...text.matchAll(/`([^`\n]+)`/g)].map((found) => found[1]!);
    return [...code, ...blocks(file, 'text')].flatMap((each) =>
      [...each.matchAll(PATH)].map((found) => ({ file, names: found[1]! })),
    );
  });
  expect(named.length).toBeGreaterThanOrEqual(20);
  expect(named.filter(({ names }) => !existsSync(path.join(ROOT, names)))).toEqual([]);
});

test('every name of the database that the page on injections gives is in the database', () => {
  const inDatabase = new Set(documentAt('migrations/database.sql').match(/\w+/g));
  const named = [...documentAt('docs/development/security.md').matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)];
  expect(named.length).toBeGreaterThanOrEqual(20);
  expect(named.map((found) => found[1]!).filter((name) => !inDatabase.has(name))).toEqual([]);
});

/** Of a file or folder of ours; with `*` or `<…>` in it, the folder before that. */
const PATH =
  /(?<![\w./-])((?:src|migrations|bench|scripts|data|docs|\.ci)\/(?:[\w.-]+\/)*(?:[\w.-]+(?![\w.*<-]))?)/g;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function leadsSomewhere(from: string, to: string): boolean {
  const [file, anchor] = to.split('#');
  const target = file ? path.posix.join(path.posix.dirname(from), file) : from;
  if (!existsSync(path.join(ROOT, target))) return false;
  return anchor === undefined || anchorsOf(documentAt(target)).includes(anchor);
}
