import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder that contains package.json: the same for sources and for compiled files. */
export function projectFolder(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  return folder;
}
