import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { many, one, Reads, type Row, Table, value } from '../../../reads/mapping.js';
import { resembles } from '../../../reads/named.js';
import { literal, sql, viewerDay } from '../../../reads/sql.js';
import { opening } from './seat-status.js';
import { Level } from '../../ervaringsdeskundigen/ervaringsdeskundige.enums.js';
import { Domain } from '../../organisations/organisation.type.js';
import { DayPart, Perspective } from '../../people/person.enums.js';
import { Region, Theme } from '../../regions/region.type.js';
import { AdvisoryBody } from '../bodies/advisory-body.type.js';
import { AdvisorySeatEntity, SeatRequirementEntity } from '../advisory.entity.js';
import { RequirementKind, RequirementStrength } from '../advisory.enums.js';

const valueOf = (kind: string) =>
  value((asked) => sql`case when ${asked}.kind = ${literal(kind)} then ${asked}.value end`);

@Table(SeatRequirementEntity)
@ObjectType({
  description:
    'One requirement of a seat. Of the fields other than `kind` and `strength`, exactly one is set.',
})
export class SeatRequirement {
  @Field(() => RequirementKind, { description: 'Subject of the requirement.' })
  kind: keyof typeof RequirementKind;

  @Field(() => RequirementStrength, { description: 'How much it weighs.' })
  strength: keyof typeof RequirementStrength;

  @Reads(one('theme_id'))
  @Field(() => Theme, { nullable: true, description: 'Theme; null for other kinds.' })
  theme: Theme | null;

  @Reads(valueOf('DOMAIN'))
  @Field(() => Domain, { nullable: true, description: 'Field of work; null for other kinds.' })
  domain: keyof typeof Domain | null;

  @Reads(valueOf('LEVEL'))
  @Field(() => Level, { nullable: true, description: 'Level; null for other kinds.' })
  level: keyof typeof Level | null;

  @Reads(one('place_id'))
  @Field(() => Region, { nullable: true, description: 'Region; null for other kinds.' })
  region: Region | null;

  @Reads(valueOf('LANGUAGE'))
  @Field(() => String, {
    nullable: true,
    description: 'Language code, such as `nl` or `tig`; null for other kinds.',
  })
  language: string | null;

  @Reads(valueOf('DAY_PART'))
  @Field(() => DayPart, { nullable: true, description: 'Part of the week; null for other kinds.' })
  dayPart: keyof typeof DayPart | null;

  @Reads(value((asked) => sql`${asked}.label`))
  @Field(() => String, {
    nullable: true,
    description: 'Title of the training, compared ignoring case and accents; null for other kinds.',
  })
  training: string | null;

  @Reads(valueOf('PERSPECTIVE'))
  @Field(() => Perspective, { nullable: true, description: 'Perspective; null for other kinds.' })
  perspective: keyof typeof Perspective | null;
}

const vacantSince = (seat: Row) => sql`seat_vacant_since(${opening(seat)}, ${viewerDay}::date)`;

const held = (seat: Row) =>
  sql`seat_appointments held on held.seat_id = ${seat}.id and held.period @> ${viewerDay}::date`;

@Table(AdvisorySeatEntity, {
  filters: {
    regionId: (_seat, region) => ({
      column: 'region_id',
      among: sql`select regions_below(${region.uuid('Region')}::uuid)`,
    }),
    bodyId: (seat, body) => sql`${seat}.body_id = ${body.uuid('AdvisoryBody')}::uuid`,
    bodyKind: (seat, kinds) =>
      sql`exists (select from advisory_bodies b where b.id = ${seat}.body_id and b.kind = any (${kinds.codes()}))`,
    level: (seat, level) =>
      sql`exists (select from advisory_bodies b where b.id = ${seat}.body_id and b.level = ${level.code()})`,
    domain: (seat, domain) =>
      sql`exists (select from advisory_bodies b where b.id = ${seat}.body_id and ${domain.code()} = any (b.domains))`,
    themeId: (seat, theme) =>
      sql`exists (select from seat_requirements r where r.seat_id = ${seat}.id
        and r.theme_id = ${theme.uuid('Theme')}::uuid)`,
    search: resembles('advisory_seats', 'national'),
  },
  orders: {
    TITLE: { by: (seat) => sql`${seat}.sort_title`, type: 'text', direction: 'ASC' },
    VACANT_SINCE: { by: vacantSince, type: 'date', direction: 'ASC', nullable: true },
    LATEST_END: {
      join: held,
      by: () => sql`held.latest_end`,
      type: 'date',
      direction: 'ASC',
      nullable: true,
    },
  },
  defaultOrder: 'TITLE',
})
@ObjectType({
  implements: Node,
  description:
    'A seat of a body. Visible to coordinators of its region, the body’s secretary, and everybody who ' +
    'holds, held or was invited for it.',
})
export class AdvisorySeat extends Node {
  @Field(() => Int, {
    description:
      'Increases with every change to the seat or its appointments; pass it back as `expectedVersion`.',
  })
  version: number;

  @Reads(one('body_id'))
  @Field(() => AdvisoryBody, { description: 'The body the seat belongs to.' })
  body: AdvisoryBody;

  @Field({ description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: 'Group on whose behalf the holder speaks, at most 500 characters; null if not stated.',
  })
  constituency: string | null;

  @Field(() => DateScalar, { description: 'First day on which it exists.' })
  openedOn: PlainDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer exists; null if it is not abolished.',
  })
  abolishedOn: PlainDate | null;

  @Reads(
    many({
      where: (seat, asked) => sql`${asked}.seat_id = ${seat}.id`,
      orderBy: (asked) => sql`${asked}.strength, ${asked}.kind, ${asked}.value`,
    }),
  )
  @Field(() => [SeatRequirement], { description: 'What the seat requires; hard requirements first.' })
  requirements: SeatRequirement[];

  @Reads(value(vacantSince))
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the current vacancy; null if it is not vacant today.',
  })
  vacantSince: PlainDate | null;

  @Reads(value((seat) => sql`${viewerDay}::date - ${vacantSince(seat)}`))
  @Field(() => Int, {
    nullable: true,
    description:
      'Number of days it has been vacant, counted from 0 on the first day; null if it is not vacant today.',
  })
  vacantDays: number | null;
}
