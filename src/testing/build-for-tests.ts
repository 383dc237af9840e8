import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Builds the little that tests read of dist/; here, so that `npx jest` does it too. In no time when it is there. */
export default function buildForTests(): void {
  execFileSync(process.execPath, [path.resolve(__dirname, '../../scripts/prepare.mjs'), 'tests'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
