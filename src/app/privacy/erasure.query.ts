import { Arg, Extensions, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import * as v from 'valibot';
import { JsonShape } from '../../db/json-shape.js';
import { Node } from '../../graphql/connections.js';
import { message } from '../../kernel/failure-messages.js';
import type { FailureCode } from '../../kernel/failure.js';
import { isOwnOrManaged } from '../../features/access/viewer-reach.js';
import { impactOfStopToday } from '../../features/continuity/departure/departure-impact.queries.js';
import { DepartureImpact } from '../../features/continuity/departure/departure-impact.type.js';
import { PersonEntity } from '../../features/people/person.entity.js';
import { Person } from '../../features/people/person.type.js';
import { placesOf } from '../../features/rights/erasure/erased-places.js';
import {
  computed,
  many,
  one,
  oneWhere,
  readByEngine,
  Reads,
  refs,
  type Row,
  Table,
  value,
} from '../../reads/mapping.js';
import { constant, sql } from '../../reads/sql.js';
import { FEATURES } from '../features.js';

/** What would change in a few networks, and counts of some thirty tables. */
const COST = 150;

@ObjectType({ description: 'A table, or a column of one, that holds something of somebody.' })
export class HeldOfPerson {
  @Reads(value((held) => sql`${held}.place`))
  @Field({
    description: 'Its name: `table` or `table.column`; `processingRegister` says what it is kept for.',
  })
  place: string;

  @Reads(value((held) => sql`${held}.rows`))
  @Field(() => Int, { description: 'In how many rows.' })
  rows: number;
}

@ObjectType({ description: 'Why somebody cannot be erased yet.' })
export class ErasureHindrance {
  @Field({ description: 'The code with which `personErase` refuses.' })
  code: string;

  @Field({ description: 'What is to be done first, in the language of the reader.' })
  message: string;
}

const CODES = new JsonShape('erasure_hindrances', v.array(v.string()));

/** What is held of a person in places of which that becomes. */
const heldIn = (becomes: 'ERASED' | 'PSEUDONYM') => {
  const places = placesOf(FEATURES, becomes).sort();
  return many({
    from: (person: Row) => sql`select place, count_of_person(${person}.id, place) as rows
      from unnest(${constant(places)}::text[]) place`,
    where: (_person, held) => sql`${held}.rows > 0`,
    orderBy: (held) => sql`${held}.place`,
  });
};

@Table(PersonEntity)
@ObjectType({ description: 'What erasing somebody would do, before it is done for good.' })
export class PersonErasure {
  @Reads(one('id'))
  @Field(() => Person, { description: 'Whom it is about.' })
  person: Person;

  @Reads(heldIn('ERASED'))
  @Field(() => [HeldOfPerson], { description: 'What would be gone.' })
  goes: HeldOfPerson[];

  @Reads(heldIn('PSEUDONYM'))
  @Field(() => [HeldOfPerson], {
    description:
      'What would stay, of somebody without a name: who did what from when to when. Those who were there may still know ' +
      'who it was, such as the only trekker of a network.',
  })
  stays: HeldOfPerson[];

  @Reads(
    computed(
      (person) => sql`(select coalesce(json_agg(code), '[]') from erasure_hindrances(${person}.id) code)`,
      CODES,
      (codes, _args, { viewer }) =>
        codes.map((code) => ({ code, message: message(code as FailureCode, viewer.locale, {}) })),
    ),
  )
  @Field(() => [ErasureHindrance], {
    description: 'What keeps them from being erased; empty if nothing does.',
  })
  hindrances: ErasureHindrance[];

  @Reads(impactOfStopToday)
  @Extensions({ cost: 100 })
  @Field(() => DepartureImpact, {
    description:
      'What would end with it, and what covers each network that they lead: for one that they lead alone the organisation ' +
      'on standby.',
  })
  impact: DepartureImpact;

  @Reads(refs((person) => sql`select m.type, m.id from mentioned_in(${person}.id) m`))
  @Field(() => [Node], {
    description:
      'What others wrote that has their name in it, in your regions: to be looked at, since it stays as it is. Once they ' +
      'are erased, what it was then.',
  })
  mentions: Node[];
}

@Resolver()
export class PersonErasureQuery {
  @Reads(
    oneWhere(
      (_root, person, { personId }) => sql`${person}.id = ${personId!.uuid('Person')}::uuid
        and ${isOwnOrManaged(sql`${person}.id`, sql`${person}.region_id`)}`,
    ),
  )
  @Extensions({ cost: COST })
  @Query(() => PersonErasure, {
    nullable: true,
    description:
      'The preview of `personErase`: what goes, what stays, what is in the way. For coordinators of their home region and ' +
      'the person themselves; null for others.',
  })
  personErasure(
    @Arg('personId', () => ID, { description: 'Id of the person.' }) _personId: string,
  ): PersonErasure | null {
    return readByEngine();
  }
}
