import { Command, InvalidArgumentError, Option } from 'commander';
import { SIZES } from '../src/app/seed/sizes.js';

/** The address of what is measured: it must not change with the port, because the accounts belong to its issuer. */
export const PUBLIC_URL = 'http://bench.invalid';

/** Where the benchmark's own database is, and how much is in it. */
export interface DatabaseOptions {
  readonly dataDir: string;
  readonly size: keyof typeof SIZES;
}

export function benchCommand(name: string): Command {
  return new Command(name)
    .addOption(
      new Option('--size <size>', 'how much is in the database').choices(Object.keys(SIZES)).default('large'),
    )
    .option('--data-dir <directory>', 'the benchmark’s own database, kept for the next run', '.data/bench');
}

export function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('a number above 0');
  return value;
}

export function run(command: Command): void {
  command.parseAsync().then(
    () => process.exit(),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
