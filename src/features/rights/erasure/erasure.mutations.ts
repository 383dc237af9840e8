import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Person } from '../../people/person.type.js';
import { erasePerson } from './erase-person.js';
import { PersonEraseInput } from './erasure.inputs.js';

@Resolver()
export class ErasureMutations {
  @Mutates(erasePerson, {
    description:
      'Erases what is kept of somebody, for good; `personErasure` is its preview. They stop with everything they do, as ' +
      'with `personDepart`, and a network that they led alone is covered from the next day. Name, contact details, notes, ' +
      'school ties, profile, mail and what was said of them go, their accounts end and links in mails lead nowhere; roles ' +
      'with their dates stay under a pseudonym. `WORK_ACCOUNT`: they still work with an account of theirs; end that first. ' +
      'Allowed for coordinators of their home region, and for themselves.',
    answers: { person: { type: () => Person, description: 'The person, under a pseudonym from now on.' } },
    refusals: ['WORK_ACCOUNT', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  personErase(_input: PersonEraseInput): void {}
}
