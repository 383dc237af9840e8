import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { Person } from '../people/person.type.js';
import { departPerson } from './depart-person.js';
import { PersonDepartInput, PersonDepartTakeBackInput } from './departure.inputs.js';
import { PersonDeparture } from './departure.type.js';
import { hideName, showName } from './hidden-names/hide-name.js';
import { PersonHideNameInput, PersonShowNameInput } from './hidden-names/hidden-name.fields.js';
import { doPersonTask } from './tasks/do-person-task.js';
import { PersonTask, PersonTaskDoneInput } from './tasks/person-task.type.js';
import { takeBackDeparture } from './take-back-departure.js';

const answers = {
  person: { type: () => Person, description: 'The person after the change.' },
  departure: { type: () => PersonDeparture, description: 'The departure.' },
};

@Resolver()
export class DepartureMutations {
  @Mutates(departPerson, {
    description:
      'Records that somebody died, or stops with everything. All that they do ends after that day, in one transaction: ' +
      'trekkerschappen, memberships, seats, candidacies, open invitations, tasks, being a contact person, and being ' +
      'findable. A network that they led is covered from the next day. Whoever died is never mailed, matched, suggested or ' +
      'invited again. Allowed for coordinators of their home region, and for themselves to stop.',
    answers,
    refusals: ['ALREADY_DECEASED', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  personDepart(_input: PersonDepartInput): void {}

  @Mutates(takeBackDeparture, {
    description:
      'Takes back that somebody died, which was a mistake, or that they stop with everything: within 30 days. All that ' +
      'ended with it goes on as before, unless somebody has built on it. NO_DEPARTURE: it was taken back already. ' +
      'LATER_DEPARTURE: another one was recorded after it. Allowed for coordinators of their home region, and for ' +
      'themselves if they had stopped.',
    answers,
    refusals: ['NO_DEPARTURE', 'LATER_DEPARTURE', 'DEPARTURE_TOO_LONG_AGO', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  personDepartTakeBack(_input: PersonDepartTakeBackInput): void {}

  @Mutates(hideName, {
    description:
      'Hides the name of somebody who died, if the family wants that: from then on it is nowhere, and they are shown under a ' +
      'pseudonym. Only coordinators of their home region still see it, in `hiddenName`. Allowed for those.',
    answers: { person: answers.person },
    refusals: ['NOT_DECEASED'],
  })
  personHideName(_input: PersonHideNameInput): void {}

  @Mutates(showName, {
    description:
      'Shows a hidden name again. When a death is taken back, that happens by itself. Allowed for coordinators of their ' +
      'home region.',
    answers: { person: answers.person },
  })
  personShowName(_input: PersonShowNameInput): void {}

  @Mutates(doPersonTask, {
    description: 'Says that a task for a person was done. Allowed for coordinators of its region.',
    answers: { task: { type: () => PersonTask, description: 'The task.' } },
    refusals: ['TASK_DONE', 'ANSWER_NEEDED'],
  })
  personTaskDone(_input: PersonTaskDoneInput): void {}
}
