import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { MigrationInterface } from 'typeorm';

type Migration = new () => MigrationInterface;

/** The folder of the compiled migrations; of the sources, if this file itself runs from its source. */
const FOLDER = path.join(__dirname, '../../../migrations');
const FILE = /^(\d+)-[a-z-]+\.(?:js|ts)$/;

/** The class of every file in migrations/, oldest first: a new file needs to be listed nowhere. */
export function landedMigrations(): Migration[] {
  const load = createRequire(__filename);
  return readdirSync(FOLDER)
    .filter((file) => FILE.test(file))
    .sort()
    .map((file) => {
      const [migration] = Object.values(load(path.join(FOLDER, file)) as Record<string, Migration>);
      return migration!;
    });
}
