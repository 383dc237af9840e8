import { remove, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { NothingChanged } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { isBefore } from '../../../kernel/clock.js';
import { type Failure, failure } from '../../../kernel/failure.js';
import { isSamePeriod, toDateRange } from '../../../kernel/period.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { builtUpon } from '../../people/built-upon.js';
import { checkDeath, refuseIfDeceased } from '../../people/deceased.js';
import { PersonEntity } from '../../people/person.entity.js';
import { recordAnnulment, undoReason } from '../../undo/record-annulment.js';
import { insertWithDepartures } from '../insert-with-departures.js';
import { asWritten } from '../network-end.js';
import { lockTrekkerschap } from '../lock-network.js';
import { actsFor, passAbsencesOn } from './absent-trekker.js';
import { type OudernetwerkEntity, TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { aboutTrekkerschap } from '../oudernetwerken.events.js';
import { checkEndsInTime, patchedDays, patchedWho } from './patched-role.js';
import { tellEnded } from './end-trekkerschap.js';
import { exchangedOn } from './exchange-trekkerschap.js';
import { renewStandby } from './standby.js';
import { goOnFromMerged } from './go-on-from-merged.js';
import { goOnAsBefore, refuseOneOfTwo } from './change-role.js';
import { newTrekkerschap, refuseNoParent, refuseOverlap, tellStarted } from './start-trekkerschap.js';
import type {
  TrekkerschapAnnulInput,
  TrekkerschapCorrectInput,
  TrekkerschapPatch,
} from './undo-trekkerschap.inputs.js';

/** It never was. Whoever took over from it must be put right first. */
export const annulTrekkerschap: UseCase<TrekkerschapAnnulInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const reason = undoReason(input);
    const { trekkerschap, network } = await lockTrekkerschap(tx, input);
    allow(manages(tx.viewer, network.regionId));
    await asWritten(tx, network, trekkerschap);
    const successor = await successorOf(tx, trekkerschap);
    if (successor) throw await succeededBy(tx, successor);
    remove(tx, TrekkerschapEntity, { id: trekkerschap.id });
    await goOnAsBefore(tx, trekkerschap);
    await goOnFromMerged(tx, network, trekkerschap);
    await passAbsencesOn(tx, inNetwork(trekkerschap), trekkerschap.personId);
    recordAnnulment(tx, 'Trekkerschap', trekkerschap, reason);
    tx.record({
      name: 'trekkerschap.annulled',
      ...aboutTrekkerschap(trekkerschap),
      details: whatItSaid(trekkerschap),
    });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

type Corrected = { trekkerschap: string; oudernetwerk: string };

/** It was otherwise: annulled and recorded anew, also on days that have passed, under the rules of a new one. */
export const correctTrekkerschap: UseCase<TrekkerschapCorrectInput, Corrected> = {
  policy: coordinators,
  async run(tx, input) {
    const reason = undoReason(input);
    const { trekkerschap: old, network } = await lockTrekkerschap(tx, input);
    allow(manages(tx.viewer, network.regionId));
    await asWritten(tx, network, old);
    const row = await patched(tx, old, network, input.patch);
    if (isSameRecord(old, row)) throw new NothingChanged({ trekkerschap: old.id, oudernetwerk: network.id });
    const successor = await successorOf(tx, old);
    if (successor && !stillFollows(successor, old, row)) throw await succeededBy(tx, successor);
    await refuseOwnPredecessor(tx, row);
    const absence = await actsFor(tx, old);

    update(tx, TrekkerschapEntity, { predecessorId: old.id }, { predecessorId: null });
    remove(tx, TrekkerschapEntity, { id: old.id });
    const made = await insertWithDepartures(tx, 'trekkerschappen', { row, old }, (each) =>
      refuseOverlap(tx, each, ['input', 'patch']),
    );
    await goOnFromMerged(tx, network, old);
    if (absence && !lastsLonger(row, old)) {
      tx.send('update absences set substitute_id = $2 where id = $1', [absence, row.id]);
    }
    await passAbsencesOn(tx, { ...inNetwork(old), lastDay: network.endedOn }, row.personId);
    if (successor) {
      update(tx, TrekkerschapEntity, { id: successor.id }, { predecessorId: row.id });
    }
    recordAnnulment(tx, 'Trekkerschap', old, reason, row.id);
    const details = { ...whatItSaid(old), replacedBy: row.id };
    tx.record({ name: 'trekkerschap.corrected', ...aboutTrekkerschap(old), details });
    tellStarted(tx, made);
    if (made.endReason) tellEnded(tx, made, made.endReason);
    await renewStandby(tx, network);
    return { trekkerschap: row.id, oudernetwerk: network.id };
  },
};

function inNetwork({ oudernetwerkId: placeId, personId, period }: TrekkerschapEntity) {
  return { placeId, personId, period };
}

function whatItSaid({ personId, role, period, plannedEndOn, endReason, predecessorId }: TrekkerschapEntity) {
  return {
    personId,
    role,
    period: toDateRange(period),
    plannedEndOn: plannedEndOn?.toString() ?? null,
    endReason,
    predecessorId,
  };
}

type New = ReturnType<typeof newTrekkerschap> &
  Pick<TrekkerschapEntity, 'plannedEndOn' | 'plannedEndReason' | 'endReason' | 'lineId'>;

async function patched(
  tx: Tx,
  old: TrekkerschapEntity,
  network: OudernetwerkEntity,
  patch: TrekkerschapPatch,
): Promise<New> {
  const at = (field: string) => ['input', 'patch', field];
  const personId = await patchedWho(tx, PersonEntity, patch.personId, old.personId, 'personId');
  if (personId !== old.personId) {
    const person = await tx.manager.findOneByOrFail(PersonEntity, { id: personId });
    refuseNoParent(person, at('personId'));
  }
  const checks = new Checks();
  const period = patchedDays(checks, tx, old, patch);
  const { from, until } = period;
  const endReason = until && (patch.endReason === undefined ? old.endReason : patch.endReason);
  const { plannedEndOn, plannedEndReason, predecessorId } = old;
  if (personId !== old.personId || patch.endReason || !isSamePeriod(period, old.period)) {
    await refuseOneOfTwo(tx, old);
  }
  if (plannedEndOn && isBefore(plannedEndOn, from)) {
    checks.refuse('PLANNED_BEFORE', at('from'), { on: plannedEndOn });
  }
  if (until && !endReason && !exchangedOn(old)) checks.refuse('REQUIRED', at('endReason'));
  if (until && endReason) checkDeath(checks, tx, endReason, until, from, at('until'));
  checkEndsInTime(checks, network, period, patch);
  checks.done();
  await refuseIfDeceased(tx, personId, until, at(personId === old.personId ? 'until' : 'personId'));
  const row = newTrekkerschap(network, personId, patch.role ?? old.role, period);
  const lineId = personId === old.personId ? old.lineId : null;
  return { ...row, predecessorId, plannedEndOn, plannedEndReason, endReason, lineId };
}

function isSameRecord(old: TrekkerschapEntity, row: New): boolean {
  return (
    old.personId === row.personId &&
    old.role === row.role &&
    old.endReason === row.endReason &&
    isSamePeriod(old.period, row.period)
  );
}

function successorOf(tx: Tx, { id }: TrekkerschapEntity): Promise<TrekkerschapEntity | null> {
  return tx.manager.findOneBy(TrekkerschapEntity, { predecessorId: id });
}

/** Then they lead in their own right, and no longer for as long as somebody else is away. */
function lastsLonger({ period: { until } }: New, { period }: TrekkerschapEntity): boolean {
  return period.until !== null && (until === null || isBefore(period.until, until));
}

/** Whoever took over did so on a day that is still the last one, and from somebody else. */
function stillFollows(successor: TrekkerschapEntity, old: TrekkerschapEntity, row: New): boolean {
  return successor.personId !== row.personId && isSameDay(old.period.until, row.period.until);
}

function isSameDay(
  a: TrekkerschapEntity['period']['until'],
  b: TrekkerschapEntity['period']['until'],
): boolean {
  return a && b ? a.equals(b) : a === b;
}

function succeededBy(tx: Tx, { personId, period }: TrekkerschapEntity): Promise<Failure> {
  return builtUpon(tx, 'successor', personId, period.from);
}

async function refuseOwnPredecessor(tx: Tx, { personId, predecessorId }: New): Promise<void> {
  if (!predecessorId) return;
  if (await tx.manager.existsBy(TrekkerschapEntity, { id: predecessorId, personId })) {
    throw failure('SAME_PERSON', ['input', 'patch', 'personId']);
  }
}
