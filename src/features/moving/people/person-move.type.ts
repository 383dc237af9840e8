import { Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { describedEnum, Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { one, oneFrom, readByEngine, Reads, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';
import { Municipality, Region } from '../../regions/region.type.js';
import { PersonMoveEntity } from './person-move.entity.js';

const PersonMoveStatus = describedEnum('PersonMoveStatus', 'Where a move to another region is.', {
  WAITING:
    'Nobody knows yet whether they may be introduced to the new region. Whoever stopped with everything before is not asked.',
  AGREED: 'They may be introduced to the new region, from the day of the move on.',
  DECLINED: 'They do not want to be introduced: the region where they lived goes on answering for them.',
  MOVED: 'The new region answers for them.',
  CLOSED: 'Nothing is asked any more: they stopped with everything after it, or moved on.',
});

const PersonMoveBecause = describedEnum('PersonMoveBecause', 'Why somebody comes under another region.', {
  MOVED: 'They move. The new region hears of them with their yes, or by a role there.',
  REORGANISED:
    'Their municipality does. They are told a month ahead and may object; else it is applied with all others.',
});

@Table(PersonMoveEntity)
@ObjectType({
  implements: Node,
  description:
    'That somebody moves to another region. The region where they lived answers for them until they say that they may be ' +
    'introduced, or have a role in the new one; before that the new one sees nothing. Visible to coordinators of the ' +
    'region that answers for them and to themselves.',
})
export class PersonMove extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Reads(one('person_id'))
  @Field(() => Person, { nullable: true, description: 'Who moves; null if they are hidden from you by now.' })
  person: Person | null;

  @Field(() => PersonMoveBecause, { description: 'Why.' })
  because: keyof typeof PersonMoveBecause;

  @Reads(one('from_region_id'))
  @Field(() => Region, { description: 'The region where they lived.' })
  fromRegion: Region;

  @Reads(one('to_region_id'))
  @Field(() => Region, { description: 'The region to which they move.' })
  toRegion: Region;

  @Reads(one('municipality_id'))
  @Field(() => Municipality, { nullable: true, description: 'Where they live then; null if not known.' })
  municipality: Municipality | null;

  @Reads(value((move) => sql`${move}.moved_on`))
  @Field(() => DateScalar, { description: 'First day on which they live there.' })
  on: PlainDate;

  @Reads(
    value(
      (
        move,
      ) => sql`case when ${move}.closed_on is not null then 'CLOSED' when ${move}.crossed_at is not null then 'MOVED'
        when ${move}.answer = 'YES' then 'AGREED' when ${move}.answer = 'NO' then 'DECLINED' else 'WAITING' end`,
    ),
  )
  @Field(() => PersonMoveStatus, { description: 'Where it is.' })
  status: keyof typeof PersonMoveStatus;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which they said whether they may be introduced; null if they did not.',
  })
  answeredOn: PlainDate | null;
}

@Resolver(() => Person)
export class PersonMoves {
  @Reads(
    oneFrom(
      (person) => sql`select * from person_moves m where m.person_id = ${person}.id
        order by m.recorded_at desc, m.id desc limit 1`,
    ),
  )
  @FieldResolver(() => PersonMove, {
    nullable: true,
    description:
      'Their move to another region, the latest of several. Visible to coordinators of the region that answers for them ' +
      'and to themselves; null for others and if there is none.',
  })
  move(): PersonMove | null {
    return readByEngine();
  }
}
