import { DataDirInUse } from '../db/embedded/embedded-postgres.js';
import { NotMigrated } from '../db/migration/bring-up-to-date.js';
import { RolesMissing, RolesUnfit } from '../db/migration/roles.js';
import { UnfitToServe } from '../db/service-login.js';
import { StartedElsewhere } from '../db/migration/start-lock.js';
import { databaseTrouble, refusesLogin } from '../db/database-trouble.js';
import { causesOf } from './http/error-causes.js';
import { StartProblem } from './lifecycle.js';

/** Errors whose message already says what an operator can do. */
const TELLING = [DataDirInUse, NotMigrated, RolesMissing, RolesUnfit, StartedElsewhere, UnfitToServe];

/** What made a start fail, in words for the operator if they can fix it; else the error as it is. */
export function startProblemOf(error: unknown): unknown {
  for (const cause of causesOf(error)) {
    if (!(cause instanceof Error)) continue;
    if (TELLING.some((telling) => cause instanceof telling)) return new StartProblem(cause.message);
    if (refusesLogin(cause)) {
      return new StartProblem(
        `The database refuses us: ${cause.message}. Look at DATABASE_URL and DATABASE_OWNER_URL.`,
      );
    }
    if (databaseTrouble(cause)) {
      return new StartProblem(`The database cannot be reached: ${cause.message}. Look at DATABASE_URL.`);
    }
  }
  return error;
}
