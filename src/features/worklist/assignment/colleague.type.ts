import { Field, FieldResolver, ID, ObjectType, Resolver } from 'type-graphql';
import { many, readByEngine, Reads, Table } from '../../../reads/mapping.js';
import { sql, viewerDay } from '../../../reads/sql.js';
import { AccountEntity } from '../../access/account.entity.js';
import { Region } from '../../regions/region.type.js';

@Table(AccountEntity)
@ObjectType({ description: 'A coordinator, as their colleagues know them.' })
export class Colleague {
  @Field(() => ID, { description: 'Opaque id of their account.' })
  id: string;

  @Field({ description: 'Name to display.' })
  displayName: string;
}

@Resolver(() => Region)
export class RegionColleagues {
  @Reads(
    many({
      from: (region) => sql`select * from colleagues_in(${region}.id, ${viewerDay}::date)`,
      where: () => sql`true`,
      orderBy: (colleague) => sql`fold(${colleague}.display_name), ${colleague}.id`,
    }),
  )
  @FieldResolver(() => [Colleague], {
    description:
      'Who coordinates it today, here or in a region above it, by name: they divide its work among them ' +
      '(`workItemAssign`). Empty unless you do so too: for secretaries and supporters as well.',
  })
  colleagues(): Colleague[] {
    return readByEngine();
  }
}
