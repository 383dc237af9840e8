import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { createPerson, updatePerson } from './save-person.js';
import { confirmSchoolTie, recordSchoolTie, closeSchoolTie } from './school-ties/save-school-tie.js';
import {
  PersonCreateInput,
  PersonUpdateInput,
  SchoolTieConfirmInput,
  SchoolTieRecordInput,
  SchoolTieCloseInput,
} from './person.inputs.js';
import { Person } from './person.type.js';
import { SchoolTie } from './school-ties/school-tie.type.js';

const person = { person: { type: () => Person, description: 'The person after the change.' } };
const schoolTie = { schoolTie: { type: () => SchoolTie, description: 'The school tie after the change.' } };

@Resolver()
export class PersonMutations {
  @Mutates(createPerson, {
    description: 'Creates a person. Allowed for coordinators of the region.',
    answers: person,
    refusals: ['BAD_EMAIL', 'BAD_PHONE', 'BAD_LANGUAGE', 'OTHER_REGION'],
  })
  personCreate(_input: PersonCreateInput): void {}

  @Mutates(updatePerson, {
    description:
      'Changes a person. The name of somebody who died, while the family wants it hidden, is not changed (NAME_HIDDEN): ' +
      'show it first. Allowed for coordinators of the region and, except for note and perspectives, the ' +
      'person themselves.',
    answers: person,
    refusals: [
      'BAD_EMAIL',
      'BAD_PHONE',
      'BAD_LANGUAGE',
      'OTHER_REGION',
      'ADDRESS_CHANGED_TOO_OFTEN',
      'NOT_LED_BY_PARENT',
      'NAME_HIDDEN',
    ],
  })
  personUpdate(_input: PersonUpdateInput): void {}

  @Mutates(recordSchoolTie, {
    description:
      'Records a school tie; a special school (SBO, SO, VSO, PRO) only with the parent’s yes to SCHOOL_AND_THEMES ' +
      '(`consentGive`). Allowed for coordinators of the region and the parent themselves.',
    answers: { ...schoolTie, ...person },
    refusals: [
      'PERSON_DECEASED',
      'YEAR_LEVEL_OUT_OF_RANGE',
      'BAD_SCHOOL_YEAR',
      'NOT_A_SCHOOL',
      'CONSENT_NEEDED',
    ],
  })
  schoolTieRecord(_input: SchoolTieRecordInput): void {}

  @Mutates(confirmSchoolTie, {
    description:
      'Confirms that a school tie still holds, and of what came in with a list as PO which stage it really is. Allowed for ' +
      'coordinators of the region and the parent themselves.',
    answers: schoolTie,
    refusals: ['YEAR_LEVEL_OUT_OF_RANGE', 'CONSENT_NEEDED'],
  })
  schoolTieConfirm(_input: SchoolTieConfirmInput): void {}

  @Mutates(closeSchoolTie, {
    description:
      'Closes a school tie, whatever the reason: none is asked, and nothing refers to it again. Allowed for coordinators ' +
      'of the region and the parent themselves.',
    answers: person,
  })
  schoolTieClose(_input: SchoolTieCloseInput): void {}
}
