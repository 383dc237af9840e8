import { remove, update } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import { Checks } from '../../kernel/checks.js';
import { isBefore, latest } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import { endsBefore } from '../../kernel/period.js';
import { refuseOver } from '../../writes/days-on-record.js';
import { uuidOf } from '../../writes/find.js';
import { NothingChanged, saveNews, unlessSo } from '../../writes/patch.js';
import type { UseCase } from '../../writes/use-case.js';
import { allow, coordinatorsSecretariesAndParents } from '../access/policies.js';
import { TrekkerschapEntity } from '../oudernetwerken/oudernetwerk.entity.js';
import { renewStandby } from '../oudernetwerken/trekkerschap/standby.js';
import { AbsenceEntity } from './absence.entity.js';
import type { AbsenceEndInput, AbsencePatch, AbsenceUpdateInput } from './absence.inputs.js';
import { aboutAbsence, awayOf } from './absences.events.js';
import { alternateFor, alternateOf, nameAlternate } from './alternate.js';
import {
  isAwayThemselves,
  keeps,
  lockAbsence,
  type OfBody,
  type OfNetwork,
  type Part,
} from './lock-absence.js';
import { refuseActing, renewStandbyIn, wholeOf } from './parts-of-absence.js';
import { checkExpected } from './record-absence.js';
import { startSubstitute } from './substitute.js';

type Changed = { absence: string };

/** Those who keep the role, on any day of it; whoever was away themselves, when they are back. */
export const endAbsence: UseCase<AbsenceEndInput, Changed> = {
  policy: coordinatorsSecretariesAndParents,
  async run(tx, input) {
    const { absence, place, parts, lasts } = await lockAbsence(tx, input);
    const mayKeep = keeps(tx.viewer, place);
    allow(mayKeep || isAwayThemselves(tx.viewer, place, absence.personId));
    refuseOver(tx, lasts ?? absence.period);
    const { from } = wholeOf(parts);
    const on = input.on ?? latest(tx.today, from);
    const checks = new Checks();
    const first = mayKeep ? from : latest(from, tx.today.subtract({ days: 1 }));
    checks.day(on, ['input', 'on'], first, latest(from, tx.today).add({ years: 5 }));
    checks.done();
    const refs = { absence: absence.id };
    const ended = parts.findLast((part) => !isBefore(on, part.absence.period.from))!.absence;
    const period = { from: ended.period.from, until: on };
    unlessSo(absence, { period }, refs);
    if (ended !== absence) await endEarlier(tx, parts, ended);
    update(tx, AbsenceEntity, { id: absence.id }, { period });
    const details = awayOf({ ...absence, oudernetwerkId: ended.oudernetwerkId, period });
    tx.record({ name: 'absence.ended', ...aboutAbsence(absence), details });
    await renewStandbyIn(tx, parts);
    return refs;
  },
};

/** It ended before its network went up in another one, or parted: what is known by its id is that part of it. */
async function endEarlier(tx: Tx, parts: readonly Part[], ended: AbsenceEntity): Promise<void> {
  const gone = parts
    .map(({ absence }) => absence)
    .slice(parts.findIndex(({ absence }) => absence === ended) + 1);
  await refuseActing(tx, gone);
  for (const each of [ended, ...gone.slice(0, -1)]) remove(tx, AbsenceEntity, { id: each.id });
  const { oudernetwerkId, formerId, substituteId } = ended;
  update(
    tx,
    AbsenceEntity,
    { id: gone.at(-1)!.id },
    { oudernetwerkId, formerId, substituteId, period: ended.period },
  );
}

/** What is expected, by those who keep the role and whoever is away; who acts meanwhile, by a coordinator. */
export const updateAbsence: UseCase<AbsenceUpdateInput, Changed> = {
  policy: coordinatorsSecretariesAndParents,
  async run(tx, { patch, ...input }) {
    const { absence, place, lasts } = await lockAbsence(tx, input);
    allow(keeps(tx.viewer, place) || isAwayThemselves(tx.viewer, place, absence.personId));
    refuseOver(tx, lasts ?? absence.period);
    const given = patch.expectedUntil;
    const expectedUntil = given === undefined ? absence.expectedUntil : given;
    const checks = new Checks();
    // what is expected since before it went along to another network stays as it is
    if (given) checkExpected(checks, absence.period.from, given, ['input', 'patch', 'expectedUntil']);
    if (patch.substituteId === null && absence.substituteId) checks.refuse('REQUIRED', SUBSTITUTE);
    checks.done();
    const substituteId = place.network ? await substituteOf(tx, absence, place, patch) : absence.substituteId;
    const isNamed = place.network === null && (await renameAlternate(tx, absence, place, patch));
    const refs = { absence: absence.id };
    const isNews = saveNews(tx, AbsenceEntity, absence, { expectedUntil, substituteId });
    if (!isNews && !isNamed) throw new NothingChanged(refs);
    const details = awayOf({ ...absence, expectedUntil, substituteId });
    tx.record({ name: 'absence.updated', ...aboutAbsence(absence), details });
    if (place.network) await renewStandby(tx, place.network);
    return refs;
  },
};

const SUBSTITUTE = ['input', 'patch', 'substituteId'];

/** Whoever acts by now: as before, or from today on. One at a time. */
async function substituteOf(
  tx: Tx,
  absence: AbsenceEntity,
  place: OfNetwork,
  patch: AbsencePatch,
): Promise<string | null> {
  const { substituteId, personId, period } = absence;
  if (patch.substituteId == null) return substituteId;
  const from = latest(period.from, tx.today);
  const acting = substituteId ? await tx.manager.findOneBy(TrekkerschapEntity, { id: substituteId }) : null;
  if (acting && !endsBefore(acting.period, from)) {
    if (acting.personId === uuidOf(patch.substituteId, 'Person', SUBSTITUTE)) return substituteId;
    throw failure('ALREADY_SUBSTITUTED', SUBSTITUTE, { from: acting.period.from });
  }
  const away = { personId, period: { from, until: null } };
  return startSubstitute(tx, { place, ...away }, patch.substituteId, SUBSTITUTE);
}

/** Whether somebody else is the alternate by now, or nobody. */
async function renameAlternate(
  tx: Tx,
  absence: AbsenceEntity,
  place: OfBody,
  { substituteId: id }: AbsencePatch,
): Promise<boolean> {
  if (id === undefined) return false;
  allow(keeps(tx.viewer, place));
  const named = await alternateOf(tx, absence.id);
  if (id === null ? named === null : named === uuidOf(id, 'Person', SUBSTITUTE)) return false;
  const wanted = id && (await alternateFor(tx, { place, ...absence }, id, SUBSTITUTE));
  await nameAlternate(tx, absence, wanted);
  return true;
}
