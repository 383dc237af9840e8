/** A start on another machine may have a long migration to do; nobody waits for it for ever. */
const LONGEST_WAIT_MS = 120_000;
const LOCK_TIMEOUT = '55P03';

/** Another start is at work in this database. The message tells the operator what to do. */
export class StartedElsewhere extends Error {}

/**
 * Takes a lock of the session, so that one start at a time does this part of its work in a database. Throws
 * StartedElsewhere if another one keeps it for too long.
 */
export async function lockForStart(
  query: (sql: string) => Promise<unknown>,
  part: 'migrate' | 'reference-data',
  waitMs = LONGEST_WAIT_MS,
): Promise<void> {
  await query(`set lock_timeout = ${waitMs}`);
  try {
    await query(`select pg_advisory_lock(hashtext('oudernetwerken.${part}'))`);
  } catch (error) {
    if ((error as { code?: unknown }).code !== LOCK_TIMEOUT) throw error;
    throw new StartedElsewhere(
      `Another start has been at work in this database for ${waitMs / 1_000} seconds. Wait until it is ready, or end ` +
        "its session (select pid from pg_locks where locktype = 'advisory'), and start again.",
      { cause: error },
    );
  }
  await query('reset lock_timeout');
}
