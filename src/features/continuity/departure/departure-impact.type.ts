import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { AdvisorySeat } from '../../advisory/seats/advisory-seat.type.js';
import { ContinuityBand } from '../../oudernetwerken/oudernetwerk.enums.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { Person } from '../../people/person.type.js';
import { ContinuityFinding, SuggestedAction } from '../../worklist/finding.type.js';

@ObjectType({ description: 'What a departure would do to one network.' })
export class NetworkImpact {
  @Field(() => Oudernetwerk, {
    description: 'The network: they lead it or are to lead it, are whom to turn to, or are a candidate.',
  })
  oudernetwerk: Oudernetwerk;

  @Field(() => ContinuityBand, { description: 'How safe it is on the day after, if they stay.' })
  before: keyof typeof ContinuityBand;

  @Field(() => ContinuityBand, { description: 'How safe it is on that same day, if they stop.' })
  after: keyof typeof ContinuityBand;

  @Field(() => Node, {
    nullable: true,
    description:
      'Who keeps the network from the day after: the trekkerschap that stays (the longest), else the caretakership that ' +
      'is there or moves to that day, else the organisation that stands by; null = a network that was never active.',
  })
  coveredBy: Node | null;

  @Field(() => [ContinuityFinding], {
    description: 'What is new or worse because they stop, worst first.',
  })
  findings: ContinuityFinding[];
}

@ObjectType({ description: 'What would happen if somebody stopped with all they do in networks and bodies.' })
export class DepartureImpact {
  @Field(() => Person, { description: 'Who would stop.' })
  person: Person;

  @Field(() => DateScalar, { description: 'Their last day.' })
  on: PlainDate;

  @Field(() => [NetworkImpact], {
    description:
      'The networks it touches, as far as you see them from inside; the worst off first, then by name.',
  })
  networks: NetworkImpact[];

  @Field(() => [AdvisorySeat], {
    description:
      'The seats that would fall vacant, as far as you see them: that they hold after that day or are to hold; by body.',
  })
  seats: AdvisorySeat[];

  @Field(() => Int, {
    description:
      'How many items of running handovers are theirs and not done, in networks that you see from inside.',
  })
  openItems: number;

  @Field(() => [SuggestedAction], {
    description:
      'The fewest next steps: for the networks whose band gets worse, in their order, then for the seats that nobody ' +
      'is on record to hold next; empty = nothing is needed.',
  })
  repairs: SuggestedAction[];
}
