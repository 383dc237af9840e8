import { Arg, Args, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { connectionType, describedEnum, ForwardPage, Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { connection, one, readByEngine, Reads, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Region, Theme } from '../region.type.js';
import { ThemeProposalEntity } from './theme-proposal.entity.js';

const ThemeProposalStatus = describedEnum('ThemeProposalStatus', 'What became of a proposed theme.', {
  OPEN: 'The national office has not decided yet.',
  ADOPTED: 'It is in the list now, or was already under another name.',
  DECLINED: 'It does not come into the list.',
});

@Table(ThemeProposalEntity, {
  orders: {
    PROPOSED_ON: { by: (proposal) => sql`${proposal}.proposed_on`, type: 'date', direction: 'DESC' },
  },
  defaultOrder: 'PROPOSED_ON',
})
@ObjectType({
  implements: Node,
  description:
    'A theme that a coordinator misses in the managed list. Visible to coordinators of the region and national admins.',
})
export class ThemeProposal extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'The region that proposed it.' })
  region: Region;

  @Field({ description: 'What the theme would be called, in Dutch.' })
  label: string;

  @Field({ description: 'Why it is missed.' })
  motivation: string;

  @Field(() => DateScalar, { description: 'Day on which it was proposed.' })
  proposedOn: PlainDate;

  @Reads(value((proposal) => sql`coalesce(${proposal}.answer, 'OPEN')`))
  @Field(() => ThemeProposalStatus, { description: 'What became of it.' })
  status: keyof typeof ThemeProposalStatus;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was decided; null while it is open.',
  })
  answeredOn: PlainDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined, or what else was said; null if nothing.',
  })
  answerReason: string | null;

  @Reads(one('theme_id'))
  @Field(() => Theme, { nullable: true, description: 'The theme that it became; null if it became none.' })
  theme: Theme | null;
}

const ThemeProposalConnection = connectionType('ThemeProposal', () => ThemeProposal);

@Resolver()
export class ThemeProposalQueries {
  @Reads(
    connection({
      where: (_root, proposal, { status }) =>
        status ? sql`coalesce(${proposal}.answer, 'OPEN') = ${status.code()}` : sql`true`,
    }),
  )
  @Query(() => ThemeProposalConnection, {
    description: 'The proposed themes visible to you, latest proposed first.',
  })
  themeProposals(
    @Args(() => ForwardPage) _page: ForwardPage,
    @Arg('status', () => ThemeProposalStatus, {
      nullable: true,
      description: 'Only those with this status.',
    })
    _status?: keyof typeof ThemeProposalStatus,
  ): InstanceType<typeof ThemeProposalConnection> {
    return readByEngine();
  }
}
