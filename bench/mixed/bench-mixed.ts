import { writeFile } from 'node:fs/promises';
import { devIssuer } from '../../src/app/sign-in/development/dev-oidc-token.js';
import { systemClock, today } from '../../src/kernel/clock.js';
import { type DatabaseOptions, PUBLIC_URL } from '../command.js';
import { openDatabase } from '../database.js';
import { AUDIENCE, keysDir, startOn } from '../service-on.js';
import { measureMixed } from './mixed.js';
import { mixedReport, verdictsOf } from './mixed-report.js';

const TOKEN_SECONDS = 6 * 60 * 60;

export interface MixedOptions extends DatabaseOptions {
  readonly rate: number;
  readonly json?: string;
}

/** With the limits and budgets that it has by default. */
export async function benchMixed(
  { dataDir, size, rate, json }: MixedOptions,
  seconds: number,
): Promise<void> {
  const day = today(systemClock);
  const issuer = devIssuer({ PUBLIC_URL, PORT: 0 });
  const database = await openDatabase(dataDir, size, issuer, day);
  try {
    const server = await startOn(database, dataDir, { LOG_LEVEL: 'fatal' });
    try {
      const keys = {
        dataDir: keysDir(dataDir),
        issuer,
        audience: AUDIENCE,
        lifetimeSeconds: TOKEN_SECONDS,
      };
      const figures = await measureMixed(server, database, keys, day, { dataDir, rate, seconds });
      console.log(mixedReport(figures));
      if (json) await writeFile(json, `${JSON.stringify(figures)}\n`);
      if (verdictsOf(figures).some(({ met }) => !met)) process.exitCode = 1;
    } finally {
      await server.stop();
    }
  } finally {
    await database.close();
  }
}
