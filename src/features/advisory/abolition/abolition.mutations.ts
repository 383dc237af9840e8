import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { AdvisoryBody } from '../bodies/advisory-body.type.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { AdvisoryBodyEndInput, AdvisorySeatAbolishInput } from './abolition.inputs.js';
import { abolishSeat } from './abolish-seat.js';
import { endBody } from './end-body.js';

const body = { advisoryBody: { type: () => AdvisoryBody, description: 'The body after the change.' } };
const seat = { seat: { type: () => AdvisorySeat, description: 'The seat after the change.' } };

@Resolver()
export class AbolitionMutations {
  @Mutates(abolishSeat, {
    description:
      'Abolishes a seat from a given day on: its holder leaves the day before, later appointments are ' +
      'cancelled and open invitations are withdrawn. Allowed for the body’s secretary and coordinators of ' +
      'its region.',
    answers: seat,
    refusals: ['SEAT_ABOLISHED', 'ALREADY_IN_BODY'],
  })
  advisorySeatAbolish(_input: AdvisorySeatAbolishInput): void {}

  @Mutates(endBody, {
    description:
      'Ends a body permanently: its seats are abolished on the next day, with the consequences this has ' +
      'for their holders. Allowed for coordinators of its region.',
    answers: body,
    refusals: ['ALREADY_ENDED'],
  })
  advisoryBodyEnd(_input: AdvisoryBodyEndInput): void {}
}
