// `node scripts/slowest-files.mjs results.json`: the 15 test files that took longest, from what jest wrote with
// --json.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const { testResults = [] } = JSON.parse(readFileSync(process.argv[2], 'utf8') || '{}');
const files = testResults
  .map(({ name, startTime, endTime }) => ({ name: relative(process.cwd(), name), ms: endTime - startTime }))
  // a file that could not be run took no time
  .filter(({ ms }) => ms > 0)
  .sort((a, b) => b.ms - a.ms);

if (files.length > 0) {
  const all = files.reduce((sum, { ms }) => sum + ms, 0);
  const slowest = [...files.slice(0, 15), { name: `all ${files.length} together`, ms: all }];
  console.log('\nslowest test files');
  for (const { name, ms } of slowest) console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`);
}
