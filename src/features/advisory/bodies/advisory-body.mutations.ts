import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../../writes/mutate.js';
import { payloadType } from '../../../writes/payloads.js';
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

const CreateBodyPayload = payloadType('advisoryBodyCreate', body);
const UpdateBodyPayload = payloadType('advisoryBodyUpdate', body);
const EndBodyPayload = payloadType('advisoryBodyEnd', body, ['ALREADY_ENDED']);
const CreateSeatPayload = payloadType('advisorySeatCreate', seat, ['BODY_ENDED', ...REQUIREMENTS]);
const UpdateSeatPayload = payloadType('advisorySeatUpdate', seat, REQUIREMENTS);
const AbolishSeatPayload = payloadType('advisorySeatAbolish', seat, ['SEAT_ABOLISHED', 'ALREADY_IN_BODY']);

@Resolver()
export class AdvisoryBodyMutations {
  @Runs(createBody)
  @Mutation(() => CreateBodyPayload, { description: 'Makes a body. For coordinators of its region.' })
  advisoryBodyCreate(@Arg('input') input: AdvisoryBodyCreateInput, @Run() run: Run) {
    return run(createBody, input);
  }

  @Runs(updateBody)
  @Mutation(() => UpdateBodyPayload, {
    description:
      'Changes a body, or the rules of its reglement: who is appointed already keeps the term they have. For ' +
      'coordinators of its region.',
  })
  advisoryBodyUpdate(@Arg('input') input: AdvisoryBodyUpdateInput, @Run() run: Run) {
    return run(updateBody, input);
  }

  @Runs(endBody)
  @Mutation(() => EndBodyPayload, {
    description:
      'Ends a body for good: its seats are abolished on the next day, with what that does to who holds them. For ' +
      'coordinators of its region.',
  })
  advisoryBodyEnd(@Arg('input') input: AdvisoryBodyEndInput, @Run() run: Run) {
    return run(endBody, input);
  }

  @Runs(createSeat)
  @Mutation(() => CreateSeatPayload, {
    description: 'Gives a body a seat. For its secretary and coordinators of its region.',
  })
  advisorySeatCreate(@Arg('input') input: AdvisorySeatCreateInput, @Run() run: Run) {
    return run(createSeat, input);
  }

  @Runs(updateSeat)
  @Mutation(() => UpdateSeatPayload, {
    description:
      'Changes a seat or what it asks. For the secretary of its body and coordinators of its region.',
  })
  advisorySeatUpdate(@Arg('input') input: AdvisorySeatUpdateInput, @Run() run: Run) {
    return run(updateSeat, input);
  }

  @Runs(abolishSeat)
  @Mutation(() => AbolishSeatPayload, {
    description:
      'A seat is no longer there from a day on: who holds it leaves the day before, who was to start then never does, and ' +
      'open invitations are withdrawn. For the secretary of its body and coordinators of its region.',
  })
  advisorySeatAbolish(@Arg('input') input: AdvisorySeatAbolishInput, @Run() run: Run) {
    return run(abolishSeat, input);
  }
}
