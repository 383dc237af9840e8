import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { seesCountry, viewerIds } from '../../features/access/viewer-reach.js';
import { many, readByEngine, Reads, value } from '../../reads/mapping.js';
import { literal, raw, type Sql, sql, viewerLocale } from '../../reads/sql.js';
import { registerIn } from './register.js';

const read = (column: string) => value((entry) => sql`${entry}.${raw(column)}`);

/** The rows of a list in JSON, in its order. */
const rowsOf = (list: Sql, columns: string) =>
  sql`select entry.* from rows from (jsonb_to_recordset(${list}) as (${raw(columns)})) with ordinality as entry(${raw(
    columns.replace(/ (text|jsonb)(\[\])?/g, ''),
  )}, place_in_list)`;

@ObjectType({ description: 'On what ground a kind of organisation processes personal data.' })
export class ProcessingGround {
  @Reads(read('controller'))
  @Field({ description: 'Kind of responsible organisation.' })
  controller: string;

  @Reads(read('ground'))
  @Field({ description: 'The ground, with its article of the AVG.' })
  ground: string;
}

@ObjectType({ description: 'Columns of a table that have the same answers.' })
export class ProcessedData {
  @Reads(read('place'))
  @Field({ description: 'Name of the table.' })
  place: string;

  @Reads(read('columns'))
  @Field(() => [String], { description: 'Names of its columns.' })
  columns: string[];

  @Reads(read('whose'))
  @Field({ description: 'Whose data it is.' })
  whose: string;

  @Reads(read('seen_by'))
  @Field(() => [String], { description: 'Who sees it besides them.' })
  seenBy: string[];

  @Reads(read('kept'))
  @Field({ description: 'How long it is kept.' })
  kept: string;

  @Reads(read('health'))
  @Field(() => String, {
    nullable: true,
    description: 'On what ground it may say something of a child’s health; null if it does not.',
  })
  health: string | null;
}

@ObjectType({ description: 'One purpose for which personal data are processed (AVG article 30).' })
export class ProcessingActivity {
  @Reads(read('name'))
  @Field({ description: 'Name.' })
  name: string;

  @Reads(read('purpose'))
  @Field({ description: 'What the data are for.' })
  purpose: string;

  @Reads(
    many({
      from: (activity) => rowsOf(sql`${activity}.grounds`, 'controller text, ground text'),
      where: () => sql`true`,
      orderBy: (ground) => sql`${ground}.place_in_list`,
    }),
  )
  @Field(() => [ProcessingGround], { description: 'On what ground, for each kind of organisation.' })
  grounds: ProcessingGround[];

  @Reads(
    many({
      from: (activity) =>
        rowsOf(
          sql`${activity}.data`,
          'place text, columns text[], whose text, seen_by text[], kept text, health text',
        ),
      where: () => sql`true`,
      orderBy: (data) => sql`${data}.place_in_list`,
    }),
  )
  @Field(() => [ProcessedData], { description: 'Which data.' })
  data: ProcessedData[];
}

const listIn = (locale: 'nl' | 'en') =>
  literal(
    JSON.stringify(
      registerIn(locale).map(({ data, ...entry }) => ({
        ...entry,
        data: data.map(({ seenBy, ...each }) => ({ ...each, seen_by: seenBy })),
      })),
    ),
  );

@Resolver()
export class ProcessingRegisterQuery {
  @Reads(
    many({
      from: () =>
        rowsOf(
          sql`case when ${viewerLocale}::text = 'en' then ${listIn('en')} else ${listIn('nl')} end::jsonb`,
          'name text, purpose text, grounds jsonb, data jsonb',
        ),
      where: () => sql`(${seesCountry} or ${viewerIds('regions')} <> '{}')`,
      orderBy: (activity) => sql`${activity}.place_in_list`,
    }),
  )
  @Query(() => [ProcessingActivity], {
    description:
      'The register of processing activities (AVG article 30), in the viewer’s language. For coordinators and national ' +
      'admins; empty for others.',
  })
  processingRegister(): ProcessingActivity[] {
    return readByEngine();
  }
}
