import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Builds the few files in dist/ that tests read; here, so that `npx jest` does it too. Takes no time if they exist. */
export default function buildForTests(): void {
  execFileSync(process.execPath, [path.resolve(__dirname, '../../../scripts/prepare.mjs'), 'tests'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
