import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../writes/mutate.js';
import { payloadType } from '../../writes/payloads.js';
import { createPerson, updatePerson } from './save-person.js';
import { confirmSchoolTie, recordSchoolTie, removeSchoolTie } from './save-school-tie.js';
import {
  PersonCreateInput,
  PersonUpdateInput,
  SchoolTieConfirmInput,
  SchoolTieRecordInput,
  SchoolTieRemoveInput,
} from './person.inputs.js';
import { Person } from './person.type.js';
import { SchoolTie } from './school-tie.type.js';

const person = { person: { type: () => Person, description: 'The person as they are now.' } };
const schoolTie = { schoolTie: { type: () => SchoolTie, description: 'The tie as it is now.' } };

const CreatePayload = payloadType('personCreate', person, [
  'BAD_EMAIL',
  'BAD_PHONE',
  'BAD_LANGUAGE',
  'OTHER_REGION',
]);
const UpdatePayload = payloadType('personUpdate', person, [
  'BAD_EMAIL',
  'BAD_PHONE',
  'BAD_LANGUAGE',
  'OTHER_REGION',
]);
const RecordPayload = payloadType('schoolTieRecord', { ...schoolTie, ...person }, [
  'YEAR_LEVEL_OUT_OF_RANGE',
  'BAD_SCHOOL_YEAR',
  'NOT_A_SCHOOL',
]);
const ConfirmPayload = payloadType('schoolTieConfirm', schoolTie);
const RemovePayload = payloadType('schoolTieRemove', person);

@Resolver()
export class PersonMutations {
  @Runs(createPerson)
  @Mutation(() => CreatePayload, { description: 'Makes a person. For coordinators of the region.' })
  personCreate(@Arg('input') input: PersonCreateInput, @Run() run: Run) {
    return run(createPerson, input);
  }

  @Runs(updatePerson)
  @Mutation(() => UpdatePayload, {
    description:
      'Changes a person. For coordinators of the region, and the person themselves but for note and perspectives.',
  })
  personUpdate(@Arg('input') input: PersonUpdateInput, @Run() run: Run) {
    return run(updatePerson, input);
  }

  @Runs(recordSchoolTie)
  @Mutation(() => RecordPayload, {
    description: 'Records a tie with a school. For coordinators of the region, and the parent themselves.',
  })
  schoolTieRecord(@Arg('input') input: SchoolTieRecordInput, @Run() run: Run) {
    return run(recordSchoolTie, input);
  }

  @Runs(confirmSchoolTie)
  @Mutation(() => ConfirmPayload, {
    description:
      'Confirms that a tie is still as it was. For coordinators of the region, and the parent themselves.',
  })
  schoolTieConfirm(@Arg('input') input: SchoolTieConfirmInput, @Run() run: Run) {
    return run(confirmSchoolTie, input);
  }

  @Runs(removeSchoolTie)
  @Mutation(() => RemovePayload, {
    description:
      'Takes away a tie that was recorded wrongly. For coordinators of the region, and the parent themselves.',
  })
  schoolTieRemove(@Arg('input') input: SchoolTieRemoveInput, @Run() run: Run) {
    return run(removeSchoolTie, input);
  }
}
