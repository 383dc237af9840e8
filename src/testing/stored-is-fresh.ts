import type { Client } from 'pg';
import { DATA_RULES } from '../app/verify/data-rules.js';
import { KNOWN_WHERE } from '../app/verify/known-where.js';
import { asTheServiceSees } from '../app/verify/one-moment.js';
import { wrongAssessments } from '../app/verify/stored-assessments.js';
import { clockAt, day, today } from '../kernel/clock.js';
import { openDailyJob } from './daily-job.js';
import { NOW, type TestService } from './test-service.js';

/**
 * Fails unless what is stored for every network, seat and ervaringsdeskundige equals a fresh assessment on that day.
 * Rows that were inserted around the service have to be renewed first (`renewAll`).
 */
export async function expectStoredIsFresh({ owner }: TestService, on = dayOf(NOW)): Promise<void> {
  await asTheServiceSees(owner, async () => {
    const stale = await owner.query<object>('select subject_type, subject_id from stale_subjects');
    expect(stale.rows).toEqual([]);
    await expectKnownWhere(owner);
    const wrong = await wrongAssessments(owner, day(on));
    const [first] = wrong;
    // one is enough to read
    if (first) expect({ on, wrong: wrong.length, ...first.stored }).toEqual({ on, wrong: 0, ...first.fresh });
  });
}

/** Fails unless everything holds of the rows that `npm run verify` looks at, besides what is assessed. */
export async function expectRulesHold({ owner }: TestService): Promise<void> {
  await asTheServiceSees(owner, async () => {
    for (const rule of DATA_RULES) expect((await owner.query(rule)).rows).toEqual([]);
  });
}

/** Fails unless people, bodies and seats say where they are known as it follows from roles and invitations. */
export async function expectKnownWhere(owner: Client): Promise<void> {
  for (const rule of KNOWN_WHERE) expect((await owner.query(rule)).rows).toEqual([]);
}

/** Does at this instant what the daily job does: reassesses everything whose assessment is outdated. */
export async function renewAll(service: Pick<TestService, 'urls'>, instant = NOW): Promise<void> {
  const job = await openDailyJob(service);
  await job.run(instant).finally(() => job.close());
}

/** The calendar day of an instant, as `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  return today(clockAt(instant)).toString();
}
