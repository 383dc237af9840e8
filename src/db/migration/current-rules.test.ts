import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { currentRules, databaseSqlFile } from './current-rules.js';

const rules = currentRules().map(({ text }) => text);
const folder = path.dirname(databaseSqlFile());
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** The first group of every match. */
function named(texts: readonly string[], pattern: RegExp): string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match.slice(1).join(' of ')));
}

const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

const FUNCTION = /^\s*create (?:or replace )?function (\w+)/gim;

test('every function and every policy has one definition', () => {
  const functions = named([...rules, ...migrations], FUNCTION);
  const policies = named(rules, /^create policy (\w+) on (\w+)/gm);
  expect(functions.length).toBeGreaterThan(30);
  expect(policies.length).toBeGreaterThan(200);
  expect(twice(functions)).toEqual([]);
  expect(twice(policies)).toEqual([]);
});

test('migrations make tables, and only such functions as tables call', () => {
  expect(migrations.length).toBeGreaterThan(10);
  expect(named(migrations, FUNCTION)).toEqual([
    'fold',
    'with_agreements',
    'name_marks',
    'name_keys',
    'pair_of',
    'name_words',
    'name_spellings',
    'country_of_names',
    'spellings_of_name',
  ]);
  const elsewhere =
    /^\s*(?:create|alter|drop) ((?:or replace |constraint )?(?:policy|trigger|view))|^\s*(grant|revoke) /gim;
  expect(named(migrations, elsewhere)).toEqual([]);
});

test('what a migration did is decided by its own file', () => {
  expect(named(migrations, /^import (?!type )(.*)/gm)).toEqual([]);
  expect(named(migrations, /(\$\{[^}]*\})/g)).toEqual([]);
});

test('no table is made in the files of rules', () => {
  expect(named(rules, /^(create table|alter table \w+ (?:add|alter|drop))/gim)).toEqual([]);
});
