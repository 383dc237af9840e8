import path from 'node:path';
import { PUBLIC_URL } from './command.js';
import type { BenchDatabase } from './database.js';
import { type Server, startService } from './servers.js';

export const AUDIENCE = 'oudernetwerken';

/** The service on the benchmark's own database; `env`: what differs from what it has by default. */
export function startOn(
  { postgres }: BenchDatabase,
  dataDir: string,
  env: NodeJS.ProcessEnv,
): Promise<Server> {
  return startService('service', {
    DATABASE_URL: postgres.serviceUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    DATA_DIR: keysDir(dataDir),
    PUBLIC_URL,
    OIDC_ISSUER: '',
    OIDC_AUDIENCE: AUDIENCE,
    DEMO: '0',
    // background work is not measured
    JOBS: 'false',
    ...env,
  });
}

/** Where the keys are that sign its tokens. */
export function keysDir(dataDir: string): string {
  return path.resolve(dataDir, 'service');
}
