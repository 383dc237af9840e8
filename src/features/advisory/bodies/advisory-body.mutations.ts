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

const body = { advisoryBody: { type: () => AdvisoryBody, description: 'The body as it is now.' } };
const seat = { seat: { type: () => AdvisorySeat, description: 'The seat as it is now.' } };
const REQUIREMENTS = ['ONE_REQUIREMENT', 'BAD_LANGUAGE', 'THEME_RETIRED', 'TOO_MANY_ITEMS'] as const;

@Resolver()
export class AdvisoryBodyMutations {
  @Mutates(createBody, { description: 'Makes a body. For coordinators of its region.', answers: body })
  advisoryBodyCreate(_input: AdvisoryBodyCreateInput): void {}

  @Mutates(updateBody, {
    description:
      'Changes a body, or the rules of its reglement: who is appointed already keeps the term they have. For ' +
      'coordinators of its region.',
    answers: body,
  })
  advisoryBodyUpdate(_input: AdvisoryBodyUpdateInput): void {}

  @Mutates(endBody, {
    description:
      'Ends a body for good: its seats are abolished on the next day, with what that does to who holds them. For ' +
      'coordinators of its region.',
    answers: body,
    refusals: ['ALREADY_ENDED'],
  })
  advisoryBodyEnd(_input: AdvisoryBodyEndInput): void {}

  @Mutates(createSeat, {
    description: 'Gives a body a seat. For its secretary and coordinators of its region.',
    answers: seat,
    refusals: ['BODY_ENDED', ...REQUIREMENTS],
  })
  advisorySeatCreate(_input: AdvisorySeatCreateInput): void {}

  @Mutates(updateSeat, {
    description:
      'Changes a seat or what it asks. For the secretary of its body and coordinators of its region.',
    answers: seat,
    refusals: REQUIREMENTS,
  })
  advisorySeatUpdate(_input: AdvisorySeatUpdateInput): void {}

  @Mutates(abolishSeat, {
    description:
      'A seat is no longer there from a day on: who holds it leaves the day before, who was to start then never does, and ' +
      'open invitations are withdrawn. For the secretary of its body and coordinators of its region.',
    answers: seat,
    refusals: ['SEAT_ABOLISHED', 'ALREADY_IN_BODY'],
  })
  advisorySeatAbolish(_input: AdvisorySeatAbolishInput): void {}
}
