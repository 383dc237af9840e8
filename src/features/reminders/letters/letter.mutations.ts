import { Resolver } from 'type-graphql';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { Mutates } from '../../../writes/mutate.js';
import { PersonTask } from '../../departures/tasks/person-task.type.js';
import { PersonLetterOpenInput } from './letter.inputs.js';
import { openLetter } from './open-letter.js';

@Resolver()
export class LetterMutations {
  @Mutates(openLetter, {
    description:
      'Opens the letter of a task of kind `LETTER` or `NOTICE`: a page to print, at a URL that works for five minutes. It ' +
      'says what the mail would say. `personTaskDone` says that it was sent. Allowed for coordinators of its region.',
    answers: {
      url: {
        type: () => String,
        description: 'URL of the page: anybody who has it can read the letter without signing in.',
      },
      expiresAt: { type: () => DateTimeScalar, description: 'When the URL stops working.' },
      task: { type: () => PersonTask, description: 'The task.' },
    },
    refusals: ['TASK_WITHOUT_LETTER', 'TASK_DONE', 'CONTACT_PAUSED'],
  })
  personLetterOpen(_input: PersonLetterOpenInput): void {}
}
