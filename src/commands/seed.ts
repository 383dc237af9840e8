import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.js';
import { projectFolder } from '../db/project-folder.js';
import { day, type PlainDate } from '../kernel/clock.js';
import { progressOn } from '../app/seed/progress.js';
import { REFERENCE_DAY, seedDatabase } from '../app/seed/seed-database.js';
import { openSeedable } from '../app/seed/seedable-database.js';
import { SIZES, type SizeName } from '../app/seed/sizes.js';

const REFERENCE_DATA = path.join(projectFolder(), 'data');

interface Options {
  size: SizeName;
  databaseUrl?: string;
  referenceDay: PlainDate;
}

/** Fills a database with a fictional country, the same at every run. */
async function main(): Promise<void> {
  await new Command('seed')
    .description(
      'Fill a database with fictional people and networks, the same at every run. Once per database.',
    )
    .addOption(new Option('--size <size>', 'how much').choices(Object.keys(SIZES)).default('small'))
    .option(
      '--database-url <url>',
      'a migrated database, as its owner (default: of the environment, or embedded)',
    )
    .option('--reference-day <day>', 'the day that is "today" in the data', calendarDay, day(REFERENCE_DAY))
    .action(fill)
    .parseAsync();
}

async function fill({ size, databaseUrl, referenceDay }: Options): Promise<void> {
  const progress = progressOn(process.stderr);
  const started = performance.now();
  const database = await openSeedable(readConfig(), databaseUrl, REFERENCE_DATA, progress.say);
  try {
    const outcome = await seedDatabase({
      ownerUrl: database.ownerUrl,
      size: SIZES[size],
      referenceDay,
      progress,
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (outcome === 'seeded before') {
      progress.say('This database was seeded before: nothing to do.');
      return;
    }
    progress.say(`seeded ${size} in ${seconds} s`);
    progress.say(
      'Its networks, seats and profiles are judged when the service starts; while it runs: npm run --silent jobs',
    );
  } finally {
    await database.close();
  }
}

function calendarDay(text: string): PlainDate {
  try {
    return day(text);
  } catch {
    throw new InvalidArgumentError('A day looks like 2026-11-01.');
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
