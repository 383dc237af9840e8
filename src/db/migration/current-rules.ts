import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project-folder.js';
import { expandFragments, type SqlFile } from './fragments.js';

const migrations = () => path.join(projectFolder(), 'migrations');

const TYPE = /^create type [^;]*;\n/gm;
/** A whole `create function`: its body is between dollar quotes, in `begin atomic … end`, or after `return`. */
const FUNCTION =
  /^create function (?:(?!\$\$|begin atomic)[^;])*(?:\$\$[^]*?\$\$[^;]*|begin atomic[^]*?\n *end)?;\n/gm;

/**
 * Functions, triggers, views, policies and grants as they must be, ready to run. Types and functions of all files
 * come before the rest of each. A function may call one that comes later, unless its body is parsed when it is made
 * (`return …`, `begin atomic`): it needs those that it calls in a file before it by name, or above it.
 */
export function currentRules(): SqlFile[] {
  const folder = path.join(migrations(), 'current');
  const files = expandFragments(
    readdirSync(folder)
      .sort()
      .map((file) => ({
        name: `migrations/current/${file}`,
        text: readFileSync(path.join(folder, file), 'utf8'),
      })),
  );
  const all = (statement: RegExp) =>
    files.map(({ name, text }) => ({ name, text: (text.match(statement) ?? []).join('') }));
  const rest = files.map(({ name, text }) => ({
    name,
    text: text.replaceAll(TYPE, '').replaceAll(FUNCTION, ''),
  }));
  return [...all(TYPE), ...all(FUNCTION), ...rest];
}

export function databaseSqlFile(): string {
  return path.join(migrations(), 'database.sql');
}
