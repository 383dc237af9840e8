import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { one, Reads, type Row, Table, value } from '../../../reads/mapping.js';
import { raw, type Sql, sql } from '../../../reads/sql.js';
import { worksWith } from '../../access/viewer-reach.js';
import { Person } from '../../people/person.type.js';
import { SuccessorCandidateEntity } from '../succession.entity.js';
import { CandidateStage, Readiness } from '../succession.enums.js';

/** Whether the viewer takes part in the search: coordinates the row's region, or supports its network. */
export function searchesAlong(row: Row): Sql {
  return worksWith(sql`${row}.region_id`, sql`${row}.oudernetwerk_id`);
}

/** Free text about a person: national admins have no purpose for it, unless they take part in the search. */
const freeText = (column: string) =>
  value((row: Row) => sql`case when ${searchesAlong(row)} then ${row}.${raw(column)} end`);

@Table(SuccessorCandidateEntity)
@ObjectType({
  implements: Node,
  description:
    'A person who might take over. Visible to national admins, coordinators of the region and supporters ' +
    'of the network.',
})
export class SuccessorCandidate extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Reads(one('person_id'))
  @Field(() => Person, { description: 'The candidate.' })
  person: Person;

  @Field(() => Int, {
    description: 'Rank in order of preference, from 1; equal ranks are in order of addition.',
  })
  rank: number;

  @Field(() => Readiness, { description: 'How soon they could lead.' })
  readiness: keyof typeof Readiness;

  @Field(() => CandidateStage, { description: 'Stage of the conversation.' })
  stage: keyof typeof CandidateStage;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the next step; null if none was agreed.' })
  nextStepOn: PlainDate | null;

  @Reads(freeText('decline_reason'))
  @Field(() => String, {
    nullable: true,
    description:
      'Why they declined or withdrew. Visible to coordinators of the region and supporters of the network; ' +
      'null for others, including national admins, and for other stages.',
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
      'Why they were asked again within six months of declining. Visible to coordinators of the region and ' +
      'supporters of the network; null for others, including national admins, and if it does not apply or ' +
      'was not stated.',
  })
  motivation: string | null;
}
