import { Arg, Args, FieldResolver, Resolver } from 'type-graphql';
import { ForwardPage } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { dayAsked } from '../../reads/argument.js';
import { connection, one, oneWhere, readByEngine, Reads, value } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { Person } from '../people/person.type.js';
import { ConsentConnection } from './consent/consent.type.js';
import { TrainingState } from './ervaringsdeskundige.enums.js';
import { Ervaringsdeskundige } from './ervaringsdeskundige.type.js';
import { knowsWhose, paused } from './profile-reach.js';
import { Training } from './records/training.type.js';

const onDescription = { nullable: true, description: 'Reference day; defaults to today.' };

@Resolver(() => Ervaringsdeskundige)
export class ErvaringsdeskundigeFields {
  @Reads(value((profile, { on }) => paused(profile, sql`${dayAsked(on)}::date`)))
  @FieldResolver(() => Boolean, { description: 'Whether they have paused invitations on a given day.' })
  paused(@Arg('on', () => DateScalar, onDescription) _on?: PlainDate): boolean {
    return readByEngine();
  }

  @Reads(
    connection({
      where: (profile, consent) =>
        sql`${consent}.person_id = ${profile}.person_id and ${consent}.purpose = 'FINDABLE'`,
    }),
  )
  @FieldResolver(() => ConsentConnection, {
    description:
      'Every time they gave or withdrew consent to be findable, latest first. Visible to the person ' +
      'themselves and coordinators of their region; empty for others.',
  })
  consents(@Args(() => ForwardPage) _page: ForwardPage): InstanceType<typeof ConsentConnection> {
    return readByEngine();
  }
}

@Resolver(() => Training)
export class TrainingFields {
  @Reads(
    value((training, { on }) => {
      const day = sql`${dayAsked(on)}::date`;
      return sql`case when ${training}.completed_on <= ${day} then training_state(${training}.valid_until, ${day}) end`;
    }),
  )
  @FieldResolver(() => TrainingState, {
    nullable: true,
    description: 'Validity on a given day; null if it was not completed by then.',
  })
  state(@Arg('on', () => DateScalar, onDescription) _on?: PlainDate): keyof typeof TrainingState | null {
    return readByEngine();
  }

  @Reads(one('ervaringsdeskundige_id'))
  @FieldResolver(() => Ervaringsdeskundige, { description: 'The ervaringsdeskundige.' })
  ervaringsdeskundige(): Ervaringsdeskundige {
    return readByEngine();
  }
}

@Resolver(() => Person)
export class PersonErvaringsdeskundige {
  @Reads(oneWhere((person, profile) => sql`${profile}.person_id = ${person}.id and ${knowsWhose(profile)}`))
  @FieldResolver(() => Ervaringsdeskundige, {
    nullable: true,
    description:
      'Their profile as ervaringsdeskundige. Visible to themselves, coordinators of their region, and the ' +
      'secretary and coordinators of a body whose invitation they accepted; null for others and if there ' +
      'is none.',
  })
  ervaringsdeskundige(): Ervaringsdeskundige | null {
    return readByEngine();
  }
}
