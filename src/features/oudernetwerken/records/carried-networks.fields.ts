import { Arg, Args, FieldResolver, Resolver } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { dayAsked } from '../../../reads/argument.js';
import { connection, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Organisation } from '../../organisations/organisation.type.js';
import { OudernetwerkConnection, OudernetwerkPage } from '../oudernetwerk.lists.js';

const NetworkCarrier = describedEnum('NetworkCarrier', 'As what an organisation carries a network.', {
  SUPPORTER: 'It supports the network professionally.',
  CARETAKER: 'It is the caretaker (vangnet) that keeps the network alive.',
});

@Resolver(() => Organisation)
export class OrganisationOudernetwerken {
  @Reads(
    connection({
      where: (organisation, network, { on, as }) => {
        const day = sql`${dayAsked(on)}::date`;
        return sql`${network}.id in (
          select s.oudernetwerk_id from support_arrangements s
          where s.organisation_id = ${organisation}.id and s.period @> ${day} and 'SUPPORTER' = any (${as!.codes()})
          union all select c.oudernetwerk_id from caretakerships c
          where c.organisation_id = ${organisation}.id and c.period @> ${day} and 'CARETAKER' = any (${as!.codes()}))`;
      },
    }),
  )
  @FieldResolver(() => OudernetwerkConnection, {
    description:
      'The networks that it carries on a day, limited to those that you see from inside. Which schools the ' +
      'children of members go to counts for nothing here: that is told of no parent.',
  })
  oudernetwerken(
    @Args(() => OudernetwerkPage) _page: OudernetwerkPage,
    @Arg('as', () => [NetworkCarrier], {
      defaultValue: ['SUPPORTER', 'CARETAKER'],
      description: 'As what it carries them; one of these is enough.',
    })
    _as?: (keyof typeof NetworkCarrier)[],
    @Arg('on', () => DateScalar, { nullable: true, description: 'Reference day; defaults to today.' })
    _on?: PlainDate,
  ): InstanceType<typeof OudernetwerkConnection> {
    return readByEngine();
  }
}
