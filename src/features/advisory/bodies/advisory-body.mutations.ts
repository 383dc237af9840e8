import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { AdvisoryBodyCreateInput, AdvisoryBodyUpdateInput } from './advisory-body.inputs.js';
import { AdvisoryBody } from './advisory-body.type.js';
import { createBody, updateBody } from './save-body.js';

const body = { advisoryBody: { type: () => AdvisoryBody, description: 'The body after the change.' } };

@Resolver()
export class AdvisoryBodyMutations {
  @Mutates(createBody, {
    description: 'Creates a body. Allowed for coordinators of its region.',
    answers: body,
  })
  advisoryBodyCreate(_input: AdvisoryBodyCreateInput): void {}

  @Mutates(updateBody, {
    description:
      'Changes a body or its rules of procedure; current appointments keep their terms. Allowed for ' +
      'coordinators of its region.',
    answers: body,
  })
  advisoryBodyUpdate(_input: AdvisoryBodyUpdateInput): void {}
}
