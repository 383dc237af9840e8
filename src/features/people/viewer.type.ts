import { Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { describedEnum } from '../../graphql/connections.js';
import { many, one, oneWhere, readByEngine, Reads, Table, value } from '../../reads/mapping.js';
import { literal, sql, viewerAccount, viewerDay, viewerLocale } from '../../reads/sql.js';
import { AccountEntity, AccountRoleEntity } from '../access/account.entity.js';
import { Organisation } from '../organisations/organisation.type.js';
import { Region } from '../regions/region.type.js';
import { Person } from './person.type.js';

const ViewerRoleKind = describedEnum('ViewerRoleKind', 'A role that grants rights today.', {
  ADMIN: 'National admin: manages regions, accounts, settings and reference data.',
  COORDINATOR: 'Manages networks and people in a region and those below it.',
  SECRETARY: 'Manages the seats of advisory bodies in a region.',
  SUPPORTER: 'Supports networks on behalf of an organisation.',
  PARENT: 'Sees and controls their own record and roles.',
});

@Table(AccountRoleEntity, { identified: false })
@ObjectType({ description: 'A role of the viewer, and where it applies.' })
export class ViewerRole {
  @Reads(value((role) => sql`${role}.role`))
  @Field(() => ViewerRoleKind, { description: 'Kind of role.' })
  kind: keyof typeof ViewerRoleKind;

  @Reads(one('region_id'))
  @Field(() => Region, {
    nullable: true,
    description: 'The region of a coordinator or secretary; null for others.',
  })
  region: Region | null;

  @Reads(one('organisation_id'))
  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation of a supporter; null for others.',
  })
  organisation: Organisation | null;
}

@Table(AccountEntity)
@ObjectType({ description: 'The signed-in account.' })
export class Viewer {
  @Field(() => ID, { description: 'Opaque id of the account.' })
  id: string;

  @Field({ description: 'Name to display.' })
  displayName: string;

  @Reads(
    many({
      // being a parent is no row: it follows from the person behind the account
      from: (account) => sql`select r.id, r.role, r.region_id, r.organisation_id from account_roles r
        where r.account_id = ${account}.id and r.period @> ${viewerDay}::date
        union all select ${account}.person_id, ${literal('PARENT')}, null, null where ${account}.person_id is not null`,
      where: () => sql`true`,
      orderBy: (role) => sql`${role}.role, ${role}.id`,
    }),
  )
  @Field(() => [ViewerRole], { description: 'The roles that grant rights today.' })
  roles: ViewerRole[];

  @Reads(one('person_id'))
  @Field(() => Person, {
    nullable: true,
    description: 'The person behind the account; null if there is no recorded person.',
  })
  person: Person | null;

  @Reads(value(() => sql`${viewerLocale}::text`))
  @Field({
    description: 'Language of messages, `nl` or `en`: that of the account, else that of Accept-Language.',
  })
  locale: string;
}

@Resolver()
export class ViewerQueries {
  @Reads(oneWhere((_row, account) => sql`${account}.id = ${viewerAccount}::uuid`))
  @Query(() => Viewer, { description: 'The signed-in account.' })
  viewer(): Viewer {
    return readByEngine();
  }
}
