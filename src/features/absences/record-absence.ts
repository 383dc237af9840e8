import { v7 as uuid } from 'uuid';
import { insert } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import { Checks } from '../../kernel/checks.js';
import { earliest, latest, type PlainDate } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import { endsBefore, fromDateRange, toDateRange } from '../../kernel/period.js';
import type { UseCase } from '../../writes/use-case.js';
import { allow, coordinatorsSecretariesAndParents } from '../access/policies.js';
import { renewStandby } from '../oudernetwerken/trekkerschap/standby.js';
import { AbsenceEntity } from './absence.entity.js';
import type { AbsenceRecordInput } from './absence.inputs.js';
import { aboutAbsence, awayOf } from './absences.events.js';
import { alternateFor, type Away, nameAlternate } from './alternate.js';
import { isAwayThemselves, keeps, lockAwayFrom, type Place } from './lock-absence.js';
import { startSubstitute } from './substitute.js';

const ROLE = ['input', 'roleId'];
const FROM = ['input', 'from'];

/** Those who keep the role, for any day of it; whoever is away themselves, from today on. */
export const recordAbsence: UseCase<AbsenceRecordInput, { absence: string }> = {
  policy: coordinatorsSecretariesAndParents,
  async run(tx, input) {
    const { role, place } = await lockAwayFrom(tx, input.roleId, ROLE);
    const mayKeep = keeps(tx.viewer, place);
    allow(mayKeep || isAwayThemselves(tx.viewer, place, role.personId));
    const first = mayKeep ? role.period.from : latest(role.period.from, tx.today);
    const { until } = role.period;
    if (endsBefore(role.period, first)) throw failure('ALREADY_ENDED', ROLE, { on: until });
    const from = input.from ?? latest(first, earliest(tx.today, until ?? tx.today));
    const checks = new Checks();
    const ahead = latest(first, tx.today.add({ years: 1 }));
    checks.day(from, FROM, first, earliest(ahead, until ?? ahead));
    const expectedUntil = input.expectedUntil ?? null;
    checkExpected(checks, from, expectedUntil, ['input', 'expectedUntil']);
    checks.done();

    const { network, bodyId, regionId } = place;
    const { personId } = role;
    const away = { personId, oudernetwerkId: network?.id ?? null, bodyId };
    await refuseAway(tx, { ...away, period: { from, until: null } }, FROM);
    const period = { from, until: null };
    const acting = await whoActs(tx, { place, personId, period }, input.substituteId, [
      'input',
      'substituteId',
    ]);
    const { substituteId } = acting;
    const row = { id: uuid(), ...away, regionId, period, expectedUntil, substituteId };
    insert(tx, AbsenceEntity, row);
    if (acting.alternateId) await nameAlternate(tx, row, acting.alternateId);
    tx.record({ name: 'absence.recorded', ...aboutAbsence(row), details: awayOf(row) });
    if (network) await renewStandby(tx, network);
    return { absence: row.id };
  },
};

interface Acting {
  readonly substituteId: string | null;
  readonly alternateId: string | null;
}

async function whoActs(
  tx: Tx,
  { place, ...away }: Away & { readonly place: Place },
  id: string | null | undefined,
  path: readonly string[],
): Promise<Acting> {
  if (id == null) return { substituteId: null, alternateId: null };
  return place.network
    ? { substituteId: await startSubstitute(tx, { place, ...away }, id, path), alternateId: null }
    : { substituteId: null, alternateId: await alternateFor(tx, { place, ...away }, id, path) };
}

export function checkExpected(
  checks: Checks,
  from: PlainDate,
  expected: PlainDate | null,
  path: readonly string[],
): void {
  checks.day(expected, path, from, from.add({ years: 5 }));
}

type Said = Pick<AbsenceEntity, 'personId' | 'oudernetwerkId' | 'bodyId' | 'period'>;

/**
 * Nobody is away twice. One that ended with an earlier role of theirs here, and was never ended itself, is over: from
 * now on it says so. The exclusion constraint would refuse it too; this reports the days.
 */
export async function refuseAway(tx: Tx, away: Said, path: readonly string[]): Promise<void> {
  const { personId, oudernetwerkId, bodyId, period } = away;
  const there = await tx.query<{ id: string; days: string | null; over: boolean }>(
    `select a.id, lasts.days::text as days, lower(a.period) < $5 and coalesce(upper(lasts.days) <= $5, lasts.days is null) as over
     from absences a cross join lateral (select absent_days(a) as days) lasts
     where a.person_id = $1 and (a.oudernetwerk_id = $2 or a.body_id = $3) and a.period && $4::daterange
     order by lower(a.period)`,
    [personId, oudernetwerkId, bodyId, toDateRange(period), period.from.toString()],
  );
  const taken = there.find(({ over }) => !over);
  if (taken) {
    const days = taken.days ? fromDateRange(taken.days) : period;
    throw failure('PERIOD_TAKEN', path, { what: 'absence', ...days });
  }
  tx.send(
    `update absences a set period = daterange(lower(a.period), least(coalesce(upper(absent_days(a)), $2), $2)), version = version + 1
     where a.id = any ($1)`,
    [there.map(({ id }) => id), period.from.toString()],
  );
}
