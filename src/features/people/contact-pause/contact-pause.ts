import { insert, remove } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { endsBefore } from '../../../kernel/period.js';
import { about } from '../../../writes/events.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { coordinatorsAndParents } from '../../access/policies.js';
import { refuseDeceased } from '../deceased.js';
import { lockKeptPerson } from '../lock-kept-person.js';
import type { ContactPauseEndInput, ContactPauseInput } from './contact-pause.inputs.js';
import { ContactPauseEntity } from './contact-pause.entity.js';

/** Longer than that, somebody looks at it again. */
const MOST_YEARS_OF_PAUSE = 2;
const WHO = ['input', 'personId'];

/** A coordinator of the home region, or the person themselves. Why is not asked. */
export const pauseContact: UseCase<ContactPauseInput, { person: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, { personId, until }) {
    const person = await lockKeptPerson(tx, personId, WHO);
    const checks = new Checks();
    checks.day(until, ['input', 'until'], tx.today, tx.today.add({ years: MOST_YEARS_OF_PAUSE }));
    checks.done();
    refuseDeceased(person, null, WHO);
    const before = await runningPause(tx, person.id);
    if (before?.period.until?.equals(until)) throw new NothingChanged({ person: person.id });
    remove(tx, ContactPauseEntity, { personId: person.id });
    insert(tx, ContactPauseEntity, {
      personId: person.id,
      period: { from: before?.period.from ?? tx.today, until },
      accountId: tx.viewer.accountId,
      recordedAt: tx.now.toString(),
    });
    const details = { until: until.toString() };
    tx.record({ name: 'person.contactPaused', ...about('Person', person), details });
    return { person: person.id };
  },
};

/** Also when it was recorded by mistake: nothing else followed from it. */
export const endContactPause: UseCase<ContactPauseEndInput, { person: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, { personId }) {
    const person = await lockKeptPerson(tx, personId, WHO);
    if (!(await runningPause(tx, person.id))) throw new NothingChanged({ person: person.id });
    remove(tx, ContactPauseEntity, { personId: person.id });
    tx.record({ name: 'person.contactResumed', ...about('Person', person), details: {} });
    return { person: person.id };
  },
};

/** The pause of today; one that is over counts no more. */
async function runningPause(tx: Tx, personId: string): Promise<ContactPauseEntity | null> {
  const pause = await tx.manager.findOneBy(ContactPauseEntity, { personId });
  return pause && endsBefore(pause.period, tx.today) ? null : pause;
}

/** The last day on which somebody is left alone, as the viewer sees it; null: they are not. */
export async function pausedUntil(tx: Tx, personId: string): Promise<PlainDate | null> {
  return (await runningPause(tx, personId))?.period.until ?? null;
}

/** Whoever is left alone is not asked for anything, as long as it lasts. */
export async function refusePaused(tx: Tx, personId: string, path: readonly string[]): Promise<void> {
  const until = await pausedUntil(tx, personId);
  if (until) throw failure('CONTACT_PAUSED', path, { until });
}
