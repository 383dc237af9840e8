// Makes a clone ready to run: the locked dependencies, then the build. Says what it does on stderr, and nothing
// when there is nothing to do. Only what comes with Node, as it must run before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSteps } from './build-steps.mjs';

export const root = resolve(fileURLToPath(import.meta.url), '../..');
const OLDEST_NODE = [20, 19];

export async function prepare({ installOnly = false } = {}) {
  checkNode();
  await install();
  if (!installOnly) await build();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}`);
}

async function install() {
  if (installedAsLocked()) return;
  say('installing the locked dependencies, about a minute');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm?.endsWith('npm-cli.js')) await run(process.execPath, [npm, ...args]);
  else await run('npm', args, { shell: process.platform === 'win32' });
}

/** npm writes down what it installed, at the end: compare that with what is locked. */
function installedAsLocked() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(packagesOf('package-lock.json')).every(([path, locked]) => {
    if (path === '') return true;
    // an optional package may be for another kind of machine
    if (!installed[path]) return locked.optional || locked.devOptional || locked.peer;
    return installed[path].version === locked.version && installed[path].integrity === locked.integrity;
  });
}

function packagesOf(lockFile) {
  const file = join(root, lockFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

async function build() {
  const steps = buildSteps.map((step) => ({ ...step, found: filesOf(step.inputs), known: readStamp(step) }));
  const gone = steps.some(({ found, known }) => Object.keys(known).some((file) => !(file in found)));
  if (gone) rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const step of steps) {
    if (!gone && JSON.stringify(step.found) === JSON.stringify(step.known)) continue;
    say(step.saying);
    rmSync(stampOf(step), { force: true });
    await run(process.execPath, step.run);
    mkdirSync(join(root, 'dist/.built'), { recursive: true });
    writeFileSync(stampOf(step), JSON.stringify(step.found));
  }
}

/** Size and time of change of every file below the inputs, by its path. */
function filesOf(inputs) {
  const found = {};
  const visit = (file) => {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const name of readdirSync(file).sort()) visit(join(file, name));
    else if (stat) found[relative(root, file)] = `${stat.size} ${stat.mtimeMs}`;
  };
  for (const input of inputs) visit(join(root, input));
  return found;
}

function stampOf(step) {
  return join(root, 'dist/.built', `${step.name}.json`);
}

function readStamp(step) {
  try {
    return JSON.parse(readFileSync(stampOf(step), 'utf8'));
  } catch {
    return {};
  }
}

function say(line) {
  console.error(`[prepare] ${line}`);
}

/** Runs a program in the root of the project; what it prints goes to stderr, so that stdout is the service's own. */
function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  return new Promise((done, fail) => {
    child.once('error', fail).once('exit', (code, signal) => {
      if (code === 0) done();
      else fail(new Error(`"${[command, ...args].join(' ')}" ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** Prepares, or says what is wrong and ends with exit code 1. */
export async function prepareOrExit(options) {
  try {
    await prepare(options);
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await prepareOrExit({ installOnly: process.argv.includes('--install-only') });
