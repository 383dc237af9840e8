import type { ClientBase } from 'pg';
import { SYSTEM_ACCOUNT } from '../jobs/system-viewer.js';

/** Looks at one moment of a database, as its owner and with the sight of the service itself; changes nothing. */
export async function asTheServiceSees<Result>(
  owner: ClientBase,
  look: () => Promise<Result>,
): Promise<Result> {
  await owner.query('begin transaction isolation level repeatable read');
  try {
    await owner.query(
      `select set_config('app.account', $1, true), set_config('app.reach', 'system', true),
         set_config('search_path', 'public, pg_temp', true)`,
      [SYSTEM_ACCOUNT],
    );
    return await look();
  } finally {
    await owner.query('rollback');
  }
}
