// Makes a clone ready to run: the locked dependencies, then the build. Reports on stderr what it does, and nothing
// if there is nothing to do. Uses only what comes with Node, because it must run before anything is installed.
//
//   node scripts/prepare.mjs                  installs, and builds all that a production start needs (npm run build)
//   node scripts/prepare.mjs tests            installs, and builds what tests read; so for each key of buildSteps
//   node scripts/prepare.mjs --install-only   installs
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recorded, removeOutputs, sinceBuilt } from './build-record.mjs';
import { buildSteps, root } from './build-steps.mjs';
import { installed } from './installed.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

const OLDEST_NODE = [20, 19];

async function prepare(purpose) {
  await install();
  for (const step of purpose ? buildSteps[purpose] : []) await build(step);
}

/**
 * Before a program of ours runs. A production installation is left as it is: nothing is fetched or compiled while
 * users wait, and if it is not ready, it is refused. An installation is for production if NODE_ENV says so, or if it
 * is built and lacks what only development needs.
 */
export async function prepareToRun(purpose) {
  if (purpose !== 'product' || !isProduction()) return prepare(purpose);
  const problem = problemInProduction();
  if (!problem) return;
  throw new Error(
    `${problem}. In production a start mends nothing; run: npm run build && npm prune --omit=dev`,
  );
}

function isProduction() {
  if (process.env.NODE_ENV === 'production') return true;
  return !installed().anyForDevelopment && buildSteps.product.every((step) => sinceBuilt(step).done);
}

/** Sources may be absent, but those that are present must be the ones that were built. */
function problemInProduction() {
  if (!installed().ofProduction) return 'node_modules does not hold what package-lock.json says';
  const since = buildSteps.product.map(sinceBuilt);
  if (!since.every(({ done }) => done)) return 'dist does not hold a whole build';
  return since.some(({ changed }) => changed) ? 'dist was built from other sources than these' : null;
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}`);
}

async function install() {
  if (installed().all) return;
  say('installing the locked dependencies, about a minute');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm?.endsWith('npm-cli.js')) await run(process.execPath, [npm, ...args]);
  else await run('npm', args, { shell: process.platform === 'win32' });
}

async function build(step) {
  if (isBuilt(step)) return;
  await oneAtATime(
    async () => {
      if (isBuilt(step)) return;
      say(step.saying);
      if (sinceBuilt(step).lost) removeOutputs(step);
      await recorded(step, () => run(process.execPath, step.run));
    },
    () => say('waiting for another program that builds'),
  );
}

function isBuilt(step) {
  const { done, changed, lost } = sinceBuilt(step);
  return done && !changed && !lost;
}

function say(line) {
  console.error(`[prepare] ${line}`);
}

/** Runs a program in the root of the project; its output goes to stderr, so that stdout is the service's own. */
function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  return new Promise((done, fail) => {
    child.once('error', fail).once('exit', (code, signal) => {
      if (code === 0) done();
      else fail(new Error(`"${[command, ...args].join(' ')}" ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** Does it, or reports what is wrong and ends with exit code 1. */
export async function orExit(work) {
  try {
    checkNode();
    await work();
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [purpose = 'product'] = process.argv.slice(2);
  await orExit(() => prepare(purpose === '--install-only' ? null : purpose));
}
