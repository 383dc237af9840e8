import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connections.js';
import { Period } from '../../graphql/period.type.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { embedded, many, one, oneFrom, oneWhere, Reads, Table, value } from '../../reads/mapping.js';
import { sql, viewerDay } from '../../reads/sql.js';
import { Domain } from '../organisations/organisation.type.js';
import { ParticipationForm } from '../people/person.enums.js';
import { Person } from '../people/person.type.js';
import { Region, Theme } from '../regions/region.type.js';
import { Availability } from './availability.type.js';
import { Consent } from './consent/consent.type.js';
import { ErvaringsdeskundigeEntity } from './ervaringsdeskundige.entity.js';
import { Compensation, Level, StatementBasis } from './ervaringsdeskundige.enums.js';
import { PROFILE_FILTERS } from './ervaringsdeskundige.filters.js';
import { Incompatibility } from './records/incompatibility.type.js';
import { currentSeats, findable, keepsProfile, knowsWhose } from './profile-reach.js';
import { Training } from './records/training.type.js';

@Table(ErvaringsdeskundigeEntity, {
  filters: PROFILE_FILTERS,
  orders: {
    REGISTERED_ON: { by: (profile) => sql`${profile}.registered_on`, type: 'date', direction: 'DESC' },
    PSEUDONYM: { by: (profile) => sql`${profile}.pseudonym`, type: 'text', direction: 'ASC' },
  },
  defaultOrder: 'REGISTERED_ON',
})
@ObjectType({
  implements: Node,
  description:
    'A parent who is trained to speak from their own experience and that of other parents. Users who ' +
    'fill seats see them without a name, and only while they consent to be findable.',
})
export class Ervaringsdeskundige extends Node {
  @Reads(value((profile) => sql`case when ${keepsProfile(profile)} then ${profile}.version else 0 end`))
  @Field(() => Int, {
    description:
      'Increases with every change made by a user; pass it back as `expectedVersion`. Visible to the person ' +
      'themselves and coordinators of their region; 0 for others.',
  })
  version: number;

  @Reads(oneWhere((profile, person) => sql`${person}.id = ${profile}.person_id and ${knowsWhose(profile)}`))
  @Field(() => Person, {
    nullable: true,
    description:
      'The person behind the profile. Visible to the person themselves, coordinators of their region, and ' +
      'the secretary and coordinators of a body whose invitation they accepted; null for others.',
  })
  person: Person | null;

  @Field({
    description: 'Name shown instead of their real name, such as `Ervaringsdeskundige 7f3a9c`.',
  })
  pseudonym: string;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'Their home region.' })
  region: Region;

  @Field(() => DateScalar, { description: 'Day of registration.' })
  registeredOn: PlainDate;

  @Reads(
    many({
      where: (profile, theme) =>
        sql`${theme}.id in (select theme_id from ervaringsdeskundige_themes
          where ervaringsdeskundige_id = ${profile}.id)`,
      orderBy: (theme) => sql`${theme}.code`,
    }),
  )
  @Field(() => [Theme], { description: 'Themes they have experience with, by code.' })
  themes: Theme[];

  @Field(() => [Domain], { description: 'Fields of work that they know; empty if not stated.' })
  domains: (keyof typeof Domain)[];

  @Field(() => [Level], { description: 'Levels at which they would like to take part; empty if not stated.' })
  levels: (keyof typeof Level)[];

  @Reads(
    many({
      where: (profile, training) => sql`${training}.ervaringsdeskundige_id = ${profile}.id`,
      orderBy: (training) => sql`${training}.completed_on desc, ${training}.id`,
    }),
  )
  @Field(() => [Training], { description: 'Trainings they completed, latest first.' })
  trainings: Training[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they also represent the experience of other parents; null if not established.',
  })
  bringsOthersExperience: boolean | null;

  @Field(() => StatementBasis, {
    nullable: true,
    description: 'How `bringsOthersExperience` was established; null if it was not.',
  })
  bringsOthersBasis: keyof typeof StatementBasis | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which `bringsOthersExperience` was established; null if it was not.',
  })
  bringsOthersOn: PlainDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they can relate to the way professionals work; null if not established.',
  })
  connectsWithProfessionals: boolean | null;

  @Field(() => StatementBasis, {
    nullable: true,
    description: 'How `connectsWithProfessionals` was established; null if it was not.',
  })
  connectsBasis: keyof typeof StatementBasis | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which `connectsWithProfessionals` was established; null if it was not.',
  })
  connectsOn: PlainDate | null;

  @Reads(
    embedded(
      (same) => same,
      (profile) =>
        sql`num_nonnulls(${profile}.hours_per_month) + cardinality(${profile}.day_parts || ${profile}.meeting_forms) > 0`,
    ),
  )
  @Field(() => Availability, {
    nullable: true,
    description: 'When and how they can take part; null if not stated.',
  })
  availability: Availability | null;

  @Field(() => [String], {
    description: 'Languages they speak in meetings, as ISO 639 codes; at least one.',
  })
  languages: string[];

  @Field(() => [ParticipationForm], {
    description: 'Ways in which they would like to take part; without SEAT they are not invited for seats.',
  })
  participationForms: (keyof typeof ParticipationForm)[];

  @Field(() => Compensation, {
    nullable: true,
    description: 'What they would like in return; null if not stated.',
  })
  compensation: keyof typeof Compensation | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Maximum number of seats they want to hold; null if not stated.',
  })
  maxSeats: number | null;

  @Reads(value((profile) => currentSeats(profile)))
  @Field(() => Int, { description: 'Number of seats they hold today, in any body.' })
  currentSeats: number;

  @Reads(
    embedded(
      (profile) => sql`${profile}.paused`,
      (profile) => sql`${profile}.paused is not null`,
    ),
  )
  @Field(() => Period, {
    nullable: true,
    description:
      'Period in which they do not want to be invited, first and last day included; null if there is no ' +
      'pause.',
  })
  pausedPeriod: Period | null;

  @Reads(value(findable))
  @Field({ description: 'Whether they consent to be findable today.' })
  findable: boolean;

  @Reads(
    oneFrom(
      (profile) => sql`select newest.* from (select * from consents c
        where c.person_id = ${profile}.person_id and c.purpose = 'FINDABLE'
        order by c.recorded_at desc, c.id desc limit 1) newest
        where newest.given and newest.until >= ${viewerDay}::date`,
    ),
  )
  @Field(() => Consent, {
    nullable: true,
    description:
      'The consent that makes them findable today. Visible to the person themselves and coordinators of ' +
      'their region; null for others and if there is none.',
  })
  consent: Consent | null;

  @Reads(
    many({
      where: (profile, each) => sql`${each}.ervaringsdeskundige_id = ${profile}.id`,
      orderBy: (each) => sql`lower(${each}.period) desc, ${each}.id`,
    }),
  )
  @Field(() => [Incompatibility], {
    description:
      'Ties that may exclude them from some seats, latest first. Visible to the person themselves and ' +
      'coordinators of their region; empty for others.',
  })
  incompatibilities: Incompatibility[];
}
