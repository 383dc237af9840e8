import { Extensions, Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';
import { describedEnum, Node } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import { type PlainDate, ZONE } from '../../kernel/clock.js';
import { computed, oneFrom, readByEngine, Reads, type Row, Table, value } from '../../reads/mapping.js';
import { literal, numeral, type Sql, sql } from '../../reads/sql.js';
import { isOwnOrManaged } from '../access/viewer-reach.js';
import { Person } from '../people/person.type.js';
import { DepartureParts, PART_IDS, partRefs, partsJson } from './departure-parts.js';
import { PersonDepartureEntity } from './departure.entity.js';

export const DepartureKind = describedEnum('DepartureKind', 'Why everything that somebody does ends.', {
  DECEASED: 'They died. From then on nobody writes to them, invites them or suggests them.',
  STOPS_EVERYTHING:
    'They stop with everything. For half a year nobody suggests them for a role, or asks them without saying why.',
});

/** For how many days a stop can be taken back. */
export const DAYS_TO_TAKE_BACK = 30;

/** Seven short lists. */
const COST_OF_PARTS = 10;

const endedBy = (departure: Row, condition: Sql) =>
  partsJson(
    (_part, table) => sql`r.id in (select e.row_id from ended_by(${departure}.id) e
      where e.kept_table = ${literal(table)} and ${condition})`,
  );

@Table(PersonDepartureEntity)
@ObjectType({
  implements: Node,
  description:
    'That somebody died, or stops with everything. Visible to coordinators of their region and to themselves.',
})
export class PersonDeparture extends Node {
  @Field(() => DepartureKind, { description: 'Why everything ended.' })
  kind: keyof typeof DepartureKind;

  @Reads(value((departure) => sql`${departure}.last_day`))
  @Field(() => DateScalar, { description: 'The day on which they died, or their last day.' })
  on: PlainDate;

  @Reads(
    value(
      (departure) => sql`case when ${isOwnOrManaged(sql`${departure}.person_id`, sql`${departure}.region_id`)}
        then ${departure}.note end`,
    ),
  )
  @Field(() => String, {
    nullable: true,
    description:
      'What was written down with it. Visible to coordinators of the region that answered for them then, and to ' +
      'themselves; null for others and if nothing was.',
  })
  note: string | null;

  @Reads(
    value(
      (departure) => sql`case when ${departure}.kind = 'STOPS_EVERYTHING'
        then (${departure}.recorded_at at time zone ${literal(ZONE)})::date + ${numeral(DAYS_TO_TAKE_BACK)} end`,
    ),
  )
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which it can be taken back; null for a death: a mistake is taken back whenever it shows.',
  })
  takeBackUntil: PlainDate | null;

  @Reads(value((departure) => sql`${departure}.taken_back_at is not null`))
  @Field({ description: 'Whether it was taken back.' })
  takenBack: boolean;

  @Reads(computed((departure) => endedBy(departure, sql`true`), PART_IDS, partRefs))
  @Extensions({ cost: COST_OF_PARTS })
  @Field(() => DepartureParts, {
    description:
      'What ended with it, also if that was put back. What was to begin later is gone, and not here.',
  })
  ended: DepartureParts;

  @Reads(computed((departure) => endedBy(departure, sql`not e.restored`), PART_IDS, partRefs))
  @Extensions({ cost: COST_OF_PARTS })
  @Field(() => DepartureParts, {
    description:
      'What stayed ended when it was taken back, because somebody has built on that: talk with them about it.',
  })
  notRestored: DepartureParts;
}

@Resolver(() => Person)
export class PersonDepartures {
  @Reads(
    oneFrom(
      (person) => sql`select * from departures d where d.person_id = ${person}.id
        order by d.taken_back_at is not null, d.recorded_at desc, d.id desc limit 1`,
    ),
  )
  @FieldResolver(() => PersonDeparture, {
    nullable: true,
    description:
      'Their departure: of several the latest that holds, else the latest that was taken back. Visible to coordinators ' +
      'of their region and to themselves; null for others and if there is none.',
  })
  departure(): PersonDeparture | null {
    return readByEngine();
  }
}
