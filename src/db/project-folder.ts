import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds package.json: the same for the sources and for what is compiled from them. */
export function projectFolder(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  return folder;
}
