import { Field, Int, ObjectType } from 'type-graphql';
import * as v from 'valibot';
import { JsonShape } from '../../../db/json-shape.js';
import { connectionType } from '../../../graphql/connections.js';
import type { FailureCode } from '../../../kernel/failure.js';
import { message } from '../../../kernel/failure-messages.js';
import { computed, many, oneWhere, one, Reads, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';
import { ImportRowEntity } from './import.entity.js';
import { ImportDecision, ImportField, ImportOutcome, ImportReason } from './import.enums.js';

@ObjectType({ description: 'What is wrong with a row.' })
export class ImportProblem {
  @Field(() => String, {
    nullable: true,
    description: 'What the column is called; null if it is about the whole row.',
  })
  column: string | null;

  @Field({ description: 'Stable code; branch on this, not on the message.' })
  code: string;

  @Field({ description: 'What is wrong and what is right, in the viewer’s language.' })
  message: string;
}

@ObjectType({ description: 'What a row changes.' })
export class ImportChange {
  @Reads(value((change) => sql`${change}.field`))
  @Field(() => ImportField, { description: 'What changes.' })
  field: keyof typeof ImportField;

  @Reads(value((change) => sql`${change}."from"`))
  @Field(() => String, { nullable: true, description: 'What is on record now; null if nothing is.' })
  from: string | null;

  @Reads(value((change) => sql`${change}."to"`))
  @Field(() => String, { nullable: true, description: 'What will be.' })
  to: string | null;
}

@ObjectType({ description: 'Somebody on record who may be the person of a row.' })
export class ImportCandidate {
  @Reads(oneWhere((candidate, person) => sql`${person}.id = ${candidate}."personId"`))
  @Field(() => Person, { description: 'The person on record.' })
  person: Person;

  @Reads(value((candidate) => sql`array(select jsonb_array_elements_text(${candidate}.reasons))`))
  @Field(() => [ImportReason], { description: 'Why.' })
  reasons: (keyof typeof ImportReason)[];
}

const PROBLEMS = new JsonShape(
  'problems of a row',
  v.object({
    columns: v.array(v.string()),
    problems: v.array(
      v.object({
        code: v.custom<FailureCode>((code) => typeof code === 'string'),
        column: v.nullable(v.number()),
        params: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
      }),
    ),
  }),
);

@Table(ImportRowEntity, {
  orders: { NUMBER: { by: (row) => sql`${row}.number`, type: 'integer', direction: 'ASC' } },
  defaultOrder: 'NUMBER',
})
@ObjectType({ description: 'A row of a list, and what it means. It is gone once the list is recorded.' })
export class ImportRow {
  @Field(() => Int, { description: 'The number of the row in the file.' })
  number: number;

  @Field(() => String, {
    nullable: true,
    description: 'What the row is of, as it says; null if it does not.',
  })
  name: string | null;

  @Reads(value((row) => sql`${row}.outcome`))
  @Field(() => ImportOutcome, { description: 'What it means.' })
  outcome: keyof typeof ImportOutcome;

  @Reads(one('person_id'))
  @Field(() => Person, {
    nullable: true,
    description: 'Whom it names, of those on record; null if nobody, or not decided.',
  })
  person: Person | null;

  @Reads(
    many({
      from: (row) =>
        sql`select * from jsonb_to_recordset(${row}.changes) as c (field text, "from" text, "to" text)`,
      where: () => sql`true`,
      orderBy: (change) => sql`${change}.field`,
    }),
  )
  @Field(() => [ImportChange], { description: 'What it changes of what is on record.' })
  changes: ImportChange[];

  @Reads(
    many({
      from: (row) =>
        sql`select c.* from jsonb_to_recordset(${row}.candidates) as c ("personId" uuid, reasons jsonb)
          join people p on p.id = c."personId"`,
      where: () => sql`true`,
      orderBy: (candidate) => sql`jsonb_array_length(${candidate}.reasons) desc, ${candidate}."personId"`,
    }),
  )
  @Field(() => [ImportCandidate], {
    description: 'Whom it may name, of those on record who are visible to you.',
  })
  candidates: ImportCandidate[];

  @Reads(
    computed(
      (row) => sql`jsonb_build_object('problems', ${row}.problems,
        'columns', (select to_jsonb(i.columns) from imports i where i.id = ${row}.import_id))`,
      PROBLEMS,
      ({ columns, problems }, _args, { viewer }) =>
        problems.map(({ code, column, params }) => ({
          column: column === null ? null : (columns[column] ?? null),
          code,
          message: message(code, viewer.locale, params),
        })),
    ),
  )
  @Field(() => [ImportProblem], { description: 'What is wrong with it.' })
  problems: ImportProblem[];

  @Field(() => ImportDecision, { nullable: true, description: 'What was decided; null if nothing was.' })
  decision: keyof typeof ImportDecision | null;
}

export const ImportRowConnection = connectionType('ImportRow', () => ImportRow);
