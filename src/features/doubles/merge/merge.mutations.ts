import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Person } from '../../people/person.type.js';
import { PersonMergeInput, PersonUnmergeInput } from './merge.inputs.js';
import { mergePeople } from './merge-people.js';
import { DAYS_TO_UNMERGE } from './person-merge.type.js';
import { unmergePeople } from './unmerge-people.js';

/** All that names somebody is written. */
const COST = 100;

@Resolver()
export class MergeMutations {
  @Mutates(mergePeople, {
    description:
      'Makes two records of one person one: all that names the other names the survivor, and the id of the other answers as ' +
      'the survivor. What both allowed is allowed. For coordinators of the regions where both live; see `personMergePreview`. ' +
      `Can be taken back for ${DAYS_TO_UNMERGE} days (\`personUnmerge\`).`,
    answers: { person: { type: () => Person, description: 'The survivor.' } },
    refusals: ['SAME_RECORD', 'PERSON_DECEASED', 'MERGE_UNDECIDED', 'MERGE_BLOCKED', 'NO_SUCH_CHOICE'],
    cost: COST,
  })
  personMerge(_input: PersonMergeInput): void {}

  @Mutates(unmergePeople, {
    description:
      'Makes one record two again, as they were. What is new since stays with the survivor (`PersonMerge.newSince`), and so ' +
      'does what somebody has built on (`notRestored`). For coordinators of the region of the survivor.',
    answers: {
      person: { type: () => Person, description: 'The survivor.' },
      other: { type: () => Person, description: 'The other one.' },
    },
    refusals: ['NOT_MERGED', 'MERGED_SINCE', 'MERGED_TOO_LONG_AGO'],
    cost: COST,
  })
  personUnmerge(_input: PersonUnmergeInput): void {}
}
