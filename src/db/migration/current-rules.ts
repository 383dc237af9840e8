import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project-folder.js';
import { expandFragments, type SqlFile } from './fragments.js';

/** In the order in which they are applied: a function stands before what calls it. */
const ORDER = [
  'fragments',
  'access',
  'regions',
  'organisations',
  'people',
  'oudernetwerken',
  'succession',
  'ervaringsdeskundigen',
  'advisory',
  'continuity',
  'worklist',
  'reminders',
];

const migrations = () => path.join(projectFolder(), 'migrations');

/** Functions, triggers, views, policies and grants as they are to be, ready to be run. */
export function currentRules(): SqlFile[] {
  const folder = path.join(migrations(), 'current');
  const found = readdirSync(folder).map((file) => file.replace(/\.sql$/, ''));
  const forgotten = found.filter((name) => !ORDER.includes(name));
  if (forgotten.length > 0)
    throw new Error(`migrations/current: no place in the order: ${forgotten.join(', ')}`);
  return expandFragments(
    ORDER.map((name) => ({
      name: `migrations/current/${name}.sql`,
      text: readFileSync(path.join(folder, `${name}.sql`), 'utf8'),
    })),
  );
}

export function databaseSqlFile(): string {
  return path.join(migrations(), 'database.sql');
}
