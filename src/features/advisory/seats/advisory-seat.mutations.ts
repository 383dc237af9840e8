import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { AdvisoryBody } from '../bodies/advisory-body.type.js';
import {
  AdvisorySeatCreateInput,
  AdvisorySeatsCreateInput,
  AdvisorySeatUpdateInput,
} from './advisory-seat.inputs.js';
import { AdvisorySeat } from './advisory-seat.type.js';
import { createSeat, createSeats, updateSeat } from './save-seat.js';

const seat = { seat: { type: () => AdvisorySeat, description: 'The seat after the change.' } };
const REQUIREMENTS = [
  'ONE_REQUIREMENT',
  'BAD_LANGUAGE',
  'THEME_RETIRED',
  'TOO_MANY_ITEMS',
  'NO_PLACE_LEFT',
] as const;

@Resolver()
export class AdvisorySeatMutations {
  @Mutates(createSeat, {
    description: 'Creates a seat in a body. Allowed for its secretary and coordinators of its region.',
    answers: seat,
    refusals: ['BODY_ENDED', ...REQUIREMENTS],
  })
  advisorySeatCreate(_input: AdvisorySeatCreateInput): void {}

  @Mutates(createSeats, {
    description:
      'Creates several like seats in a body, titled `Ouder 1`, `Ouder 2` and so on, around the numbers that are ' +
      'taken there. All or none. Allowed for its secretary and coordinators of its region.',
    answers: { advisoryBody: { type: () => AdvisoryBody, description: 'The body with its new seats.' } },
    refusals: ['BODY_ENDED', ...REQUIREMENTS],
  })
  advisorySeatsCreate(_input: AdvisorySeatsCreateInput): void {}

  @Mutates(updateSeat, {
    description:
      'Changes a seat or its requirements. Allowed for the body’s secretary and coordinators of its region.',
    answers: seat,
    refusals: REQUIREMENTS,
  })
  advisorySeatUpdate(_input: AdvisorySeatUpdateInput): void {}
}
