import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { one, Reads, type Row, Table, value } from '../../../reads/mapping.js';
import { raw, sql } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';
import { searchesAlong } from '../search-reach.js';
import { SuccessorCandidateEntity } from '../succession.entity.js';
import { CandidateStage, Readiness } from '../succession.enums.js';

/** Free text about a person: the national office has no purpose for it, unless it searches along. */
const freeText = (column: string) =>
  value((row: Row) => sql`case when ${searchesAlong(row)} then ${row}.${raw(column)} end`);

@Table(SuccessorCandidateEntity)
@ObjectType({
  implements: Node,
  description:
    'Somebody who might take over. For the national office, coordinators of the region and supporters of the network.',
})
export class SuccessorCandidate extends Node {
  @Field(() => Int, { description: 'Goes up by one with every change; give it back as `expectedVersion`.' })
  version: number;

  @Reads(one('person_id'))
  @Field(() => Person, { description: 'Who.' })
  person: Person;

  @Field(() => Int, {
    description: 'Place in the order of preference, from 1; equals are in order of adding.',
  })
  rank: number;

  @Field(() => Readiness, { description: 'How soon they could lead.' })
  readiness: keyof typeof Readiness;

  @Field(() => CandidateStage, { description: 'How far the talks are.' })
  stage: keyof typeof CandidateStage;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the next step; null = none agreed.' })
  nextStepOn: PlainDate | null;

  @Reads(freeText('decline_reason'))
  @Field(() => String, {
    nullable: true,
    description:
      'Why they declined or withdrew. For coordinators of the region and supporters of the network; null for ' +
      'others, the national office among them, and for other stages.',
  })
  declineReason: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which they declined or withdrew; null for other stages.',
  })
  endedOn: PlainDate | null;

  @Reads(freeText('motivation'))
  @Field(() => String, {
    nullable: true,
    description:
      'Why they were asked again within six months of saying no. For coordinators of the region and supporters of ' +
      'the network; null for others, the national office among them, and where it is not so or not said.',
  })
  motivation: string | null;
}
