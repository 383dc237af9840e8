import { Field, ObjectType } from 'type-graphql';
import { connectionType, describedEnum } from '../../../graphql/connections.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { oneFrom, oneWhere, Reads, Rows, value } from '../../../reads/mapping.js';
import { raw, sql } from '../../../reads/sql.js';
import { AccessReason, AccessWhat } from '../../advisory/access-log/person-access.type.js';
import { Organisation } from '../../organisations/organisation.type.js';
import { Region } from '../../regions/region.type.js';

const AccessRole = describedEnum('AccessRole', 'As what somebody looked.', {
  ADMIN: 'As the national office.',
  COORDINATOR: 'As a coordinator of a region.',
  SECRETARY: 'As the secretary of a body.',
  SUPPORTER: 'For the organisation that supports a network.',
  TREKKER: 'As somebody who leads a network.',
});

const read = (column: string) => value((row) => sql`${row}.${raw(column)}`);

@ObjectType({ description: 'As what somebody looked, and for which organisation; never who they are.' })
export class AccessReader {
  @Reads(read('role'))
  @Field(() => AccessRole, { description: 'Their role on that day.' })
  role: keyof typeof AccessRole;

  @Reads(oneWhere((reader, organisation) => sql`${organisation}.id = ${reader}.organisation_id`))
  @Field(() => Organisation, {
    nullable: true,
    description:
      'The organisation that they looked for, or that answers for the region; null if none is known.',
  })
  organisation: Organisation | null;

  @Reads(oneWhere((reader, region) => sql`${region}.id = ${reader}.region_id`))
  @Field(() => Region, { nullable: true, description: 'The region of the role; null if it is of none.' })
  region: Region | null;
}

@Rows('access_entries', {
  orders: {
    HAPPENED_AT: { by: (entry) => sql`${entry}.happened_at`, type: 'timestamptz', direction: 'DESC' },
  },
  defaultOrder: 'HAPPENED_AT',
})
@ObjectType({ description: 'One look at a parent’s details, or a list that they went out on.' })
export class AccessEntry {
  @Reads(
    value((entry) => sql`to_char(${entry}.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`),
  )
  @Field(() => DateTimeScalar, { description: 'When it was.' })
  at: string;

  @Reads(read('what'))
  @Field(() => AccessWhat, { description: 'Which details.' })
  what: keyof typeof AccessWhat;

  @Reads(read('why'))
  @Field(() => AccessReason, { description: 'Why.' })
  why: keyof typeof AccessReason;

  @Reads(oneFrom((entry) => sql`select * from reader_as(${entry}.id)`))
  @Field(() => AccessReader, {
    nullable: true,
    description:
      'As what somebody looked; null if it was not a single account, or one without a role by then.',
  })
  reader: AccessReader | null;
}

export const AccessEntryConnection = connectionType('AccessEntry', () => AccessEntry);
