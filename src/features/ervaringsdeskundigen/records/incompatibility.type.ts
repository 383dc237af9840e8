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
    'That somebody is bound to an organisation or a municipality, which may keep them from a seat. For the person ' +
    'themselves and coordinators of their region.',
})
export class Incompatibility extends Node {
  @Field(() => IncompatibilityKind, { description: 'In which capacity.' })
  kind: keyof typeof IncompatibilityKind;

  @Reads(one('organisation_id'))
  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation; null where it is a municipality.',
  })
  organisation: Organisation | null;

  @Reads(one('municipality_id'))
  @Field(() => Municipality, {
    nullable: true,
    description: 'The municipality; null where it is an organisation.',
  })
  municipality: Municipality | null;

  @Reads(embedded((row) => sql`${row}.period`))
  @Field(() => Period, { description: 'First and last day; open while it goes on.' })
  period: Period;
}
