// One program builds at a time: whoever comes meanwhile waits, and then finds that it was done.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './build-steps.mjs';

const MARK = join(root, 'dist/.building');
const LONGEST_MS = 10 * 60_000;

/** Does the work once nobody else does theirs. `waiting` is called once, if somebody is at it. */
export async function oneAtATime(work, waiting) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (let isFirst = true; !marked(); isFirst = false) {
    if (isFirst) waiting();
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(MARK, { force: true });
  }
}

/** Whether the mark is ours now. One that was left behind is taken away, for the next attempt. */
function marked() {
  try {
    writeFileSync(MARK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isLeftBehind()) rmSync(MARK, { force: true });
    return false;
  }
}

function isLeftBehind() {
  try {
    const since = Date.now() - statSync(MARK).mtimeMs;
    const pid = Number(readFileSync(MARK, 'utf8'));
    // it is written a moment after it is made
    return since > LONGEST_MS || (pid > 0 && !isRunning(pid));
  } catch {
    return false;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
