import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A test that imports this, directly or indirectly, may need a database. */
const DATABASE = 'src/testing/database';
const IMPORT = /(?:from|import\()\s*'(\.[^']*)\.js'/g;

/** Every test file as a pattern for jest, by whether it needs the PostgreSQL of the tests. */
export function testFiles(root: string): { withDatabase: string[]; pure: string[] } {
  const reaches = new Map<string, boolean>([[DATABASE, true]]);
  const reachesDatabase = (file: string): boolean => {
    const known = reaches.get(file);
    if (known !== undefined) return known;
    reaches.set(file, false);
    const answer = importsOf(root, file).some(reachesDatabase);
    reaches.set(file, answer);
    return answer;
  };
  const tests = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.posix.join('src', ...name.split(path.sep)).replace(/\.ts$/, ''));
  const pattern = (file: string) => `/${file.replaceAll('.', '\\.')}\\.ts$`;
  return {
    withDatabase: tests.filter((file) => reachesDatabase(file)).map(pattern),
    pure: tests.filter((file) => !reachesDatabase(file)).map(pattern),
  };
}

function importsOf(root: string, file: string): string[] {
  const source = path.join(root, `${file}.ts`);
  if (!existsSync(source)) return [];
  const text = readFileSync(source, 'utf8');
  return [...text.matchAll(IMPORT)].map(([, specifier]) =>
    path.posix.join(path.posix.dirname(file), specifier!),
  );
}
