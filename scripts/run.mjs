// `node scripts/run.mjs src/main.js args…`: prepares, then becomes that compiled program. In this same process, so
// that signals, exit codes and the terminal are the program's own.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareOrExit, root } from './prepare.mjs';

await prepareOrExit();
const [entry, ...args] = process.argv.slice(2);
const program = join(root, 'dist', entry ?? '');
if (!entry || !existsSync(program)) {
  console.error(`there is no program ${entry ?? ''}: expected ${program}`);
  process.exit(1);
}
process.argv = [process.argv[0], program, ...args];
await import(pathToFileURL(program).href);
