import { Arg, Args, FieldResolver, Resolver } from 'type-graphql';
import { ForwardPage } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { dayAsked } from '../../reads/argument.js';
import { connection, many, oneWhere, readByEngine, Reads } from '../../reads/mapping.js';
import { allOf, sql } from '../../reads/sql.js';
import { Perspective } from '../people/person.enums.js';
import { Person } from '../people/person.type.js';
import { Region } from '../regions/region.type.js';
import {
  ActivityConnection,
  Caretakership,
  CaretakershipConnection,
  MembershipConnection,
  SupportArrangement,
} from './records/network-records.type.js';
import { OudernetwerkConnection, OudernetwerkPage } from './oudernetwerk.lists.js';
import { Oudernetwerk } from './oudernetwerk.type.js';
import { Trekkerschap, TrekkerschapConnection, TrekkerschapPage } from './trekkerschap/trekkerschap.type.js';

const onDescription = { nullable: true, description: 'Reference day; defaults to today.' };

@Resolver(() => Oudernetwerk)
export class OudernetwerkFields {
  @Reads(
    many({
      where: (network, trekkerschap, { on }) =>
        sql`${trekkerschap}.oudernetwerk_id = ${network}.id and ${trekkerschap}.period @> ${dayAsked(on)}::date`,
      orderBy: (trekkerschap) => sql`lower(${trekkerschap}.period), ${trekkerschap}.id`,
    }),
  )
  @FieldResolver(() => [Trekkerschap], {
    description: 'Trekkerschappen on a given day, longest-running first.',
  })
  trekkers(@Arg('on', () => DateScalar, onDescription) _on?: PlainDate): Trekkerschap[] {
    return readByEngine();
  }

  @Reads(
    connection({ where: (network, trekkerschap) => sql`${trekkerschap}.oudernetwerk_id = ${network}.id` }),
  )
  @FieldResolver(() => TrekkerschapConnection, {
    description: 'Past, current and future trekkerschappen; latest start first.',
  })
  trekkerschappen(
    @Args(() => TrekkerschapPage) _page: TrekkerschapPage,
  ): InstanceType<typeof TrekkerschapConnection> {
    return readByEngine();
  }

  @Reads(
    oneWhere(
      (network, caretakership, { on }) =>
        sql`${caretakership}.oudernetwerk_id = ${network}.id and ${caretakership}.period @> ${dayAsked(on)}::date`,
    ),
  )
  @FieldResolver(() => Caretakership, {
    nullable: true,
    description: 'The caretaker of the network on a given day; null if there is none.',
  })
  caretaker(@Arg('on', () => DateScalar, onDescription) _on?: PlainDate): Caretakership | null {
    return readByEngine();
  }

  @Reads(
    connection({ where: (network, caretakership) => sql`${caretakership}.oudernetwerk_id = ${network}.id` }),
  )
  @FieldResolver(() => CaretakershipConnection, {
    description: 'Past, current and future caretakerships; latest start first.',
  })
  caretakerships(@Args(() => ForwardPage) _page: ForwardPage): InstanceType<typeof CaretakershipConnection> {
    return readByEngine();
  }

  @Reads(
    connection({
      where: (network, membership, { on, perspective }) =>
        allOf([
          sql`${membership}.oudernetwerk_id = ${network}.id and ${membership}.period @> ${dayAsked(on)}::date`,
          ...(perspective ? [sql`${membership}.perspective = ${perspective.code()}`] : []),
        ]),
    }),
  )
  @FieldResolver(() => MembershipConnection, {
    description:
      'Memberships on a given day; latest start first. `totalCount` with a perspective counts those who take ' +
      'part as that: parents, young people and professionals are never added up.',
  })
  members(
    @Args(() => ForwardPage) _page: ForwardPage,
    @Arg('on', () => DateScalar, onDescription) _on?: PlainDate,
    @Arg('perspective', () => Perspective, {
      nullable: true,
      description: 'Only those who take part as this.',
    })
    _perspective?: keyof typeof Perspective,
  ): InstanceType<typeof MembershipConnection> {
    return readByEngine();
  }

  @Reads(
    many({
      where: (network, support, { on }) =>
        sql`${support}.oudernetwerk_id = ${network}.id and ${support}.period @> ${dayAsked(on)}::date`,
      orderBy: (support) => sql`lower(${support}.period), ${support}.id`,
    }),
  )
  @FieldResolver(() => [SupportArrangement], {
    description: 'Professional support on a given day, longest-running first.',
  })
  support(@Arg('on', () => DateScalar, onDescription) _on?: PlainDate): SupportArrangement[] {
    return readByEngine();
  }

  @Reads(connection({ where: (network, activity) => sql`${activity}.oudernetwerk_id = ${network}.id` }))
  @FieldResolver(() => ActivityConnection, { description: 'Activities, latest first.' })
  activities(@Args(() => ForwardPage) _page: ForwardPage): InstanceType<typeof ActivityConnection> {
    return readByEngine();
  }
}

@Resolver(() => Person)
export class PersonTrekkerschappen {
  @Reads(connection({ where: (person, trekkerschap) => sql`${trekkerschap}.person_id = ${person}.id` }))
  @FieldResolver(() => TrekkerschapConnection, {
    description: 'Past, current and future trekkerschappen.',
  })
  trekkerschappen(
    @Args(() => TrekkerschapPage) _page: TrekkerschapPage,
  ): InstanceType<typeof TrekkerschapConnection> {
    return readByEngine();
  }

  @Reads(connection({ where: (person, membership) => sql`${membership}.person_id = ${person}.id` }))
  @FieldResolver(() => MembershipConnection, { description: 'Past and current memberships of networks.' })
  memberships(@Args(() => ForwardPage) _page: ForwardPage): InstanceType<typeof MembershipConnection> {
    return readByEngine();
  }
}

@Resolver(() => Region)
export class RegionOudernetwerken {
  @Reads(
    connection({
      where: (region, network) => sql`${network}.region_id in (select regions_below(${region}.id))`,
    }),
  )
  @FieldResolver(() => OudernetwerkConnection, {
    description: 'The networks of this region and those below it.',
  })
  oudernetwerken(
    @Args(() => OudernetwerkPage) _page: OudernetwerkPage,
  ): InstanceType<typeof OudernetwerkConnection> {
    return readByEngine();
  }
}
