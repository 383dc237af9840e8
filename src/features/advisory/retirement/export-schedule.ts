import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import { allow, coordinatorsAndSecretaries, fills } from '../../access/policies.js';
import { AdvisoryBodyEntity } from '../advisory.entity.js';
import { logAccess } from '../access-log/log-access.js';
import type { RetirementScheduleExportInput } from './retirement-export.inputs.js';
import { type ScheduleLink, SCHEDULES } from './schedule-link.js';
import { type ScheduleRows, scheduleRows } from './schedule-rows.js';
import { FIRST_YEAR, LAST_YEAR, lastYearFrom } from './retirement-schedule.js';

export const exportSchedule: UseCase<
  RetirementScheduleExportInput,
  { url: string; expiresAt: string; advisoryBody: string }
> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, { bodyId, format, fromYear, toYear }, { serviceUrl }) {
    const body = await find(tx, AdvisoryBodyEntity, bodyId, ['input', 'bodyId']);
    allow(fills(tx.viewer, body));
    const checks = new Checks();
    checks.number(fromYear, ['input', 'fromYear'], FIRST_YEAR, LAST_YEAR);
    checks.done();
    checks.number(toYear, ['input', 'toYear'], fromYear, lastYearFrom(fromYear));
    checks.done();

    const { named } = await scheduleRows(tx, body, { fromYear, toYear });
    await logNames(tx, body.id, named);
    const details = { format, fromYear: String(fromYear), toYear: String(toYear) };
    tx.record({ name: 'retirementSchedule.exported', ...about('AdvisoryBody', body), details });
    const { locale } = tx.viewer;
    const given = await SCHEDULES.give(tx, { bodyId: body.id, format, fromYear, toYear, locale }, serviceUrl);
    return { ...given, advisoryBody: body.id };
  },
};

/**
 * The contents of the file of a link, as seen by the account that requested it; null if it no longer fills the seats.
 */
export async function scheduleOfLink(tx: Tx, link: ScheduleLink): Promise<ScheduleRows | null> {
  const body = await tx.manager.findOneBy(AdvisoryBodyEntity, { id: link.bodyId });
  if (!body || !fills(tx.viewer, body)) return null;
  const rows = await scheduleRows(tx, body, link);
  await logNames(tx, body.id, await notLogged(tx, link, rows.named));
  return rows;
}

async function logNames(tx: Tx, bodyId: string, people: readonly string[]): Promise<void> {
  const about = { what: 'NAME_EXPORTED', why: 'RETIREMENT_SCHEDULE' } as const;
  const { accountId } = tx.viewer;
  const each = [...new Set(people)].map((personId) => ({
    personId,
    ...about,
    accountId,
    bodyId,
    invitationId: null,
  }));
  await logAccess(tx, each);
}

/** People who entered the schedule after the link was requested. */
async function notLogged(tx: Tx, link: ScheduleLink, people: readonly string[]): Promise<string[]> {
  const logged = await asSystem(tx, () =>
    tx.query<{ person_id: string }>(
      `select person_id from person_access_log where account_id = $1 and body_id = $2 and why = 'RETIREMENT_SCHEDULE'
         and happened_at >= to_timestamp($3)`,
      [link.accountId, link.bodyId, link.askedAtSeconds],
    ),
  );
  const known = new Set(logged.map(({ person_id }) => person_id));
  return people.filter((id) => !known.has(id));
}
