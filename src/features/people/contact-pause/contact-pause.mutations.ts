import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Person } from '../person.type.js';
import { endContactPause, pauseContact } from './contact-pause.js';
import { ContactPauseEndInput, ContactPauseInput } from './contact-pause.inputs.js';

const answers = { person: { type: () => Person, description: 'The person after the change.' } };

@Resolver()
export class ContactPauseMutations {
  @Mutates(pauseContact, {
    description:
      'Leaves somebody alone until a day, whatever the reason: no mail but what they ask for themselves, no invitation, and ' +
      'no task that asks for them. Reminders go to the next in line; other mail waits; what the law says that they must ' +
      'hear becomes a task for the coordinator. Another day replaces the one that there was. Allowed for coordinators of ' +
      'their home region and for themselves.',
    answers,
    refusals: ['PERSON_DECEASED'],
  })
  contactPause(_input: ContactPauseInput): void {}

  @Mutates(endContactPause, {
    description:
      'Ends that somebody is left alone, also when that was a mistake; what waited for them is judged again, and sent if it ' +
      'still holds. Allowed for coordinators of their home region and for themselves.',
    answers,
  })
  contactPauseEnd(_input: ContactPauseEndInput): void {}
}
