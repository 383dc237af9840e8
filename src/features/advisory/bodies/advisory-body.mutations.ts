import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { abolishSeat } from '../seats/abolish-seat.js';
import {
  AdvisoryBodyCreateInput,
  AdvisoryBodyEndInput,
  AdvisoryBodyUpdateInput,
} from './advisory-body.inputs.js';
import { AdvisoryBody } from './advisory-body.type.js';
import {
  AdvisorySeatAbolishInput,
  AdvisorySeatCreateInput,
  AdvisorySeatUpdateInput,
} from '../seats/advisory-seat.inputs.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { endBody } from './end-body.js';
import { createBody, updateBody } from './save-body.js';
import { createSeat, updateSeat } from '../seats/save-seat.js';

const body = { advisoryBody: { type: () => AdvisoryBody, description: 'The body after the change.' } };
const seat = { seat: { type: () => AdvisorySeat, description: 'The seat after the change.' } };
const REQUIREMENTS = ['ONE_REQUIREMENT', 'BAD_LANGUAGE', 'THEME_RETIRED', 'TOO_MANY_ITEMS'] as const;

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

  @Mutates(endBody, {
    description:
      'Ends a body permanently: its seats are abolished on the next day, with the consequences this has ' +
      'for their holders. Allowed for coordinators of its region.',
    answers: body,
    refusals: ['ALREADY_ENDED'],
  })
  advisoryBodyEnd(_input: AdvisoryBodyEndInput): void {}

  @Mutates(createSeat, {
    description: 'Creates a seat in a body. Allowed for its secretary and coordinators of its region.',
    answers: seat,
    refusals: ['BODY_ENDED', ...REQUIREMENTS],
  })
  advisorySeatCreate(_input: AdvisorySeatCreateInput): void {}

  @Mutates(updateSeat, {
    description:
      'Changes a seat or its requirements. Allowed for the body’s secretary and coordinators of its region.',
    answers: seat,
    refusals: REQUIREMENTS,
  })
  advisorySeatUpdate(_input: AdvisorySeatUpdateInput): void {}

  @Mutates(abolishSeat, {
    description:
      'Abolishes a seat from a given day on: its holder leaves the day before, later appointments are ' +
      'cancelled and open invitations are withdrawn. Allowed for the body’s secretary and coordinators of ' +
      'its region.',
    answers: seat,
    refusals: ['SEAT_ABOLISHED', 'ALREADY_IN_BODY'],
  })
  advisorySeatAbolish(_input: AdvisorySeatAbolishInput): void {}
}
