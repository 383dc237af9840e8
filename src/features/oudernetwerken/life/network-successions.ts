import { Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { many, one, readByEngine, Reads, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { NetworkSuccessionEntity } from '../oudernetwerk.entity.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';

const NetworkSuccessionKind = describedEnum('NetworkSuccessionKind', 'How a network came of another one.', {
  MERGED: 'The other one went up in it, and ended with that.',
  SPLIT: 'It parted from the other one, which went on.',
});

const NetworkEndKind = describedEnum('NetworkEndKind', 'How a network ends.', {
  ENDED: 'It stops.',
  MERGED: 'It went up in another one.',
});

@Table(NetworkSuccessionEntity)
@ObjectType({ description: 'A network that came of another one.' })
export class NetworkSuccession {
  @Reads(one('predecessor_id'))
  @Field(() => Oudernetwerk, { nullable: true, description: 'The other one; null if it is hidden from you.' })
  predecessor: Oudernetwerk | null;

  @Reads(one('successor_id'))
  @Field(() => Oudernetwerk, {
    nullable: true,
    description: 'What came of it; null if it is hidden from you.',
  })
  successor: Oudernetwerk | null;

  @Field(() => NetworkSuccessionKind, { description: 'How.' })
  kind: keyof typeof NetworkSuccessionKind;

  @Field(() => DateScalar, { description: 'First day of what came of it.' })
  fromDay: PlainDate;
}

@Resolver(() => Oudernetwerk)
export class NetworkSuccessions {
  @Reads(
    value(
      (network) => sql`case when ${network}.ended_on is not null then case when exists (
        select from network_successions s where s.predecessor_id = ${network}.id and s.kind = 'MERGED')
        then 'MERGED' else 'ENDED' end end`,
    ),
  )
  @FieldResolver(() => NetworkEndKind, {
    nullable: true,
    description:
      'How it ends: by itself, or since it went up in another one, which only its insiders are told. Null if no end is ' +
      'on record.',
  })
  endKind(): keyof typeof NetworkEndKind | null {
    return readByEngine();
  }

  @Reads(
    many({
      where: (network, link) => sql`${link}.successor_id = ${network}.id`,
      orderBy: (link) => sql`${link}.from_day, ${link}.predecessor_id`,
    }),
  )
  @FieldResolver(() => [NetworkSuccession], {
    description: 'The networks that went up in it, or that it parted from; first came first.',
  })
  predecessors(): NetworkSuccession[] {
    return readByEngine();
  }

  @Reads(
    many({
      where: (network, link) => sql`${link}.predecessor_id = ${network}.id`,
      orderBy: (link) => sql`${link}.from_day, ${link}.successor_id`,
    }),
  )
  @FieldResolver(() => [NetworkSuccession], {
    description: 'The network in which it went up, and those that parted from it; first came first.',
  })
  successors(): NetworkSuccession[] {
    return readByEngine();
  }
}
