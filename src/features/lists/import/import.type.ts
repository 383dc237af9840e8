import { Arg, Args, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { describedEnum, ForwardPage, Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import {
  byId,
  connection,
  many,
  one,
  oneFrom,
  readByEngine,
  Reads,
  Table,
  value,
} from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { Person } from '../../people/person.type.js';
import { Region } from '../../regions/region.type.js';
import { ImportEntity } from './import.entity.js';
import { ImportField, ImportKind, ImportOutcome, ImportState } from './import.enums.js';
import { ImportRowConnection } from './import-row.type.js';

@ObjectType({ description: 'How many rows mean what, and how far an import is.' })
export class ImportCounts {
  @Reads(value((counts) => sql`${counts}.total`))
  @Field(() => Int, { description: 'Rows of the list.' })
  total: number;

  @Reads(value((counts) => sql`${counts}.judged`))
  @Field(() => Int, { description: 'Of these, judged.' })
  judged: number;

  @Reads(value((counts) => sql`${counts}.recorded`))
  @Field(() => Int, { description: 'Of these, recorded.' })
  recorded: number;

  @Reads(value((counts) => sql`${counts}.new`))
  @Field(() => Int, { description: 'Rows of somebody or something that is not on record.' })
  new: number;

  @Reads(value((counts) => sql`${counts}.same`))
  @Field(() => Int, { description: 'Rows that change nothing.' })
  same: number;

  @Reads(value((counts) => sql`${counts}.changes`))
  @Field(() => Int, { description: 'Rows that change what is on record.' })
  changes: number;

  @Reads(value((counts) => sql`${counts}.doubtful`))
  @Field(() => Int, { description: 'Rows that name perhaps somebody who is on record.' })
  doubtful: number;

  @Reads(value((counts) => sql`${counts}.bad`))
  @Field(() => Int, { description: 'Rows that cannot be recorded.' })
  bad: number;

  @Reads(value((counts) => sql`${counts}.undecided`))
  @Field(() => Int, {
    description: 'Bad and doubtful rows that are to be decided before the list is recorded.',
  })
  undecided: number;
}

@ObjectType({ description: 'A column of a list.' })
export class ImportColumn {
  @Reads(value((column) => sql`${column}.index`))
  @Field(() => Int, { description: 'Counted from 0.' })
  index: number;

  @Reads(value((column) => sql`${column}.name`))
  @Field({ description: 'What it is called.' })
  name: string;

  @Reads(value((column) => sql`${column}.field`))
  @Field(() => ImportField, { nullable: true, description: 'What it holds; null if it is left out.' })
  field: keyof typeof ImportField | null;
}

const ImportPartKind = describedEnum('ImportPartKind', 'Something that an import did.', {
  CREATED: 'A person was recorded.',
  CHANGED: 'A person was changed.',
  MEMBERSHIP: 'A membership was started.',
  SCHOOL_TIE: 'A school tie was recorded.',
  NETWORK: 'A network was created.',
  NETWORK_CHANGED: 'A network was changed.',
  SUPPORT: 'Support of a network was started.',
  TREKKERSCHAP: 'A trekkerschap was started.',
  ACTIVITY: 'An activity was recorded or planned.',
  ACTIVITY_CHANGED: 'An activity was corrected.',
  BODY: 'A body was created.',
  SEAT: 'A seat was created.',
  APPOINTMENT: 'Somebody was appointed to a seat.',
});

const ImportKeptReason = describedEnum('ImportKeptReason', 'Why something was not taken back.', {
  CHANGED: 'It has changed since.',
  GONE: 'It is not there any more.',
  USED: 'Something else that was recorded since belongs to it.',
});

@ObjectType({ description: 'Something that an import did and that was not taken back with it.' })
export class ImportKept {
  @Reads(value((part) => sql`${part}.number`))
  @Field(() => Int, { description: 'The number of the row in the file.' })
  number: number;

  @Reads(value((part) => sql`${part}.kind`))
  @Field(() => ImportPartKind, { description: 'What it did.' })
  kind: keyof typeof ImportPartKind;

  @Reads(value((part) => sql`${part}.kept`))
  @Field(() => ImportKeptReason, { description: 'Why it is kept.' })
  reason: keyof typeof ImportKeptReason;

  @Reads(one('person_id'))
  @Field(() => Person, { nullable: true, description: 'The person it is about; null if not visible to you.' })
  person: Person | null;
}

@Table(ImportEntity)
@ObjectType({
  implements: Node,
  description:
    'A list that comes in from a file. Visible to coordinators of its region. What stood in the file is gone once it is ' +
    'recorded or thrown away, or after 14 days.',
})
export class Import extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Field(() => ImportKind, { description: 'What the list is of.' })
  kind: keyof typeof ImportKind;

  @Field(() => ImportState, { description: 'How far it is.' })
  state: keyof typeof ImportState;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'The region that it is of.' })
  region: Region;

  @Reads(one('oudernetwerk_id'))
  @Field(() => Oudernetwerk, {
    nullable: true,
    description: 'The network of rows that name none; null if there is none.',
  })
  oudernetwerk: Oudernetwerk | null;

  @Field(() => String, {
    nullable: true,
    description: 'School year of rows that say none; null if it was not said.',
  })
  schoolYear: string | null;

  @Reads(
    many({
      from: (list) => sql`select c.place::integer - 1 as index, c.name, nullif(c.field, '') as field
        from unnest(${list}.columns, ${list}.mapping) with ordinality as c (name, field, place)`,
      where: () => sql`true`,
      orderBy: (column) => sql`${column}.index`,
    }),
  )
  @Field(() => [ImportColumn], { description: 'Its columns, and what each holds.' })
  columns: ImportColumn[];

  @Reads(
    oneFrom(
      (
        list,
      ) => sql`select * from jsonb_to_record(coalesce(${list}.counts, import_row_counts(${list}.id))) as c
        (total integer, judged integer, recorded integer, new integer, same integer, changes integer,
          doubtful integer, bad integer, undecided integer)`,
    ),
  )
  @Field(() => ImportCounts, { description: 'How many rows mean what.' })
  counts: ImportCounts;

  @Reads(
    many({
      from: (list) => sql`select * from import_parts k where k.import_id = ${list}.id and k.kept is not null`,
      where: () => sql`true`,
      orderBy: (part) => sql`${part}.number, ${part}.kind, ${part}.id`,
    }),
  )
  @Field(() => [ImportKept], { description: 'What was not taken back when it was undone.' })
  kept: ImportKept[];

  @Reads(value((list) => sql`case when ${list}.state = 'APPLIED' then ${list}.expires_on end`))
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it can be undone; null if it cannot.',
  })
  undoUntil: PlainDate | null;
}

@Resolver(() => Import)
export class ImportQueries {
  @Reads(byId('Import'))
  @Query(() => Import, {
    nullable: true,
    description: 'A list that comes in; null if it does not exist or is not visible to you.',
  })
  import(@Arg('id', () => ID, { description: 'Id of the import.' }) _id: string): Import | null {
    return readByEngine();
  }

  @Reads(
    connection({
      where: (list, row, { outcome }) =>
        outcome
          ? sql`${row}.import_id = ${list}.id and ${row}.outcome = ${outcome.code()}`
          : sql`${row}.import_id = ${list}.id and ${row}.outcome is not null`,
    }),
  )
  @FieldResolver(() => ImportRowConnection, {
    description: 'The rows that were judged, in the order of the file.',
  })
  rows(
    @Args(() => ForwardPage) _page: ForwardPage,
    @Arg('outcome', () => ImportOutcome, { nullable: true, description: 'Only rows that mean this.' })
    _outcome?: keyof typeof ImportOutcome,
  ): InstanceType<typeof ImportRowConnection> {
    return readByEngine();
  }
}
