import { Arg, Args, FieldResolver, Resolver } from 'type-graphql';
import { ForwardPage } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { connection, one, oneWhere, readByEngine, Reads, value } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { dayAsked } from '../oudernetwerken/trekkerschap/trekkerschap.type.js';
import { Person } from '../people/person.type.js';
import { ConsentConnection } from './consent/consent.type.js';
import { TrainingState } from './ervaringsdeskundige.enums.js';
import { Ervaringsdeskundige } from './ervaringsdeskundige.type.js';
import { knowsWhose, paused } from './profile-reach.js';
import { Training } from './records/training.type.js';

const onDescription = { nullable: true, description: 'The day that counts; today when left out.' };

@Resolver(() => Ervaringsdeskundige)
export class ErvaringsdeskundigeFields {
  @Reads(value((profile, { on }) => paused(profile, sql`${dayAsked(on)}::date`)))
  @FieldResolver(() => Boolean, { description: 'Whether they do not want to be asked on a day.' })
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
      'Every consent to be found that was given or withdrawn, latest first. For the person themselves and ' +
      'coordinators of their region; empty for others.',
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
    description: 'Whether it counts on a day; null = not completed by then.',
  })
  state(@Arg('on', () => DateScalar, onDescription) _on?: PlainDate): keyof typeof TrainingState | null {
    return readByEngine();
  }

  @Reads(one('ervaringsdeskundige_id'))
  @FieldResolver(() => Ervaringsdeskundige, { description: 'Who completed it.' })
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
      'Their profile as ervaringsdeskundige. For themselves, coordinators of their region, and who fills seats of a ' +
      'body that they said yes to; null for others and when there is none.',
  })
  ervaringsdeskundige(): Ervaringsdeskundige | null {
    return readByEngine();
  }
}
