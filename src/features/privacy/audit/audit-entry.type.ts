import { Field, ObjectType } from 'type-graphql';
import { connectionType, describedEnum } from '../../../graphql/connections.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { many, Reads, Rows, value } from '../../../reads/mapping.js';
import { raw, sql } from '../../../reads/sql.js';

const AuditChannel = describedEnum('AuditChannel', 'By which way something was done.', {
  API: 'By somebody who was signed in.',
  IMPORT: 'With a list that was imported.',
  JOB: 'By the service itself, on its day.',
  PAGE: 'On a page that a link led to, without signing in.',
  TELEPHONE: 'By telephone, recorded by a coordinator.',
});

const read = (column: string) => value((row) => sql`${row}.${raw(column)}`);

@ObjectType({ description: 'What a personal detail was and became.' })
export class AuditChange {
  @Reads(read('place'))
  @Field({ description: 'Which detail: table and column, such as `person_contacts.phone`.' })
  place: string;

  @Reads(read('before'))
  @Field(() => String, { nullable: true, description: 'What it was; null if there was nothing.' })
  before: string | null;

  @Reads(read('after'))
  @Field(() => String, { nullable: true, description: 'What it became; null if there is nothing any more.' })
  after: string | null;
}

@Rows('audit_entries', {
  orders: {
    HAPPENED_AT: { by: (entry) => sql`${entry}.happened_at`, type: 'timestamptz', direction: 'DESC' },
  },
  defaultOrder: 'HAPPENED_AT',
})
@ObjectType({ description: 'One line of the audit log: what was done, when, by whom, by which way and why.' })
export class AuditEntry {
  @Reads(
    value((entry) => sql`to_char(${entry}.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`),
  )
  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  at: string;

  @Reads(read('action'))
  @Field({ description: 'What was done, such as `person.updated`.' })
  action: string;

  @Reads(value((entry) => sql`actor_of(${entry}.id)`))
  @Field(() => String, {
    nullable: true,
    description: 'Display name of the account that did it; null if no account did.',
  })
  who: string | null;

  @Reads(read('channel'))
  @Field(() => AuditChannel, {
    nullable: true,
    description: 'By which way; null for what was done before this was kept.',
  })
  channel: keyof typeof AuditChannel | null;

  @Reads(
    value(
      (entry) => sql`coalesce(${entry}.why, (select n.reason from annulments n
        where n.subject_id = ${entry}.subject_id and n.annulled_at = ${entry}.happened_at limit 1))`,
    ),
  )
  @Field(() => String, {
    nullable: true,
    description:
      'Why: a code, or what was written where something was taken back; null if no reason was given.',
  })
  why: string | null;

  @Reads(
    value(
      (entry) => sql`array(select jsonb_array_elements_text(${entry}.facts -> 'fields')
        where jsonb_typeof(${entry}.facts -> 'fields') = 'array')`,
    ),
  )
  @Field(() => [String], {
    description: 'Names of the fields that were given; empty if it is no change of fields.',
  })
  fields: string[];

  @Reads(
    many({
      from: (entry) => sql`select v.* from audit_values v where v.audit_id = ${entry}.id
        and (v.person_id = ${entry}.about or not exists (select from people p where p.id = ${entry}.about))`,
      where: () => sql`true`,
      orderBy: (change) => sql`${change}.place, ${change}.row_id`,
    }),
  )
  @Field(() => [AuditChange], {
    description:
      'Personal details that changed with it, as far as you may see them now; none once the person was erased.',
  })
  changes: AuditChange[];
}

export const AuditEntryConnection = connectionType('AuditEntry', () => AuditEntry);
