import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { AdvisorySeat } from '../../advisory/seats/advisory-seat.type.js';
import { DepartureParts } from '../../departures/departure-parts.js';
import { ContinuityBand } from '../../oudernetwerken/oudernetwerk.enums.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { Person } from '../../people/person.type.js';
import { ContinuityFinding, SuggestedAction } from '../../worklist/finding.type.js';

@ObjectType({ description: 'What a departure would do to one network.' })
export class NetworkImpact {
  @Field(() => Oudernetwerk, {
    description:
      'A network that they lead or are due to lead, are the contact person of, or are a candidate for.',
  })
  oudernetwerk: Oudernetwerk;

  @Field(() => ContinuityBand, { description: 'The band on the day after, if they stay.' })
  before: keyof typeof ContinuityBand;

  @Field(() => ContinuityBand, { description: 'The band on that same day, if they stop.' })
  after: keyof typeof ContinuityBand;

  @Field(() => Node, {
    nullable: true,
    description:
      'What covers the network from the day after: the longest-running trekkerschap that remains, else the ' +
      'existing caretakership or the one moved to that day, else the organisation on standby; null for a ' +
      'network that was never active.',
  })
  coveredBy: Node | null;

  @Field(() => [ContinuityFinding], {
    description: 'Findings that are new or more severe because they stop; most severe first.',
  })
  findings: ContinuityFinding[];
}

@ObjectType({
  description: 'What would happen if a person gave up everything they do in networks and bodies.',
})
export class DepartureImpact {
  @Field(() => Person, { description: 'The person who would stop.' })
  person: Person;

  @Field(() => DateScalar, { description: 'Their last day.' })
  on: PlainDate;

  @Field(() => [NetworkImpact], {
    description:
      'The networks affected of which you are an insider; those worst affected first, then by name.',
  })
  networks: NetworkImpact[];

  @Field(() => [AdvisorySeat], {
    description:
      'The seats that would fall vacant, limited to those visible to you: seats they hold after that day ' +
      'or are due to hold; by body.',
  })
  seats: AdvisorySeat[];

  @Field(() => Int, {
    description:
      'Number of unfinished items they own in handovers in progress, in networks of which you are an ' +
      'insider.',
  })
  openItems: number;

  @Field(() => DepartureParts, {
    description:
      'All that `personDepart` would end, of what is visible to you. Their consent to be found ends too.',
  })
  ends: DepartureParts;

  @Field(() => [SuggestedAction], {
    description:
      'The smallest set of next steps that would help: first for networks whose band gets worse, in the ' +
      'same order, then for seats without a recorded next holder; empty if nothing is needed.',
  })
  repairs: SuggestedAction[];
}
