import { Command } from 'commander';
import { destination } from 'pino';
import { readConfig } from '../config.js';
import { createLog } from '../app/http/log.js';
import { tellFailure } from './owner-command.js';
import { runJobsOnce } from './run-jobs-once.js';
import { reportLine } from '../app/jobs/tick.js';

/** Prints what each step did; exit code 1 if one failed. */
async function main(): Promise<void> {
  await new Command('jobs')
    .description('Pass the day, remind, make digests and deliver mail, once, on the running database.')
    .parseAsync();
  const log = createLog({ LOG_LEVEL: 'warn' }, destination({ dest: 2, sync: true }));
  const reports = await runJobsOnce(readConfig(), log);
  for (const report of reports) console.log(reportLine(report));
  if (reports.some(({ counts }) => counts === null)) process.exitCode = 1;
}

main().catch(tellFailure);
