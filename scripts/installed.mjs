import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build-steps.mjs';

/** The part of package-lock.json that is in node_modules. npm records at the end what it installed. */
export function installed() {
  const here = packagesOf('node_modules/.package-lock.json');
  const locked = Object.entries(packagesOf('package-lock.json')).filter(([path]) => path !== '');
  const isAsLocked = ([path, { version, integrity, optional, devOptional, peer }]) => {
    // an optional package may be for another kind of machine
    if (!here[path]) return optional || devOptional || peer;
    return here[path].version === version && here[path].integrity === integrity;
  };
  const forDevelopment = locked.filter(([, { dev }]) => dev);
  return {
    all: locked.every(isAsLocked),
    ofProduction: locked.filter(([, { dev }]) => !dev).every(isAsLocked),
    // typescript and the like, which `npm prune --omit=dev` removes
    anyForDevelopment: forDevelopment.some(([path]) => here[path]),
  };
}

function packagesOf(lockFile) {
  const file = join(root, lockFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}
