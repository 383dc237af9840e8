import { asSystem } from '../../../db/as-system.js';
import { rowOf } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { PersonTaskEntity } from '../../departures/tasks/person-task.entity.js';
import type { PersonLetterOpenInput } from './letter.inputs.js';
import { LETTER_PATH, type LetterLink, readLetterLink, signLetterLink } from './letter-link.js';
import { type PaperLetter, paperLetter } from './paper-letter.js';

const GOOD_FOR_SECONDS = 5 * 60;
const WHICH = ['input', 'taskId'];

type Opened = { url: string; expiresAt: string; task: string };

export const openLetter: UseCase<PersonLetterOpenInput, Opened> = {
  policy: coordinators,
  async run(tx, { taskId }, { serviceUrl }) {
    const task = await find(tx, PersonTaskEntity, taskId, WHICH);
    allow(manages(tx.viewer, task.regionId));
    if (!task.mailId) throw failure('NO_LETTER', WHICH);
    if (task.doneOn) throw failure('TASK_DONE', WHICH, { on: task.doneOn });
    const expiresAt = tx.now
      .round({ smallestUnit: 'second', roundingMode: 'floor' })
      .add({ seconds: GOOD_FOR_SECONDS });
    const link = {
      taskId: task.id,
      accountId: tx.viewer.accountId!,
      expiresAtSeconds: expiresAt.epochMilliseconds / 1_000,
    };
    const token = await asSystem(tx, () => signLetterLink(tx, link));
    const { kind } = task;
    tx.record({ name: 'personTask.letterOpened', ...about('PersonTask', task), details: { kind } });
    return {
      url: `${serviceUrl}${LETTER_PATH}?token=${token}`,
      expiresAt: expiresAt.toString(),
      task: task.id,
    };
  },
};

/** One of our links that is still valid, and the account that asked for it. */
export interface OpenLetterLink {
  readonly link: LetterLink;
  readonly asker: { readonly issuer: string; readonly subject: string };
}

/** What a token entitles to; null for any that is not ours or has expired. As the system. */
export async function openLetterLink(tx: Tx, token: string): Promise<OpenLetterLink | null> {
  return asSystem(tx, async () => {
    const link = await readLetterLink(tx, token);
    if (!link) return null;
    const [asker] = await tx.query<OpenLetterLink['asker']>(
      'select issuer, subject from accounts where id = $1',
      [link.accountId],
    );
    return asker ? { link, asker } : null;
  });
}

/** The letter of a link, for the account that asked for it; null if that may not see it now, or it says nothing any more. */
export async function letterOfLink(
  tx: Tx,
  { taskId }: LetterLink,
  publicUrl: string,
): Promise<PaperLetter | null> {
  const task = await rowOf(tx, PersonTaskEntity, taskId);
  if (!task?.mailId || task.doneOn || !manages(tx.viewer, task.regionId)) return null;
  const { mailId, personId } = task;
  return asSystem(tx, () => paperLetter(tx, { mailId, personId }, publicUrl));
}
