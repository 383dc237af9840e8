import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Person } from '../../people/person.type.js';
import { tellApart } from './tell-apart.js';
import { PersonTellApartInput } from './tell-apart.inputs.js';

@Resolver()
export class DuplicateMutations {
  @Mutates(tellApart, {
    description:
      'Says that two records that look alike are of two people: they are proposed as one no more. For coordinators who see ' +
      'both, of the region where one of them lives.',
    answers: {
      person: { type: () => Person, description: 'The one.' },
      other: { type: () => Person, description: 'The other one.' },
    },
    refusals: ['SAME_RECORD'],
  })
  personTellApart(_input: PersonTellApartInput): void {}
}
