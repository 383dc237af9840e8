import { asSystem } from '../../../db/as-system.js';
import { rowOf } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { AccountLink, AN_ID } from '../../access/account-link.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { PersonTaskEntity } from '../../departures/tasks/person-task.entity.js';
import { pausedUntil, refusePaused } from '../../people/contact-pause/contact-pause.js';
import type { PersonLetterOpenInput } from './letter.inputs.js';
import { type PaperLetter, paperLetter } from './paper-letter.js';

/** Links to letters. */
export const LETTERS = new AccountLink('letter', '/downloads/letter', AN_ID);

const WHICH = ['input', 'taskId'];

type Opened = { url: string; expiresAt: string; task: string };

export const openLetter: UseCase<PersonLetterOpenInput, Opened> = {
  policy: coordinators,
  async run(tx, { taskId }, { serviceUrl }) {
    const task = await find(tx, PersonTaskEntity, taskId, WHICH);
    allow(manages(tx.viewer, task.regionId));
    if (!task.mailId) throw failure('TASK_WITHOUT_LETTER', WHICH);
    if (task.doneOn) throw failure('TASK_DONE', WHICH, { on: task.doneOn });
    if (isWritten(task)) await refusePaused(tx, task.personId, WHICH);
    const given = await LETTERS.give(tx, { id: task.id }, serviceUrl);
    const { kind } = task;
    tx.record({ name: 'personTask.letterOpened', ...about('PersonTask', task), details: { kind } });
    return { ...given, task: task.id };
  },
};

/** The letter of a link, for the account that asked for it; null if that may not see it now, or it says nothing any more. */
export async function letterOfLink(tx: Tx, taskId: string, publicUrl: string): Promise<PaperLetter | null> {
  const task = await rowOf(tx, PersonTaskEntity, taskId);
  if (!task?.mailId || task.doneOn || !manages(tx.viewer, task.regionId)) return null;
  if (isWritten(task) && (await pausedUntil(tx, task.personId))) return null;
  const { mailId, personId } = task;
  return asSystem(tx, () => paperLetter(tx, { mailId, personId }, publicUrl));
}

/** A letter waits while its reader is left alone; what they must hear all the same is told by hand. */
function isWritten({ kind }: PersonTaskEntity): boolean {
  return kind === 'LETTER';
}
