import { Arg, Extensions, Field, FieldResolver, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { describedEnum, Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { many, readByEngine, Reads, refs, Rows, value } from '../../../reads/mapping.js';
import { base64url } from '../../../reads/cursors.js';
import { numeral, type Sql, sql } from '../../../reads/sql.js';
import { isAmong } from '../../access/viewer-reach.js';
import { Person } from '../../people/person.type.js';
import { standingFor } from '../../people/standing-for.js';
import { MergeSide } from './merge.inputs.js';

/** For how many days a merge can be taken back. */
export const DAYS_TO_UNMERGE = 30;
const COST = 50;

const MergeClashKind = describedEnum('MergeClashKind', 'What one person cannot have twice.', {
  TREKKERSCHAP: 'Both lead a network on the same days: the record that counts has them.',
  MEMBERSHIP: 'Both are members of a network on the same days: the record that counts has them.',
  CANDIDATE: 'Both are asked to lead a network: the other conversation is gone.',
  PLAN: 'Both lead a network on the same days, and a successor is sought for both: stop one of the searches first.',
  SEAT: 'Both hold a seat of one body on the same days: end or annul one of them first.',
  INVITATION: 'Both are invited for one seat: withdraw one of the invitations first.',
  ABSENCE: 'Both are away from one network or body on the same days: end or annul one of the absences first.',
  MOVE: 'Both are about to move: annul one of the moves first.',
  PROFILE: 'Both are ervaringsdeskundigen: the profile of the survivor stays, with the trainings of both.',
  ACCOUNT: 'Both sign in: the account of the record that counts is theirs, the other one nobody’s.',
  EMAIL: 'Two email addresses. That of the other record counts once its reader has confirmed it.',
  PHONE: 'Two telephone numbers.',
});

const ids = (column: Sql) =>
  sql`select each ->> 'type' as type, (each ->> 'id')::uuid as id from jsonb_array_elements(${column}) each`;

@Rows('merge_clashes', { orders: {} })
@ObjectType({ description: 'What two records say that one person cannot have twice.' })
export class MergeClash {
  @Reads(value((clash) => sql`${clash}.key`))
  @Field({ description: 'Names it in `personMerge`. Opaque.' })
  key: string;

  @Reads(value((clash) => sql`${clash}.kind`))
  @Field(() => MergeClashKind, { description: 'What it is.' })
  kind: keyof typeof MergeClashKind;

  @Reads(value((clash) => sql`${clash}.choices`))
  @Field(() => [MergeSide], {
    description: 'The records that can count; empty where it must be put right before they become one.',
  })
  choices: (keyof typeof MergeSide)[];

  @Reads(
    refs(
      (
        clash,
      ) => sql`select ${clash}.type, each.id from unnest(array[${clash}.one_id, ${clash}.two_id]) each (id)
        where ${clash}.type is not null`,
    ),
  )
  @Field(() => [Node], {
    description: 'The records themselves, that of the survivor first; limited to those visible to you.',
  })
  objects: Node[];
}

@Rows('merge_previews', { orders: {} })
@ObjectType({ description: 'What would become of two records that become one.' })
export class PersonMergePreview {
  @Reads(
    many({
      from: (pair) => sql`select * from merge_clashes(${pair}.survivor_id, ${pair}.other_id)`,
      where: () => sql`true`,
      orderBy: (clash) => sql`${clash}.kind, ${clash}.key`,
    }),
  )
  @Field(() => [MergeClash], { description: 'What must be decided first.' })
  clashes: MergeClash[];

  @Reads(refs((pair) => sql`select type, id from merge_parts(${pair}.survivor_id, ${pair}.other_id)`))
  @Field(() => [Node], { description: 'What goes over to the survivor; limited to what is visible to you.' })
  goesOver: Node[];
}

@Rows('person_merges', { orders: {} })
@ObjectType({ description: 'That another record became a part of this one.' })
export class PersonMerge {
  @Reads(value((merge) => base64url(sql`'Person:' || ${merge}.other_id`)))
  @Field(() => ID, {
    description: 'Id of the other record; it answers as this one until that is taken back.',
  })
  otherId: string;

  @Reads(value((merge) => sql`(${merge}.recorded_at at time zone 'Europe/Amsterdam')::date`))
  @Field(() => DateScalar, { description: 'Day on which they became one.' })
  on: PlainDate;

  @Reads(
    value(
      (merge) => sql`case when ${merge}.undone_at is null
        then (${merge}.recorded_at at time zone 'Europe/Amsterdam')::date + ${numeral(DAYS_TO_UNMERGE)} end`,
    ),
  )
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it can be taken back (`personUnmerge`); null if it was.',
  })
  undoUntil: PlainDate | null;

  @Reads(refs((merge) => ids(sql`${merge}.new_since`)))
  @Field(() => [Node], {
    description: 'What was new when it was taken back, and stayed here; limited to what is visible to you.',
  })
  newSince: Node[];

  @Reads(refs((merge) => ids(sql`${merge}.not_restored`)))
  @Field(() => [Node], {
    description: 'What could not be put back when it was taken back, because somebody has built on it.',
  })
  notRestored: Node[];
}

@Resolver(() => Person)
export class PersonMerges {
  @Reads(
    many({
      from: (person) => sql`select * from person_merges m where m.survivor_id = ${person}.id`,
      where: () => sql`true`,
      orderBy: (merge) => sql`${merge}.recorded_at desc, ${merge}.id`,
    }),
  )
  @FieldResolver(() => [PersonMerge], {
    description:
      'Records that became a part of this one, latest first. Visible to coordinators of the region; empty for others.',
  })
  merges(): PersonMerge[] {
    return readByEngine();
  }
}

@Resolver()
export class PersonMergeQueries {
  @Reads({
    kind: 'one',
    from: () => sql`select s.id as survivor_id, o.id as other_id from people s cross join people o
      where s.id <> o.id and ${isAmong(sql`s.region_id`, 'regions')} and ${isAmong(sql`o.region_id`, 'regions')}`,
    where: (_root, pair, { survivorId, otherId }) =>
      sql`${pair}.survivor_id = ${standingFor(survivorId!)} and ${pair}.other_id = ${standingFor(otherId!)}`,
  })
  @Extensions({ cost: COST })
  @Query(() => PersonMergePreview, {
    nullable: true,
    description:
      'The preview of `personMerge`: what must be decided, and what goes over. For coordinators of the regions where both ' +
      'live; null for others, and if the two are one already.',
  })
  personMergePreview(
    @Arg('survivorId', () => ID, { description: 'The record that would stay.' }) _survivorId: string,
    @Arg('otherId', () => ID, { description: 'The record that would become a part of it.' }) _otherId: string,
  ): PersonMergePreview | null {
    return readByEngine();
  }
}
