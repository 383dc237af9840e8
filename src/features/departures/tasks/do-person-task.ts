import { update } from '../../../db/rows.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { findLocked } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { PersonTaskEntity } from './person-task.entity.js';
import type { PersonTaskDoneInput } from './person-task.type.js';

export const doPersonTask: UseCase<PersonTaskDoneInput, { task: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const task = await findLocked(tx, PersonTaskEntity, input);
    allow(manages(tx.viewer, task.regionId));
    if (task.doneOn) throw failure('TASK_DONE', ['input', 'id'], { on: task.doneOn });
    if (task.kind === 'MOVED_AWAY') throw failure('ANSWER_NEEDED', ['input', 'id']);
    update(tx, PersonTaskEntity, { id: task.id }, { doneOn: tx.today });
    tx.record({ name: 'personTask.closed', ...about('PersonTask', task), details: { kind: task.kind } });
    return { task: task.id };
  },
};
