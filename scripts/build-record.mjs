// The inputs of dist/, per step of the build: when each was last changed and what it contained.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build-steps.mjs';

/**
 * The inputs of a step compared with those of its last run: `done` at all; `changed`, something is new or has other
 * contents; `lost`, something is gone. A copy or a checkout changes times, not contents.
 */
export function sinceBuilt(step) {
  const known = readRecord(step);
  const inputs = inputsOf(step);
  const isKnown = (file) => {
    const { time, hash } = known[file] ?? {};
    return time !== undefined && (time === timeOf(file) || hash === hashOf(file));
  };
  return {
    done: existsSync(recordFile(step)),
    changed: !inputs.every(isKnown),
    lost: Object.keys(known).some((file) => !inputs.includes(file)),
  };
}

export function removeOutputs(step) {
  for (const output of step.outputs) rmSync(join(root, output), { recursive: true, force: true });
}

/** Runs the step; if it is interrupted, it counts as not done. */
export async function recorded(step, work) {
  rmSync(recordFile(step), { force: true });
  const known = inputsOf(step).map((file) => [file, { time: timeOf(file), hash: hashOf(file) }]);
  await work();
  mkdirSync(join(root, 'dist/.built'), { recursive: true });
  writeFileSync(recordFile(step), JSON.stringify(Object.fromEntries(known)));
}

function readRecord(step) {
  const file = recordFile(step);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function recordFile({ name }) {
  return join(root, 'dist/.built', `${name}.json`);
}

function inputsOf({ inputs, folders = [], takes = () => true }) {
  const found = folders.flatMap((folder) => filesBelow(folder).filter(takes));
  return [...inputs, ...found].filter((file) => existsSync(join(root, file)));
}

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function timeOf(file) {
  const { size, mtimeMs } = statSync(join(root, file));
  return `${size} ${mtimeMs}`;
}

function hashOf(file) {
  return createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('base64');
}
