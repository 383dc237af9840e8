// `node scripts/run.mjs src/main.js args…`: prepares, then becomes that compiled program. In this same process, so
// that signals, exit codes and the terminal are the program's own.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './build-steps.mjs';
import { orExit, prepareToRun } from './prepare.mjs';

const [entry, ...args] = process.argv.slice(2);
await orExit(() => prepareToRun(entry?.startsWith('bench/') ? 'bench' : 'product'));
const program = join(root, 'dist', entry ?? '');
if (!entry || !existsSync(program)) {
  console.error(`there is no program ${entry ?? ''}: expected ${program}`);
  process.exit(1);
}
endWithNpm();
process.argv = [process.argv[0], program, ...args];
await import(pathToFileURL(program).href).catch(orLackOfFile);

/** A file of the build that was removed by hand; any other error is the program's own. */
function orLackOfFile(error) {
  const isLacking = error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND';
  if (!isLacking) throw error;
  const [what] = error.message.split('\n');
  console.error(`dist is not whole: ${what}. Build it anew: rm -r dist && npm run build`);
  process.exit(1);
}

/**
 * The scripts in package.json use `exec`, so that no shell stands between npm and us: npm passes on SIGTERM and our
 * exit code. If npm itself is killed, nothing tells us: notice the loss of the parent process, and stop as told.
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
