import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { Period } from '../../../graphql/period.type.js';
import { embedded, one, Reads, Table } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Organisation } from '../../organisations/organisation.type.js';
import { Municipality } from '../../regions/region.type.js';
import { IncompatibilityEntity } from '../ervaringsdeskundige.entity.js';
import { IncompatibilityKind } from '../ervaringsdeskundige.enums.js';

@Table(IncompatibilityEntity)
@ObjectType({
  implements: Node,
  description:
    'A tie to an organisation or a municipality that may exclude a person from a seat. Visible to the ' +
    'person themselves and coordinators of their region.',
})
export class Incompatibility extends Node {
  @Field(() => IncompatibilityKind, { description: 'Capacity in which they are tied to it.' })
  kind: keyof typeof IncompatibilityKind;

  @Reads(one('organisation_id'))
  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation; null if the tie is to a municipality.',
  })
  organisation: Organisation | null;

  @Reads(one('municipality_id'))
  @Field(() => Municipality, {
    nullable: true,
    description: 'The municipality; null if the tie is to an organisation.',
  })
  municipality: Municipality | null;

  @Reads(embedded((row) => sql`${row}.period`))
  @Field(() => Period, { description: 'First and last day; open-ended while it continues.' })
  period: Period;
}
