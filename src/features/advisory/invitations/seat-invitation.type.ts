import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { many, one, oneWhere, Reads, type Row, Table, value } from '../../../reads/mapping.js';
import { notOver, raw, sql, viewerDay } from '../../../reads/sql.js';
import { Ervaringsdeskundige } from '../../ervaringsdeskundigen/ervaringsdeskundige.type.js';
import { Incompatibility } from '../../ervaringsdeskundigen/records/incompatibility.type.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { Perspective } from '../../people/person.enums.js';
import { Person } from '../../people/person.type.js';
import { clashesOf } from '../bodies/body-exclusions.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { SeatInvitationEntity, SeatNomineeEntity } from '../advisory.entity.js';
import { fillsSeat, isOnParentsSide, knowsWhom } from './invitation-reach.js';
import { statusToday } from './invitation-status.js';
import { DeclineKind, InvitationStatus, InvitationWithdrawnBecause } from './seat-invitation.enums.js';
import { ShortlistEntry } from './shortlist.type.js';

/** Free text: national admins have no purpose for it. */
const freeText = (column: string) =>
  value(
    (invitation: Row) =>
      sql`case when ${isOnParentsSide(invitation)} or ${fillsSeat(invitation)} then ${invitation}.${raw(column)} end`,
  );

@Table(SeatNomineeEntity, { identified: false, whose: 'invitation_id' })
@ObjectType({
  description: 'A parent whom their constituency nominates for a seat, and who has not answered yet.',
})
export class SeatNominee {
  @Field({ description: 'Name.' })
  displayName: string;

  @Field({ description: 'Email address.' })
  email: string;

  @Reads(value((nominee) => sql`coalesce(is_undeliverable(${nominee}.email), false)`))
  @Field({ description: 'Whether the mail server of `email` refused a message to it.' })
  emailUndeliverable: boolean;

  @Field({ description: 'Who nominated them and how the body came by the address.' })
  source: string;
}

@Table(SeatInvitationEntity, {
  filters: {
    status: (invitation, statuses) => sql`${statusToday(invitation)} = any (${statuses.codes()})`,
    bodyId: (invitation, body) => sql`${invitation}.body_id = ${body.uuid('AdvisoryBody')}::uuid`,
    regionId: (invitation, region) =>
      sql`${invitation}.region_id in (select regions_below(${region.uuid('Region')}::uuid))`,
  },
  orders: {
    ASKED_ON: { by: (invitation) => sql`${invitation}.asked_on`, type: 'date', direction: 'DESC' },
    EXPIRES_ON: { by: (invitation) => sql`${invitation}.expires_on`, type: 'date', direction: 'ASC' },
  },
  defaultOrder: 'ASKED_ON',
})
@ObjectType({
  implements: Node,
  description:
    'An invitation to a parent to take a seat. Visible to the parent, coordinators of their region, and ' +
    'the body’s secretary and coordinators; the latter do not see the parent’s name before an ' +
    'acceptance, nor the invitation of a parent who does not consent to be findable.',
})
export class SeatInvitation extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Reads(one('seat_id'))
  @Field(() => AdvisorySeat, { description: 'The seat.' })
  seat: AdvisorySeat;

  @Reads(one('ervaringsdeskundige_id'))
  @Field(() => Ervaringsdeskundige, {
    nullable: true,
    description:
      'The ervaringsdeskundige who was invited, under their pseudonym; null for a former member and a nominee, ' +
      'who were invited by name.',
  })
  ervaringsdeskundige: Ervaringsdeskundige | null;

  @Reads(oneWhere((invitation, nominee) => sql`${nominee}.invitation_id = ${invitation}.id`))
  @Field(() => SeatNominee, {
    nullable: true,
    description:
      'Who was nominated, as it was given. Visible to the body’s secretary and coordinators while the ' +
      'invitation waits for an answer; null for others, for other invitations, and after that.',
  })
  nominee: SeatNominee | null;

  @Reads(
    oneWhere(
      (invitation, person) => sql`${person}.id = ${invitation}.person_id and ${knowsWhom(invitation)}`,
    ),
  )
  @Field(() => Person, {
    nullable: true,
    description:
      'The person who was invited. Visible to the parent and coordinators of their region, and to the ' +
      'body’s secretary and coordinators from the acceptance until it is withdrawn or the resulting ' +
      'appointment has ended; null for others.',
  })
  person: Person | null;

  @Reads(value(statusToday))
  @Field(() => InvitationStatus, { description: 'Status today.' })
  status: keyof typeof InvitationStatus;

  @Field(() => DateScalar, { description: 'Day on which it was sent.' })
  askedOn: PlainDate;

  @Field(() => DateScalar, { description: 'Last day on which it can be answered.' })
  expiresOn: PlainDate;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the answer; null if there was none.' })
  answeredOn: PlainDate | null;

  @Reads(
    value(
      (invitation) =>
        sql`case when ${statusToday(invitation)} = 'EXPIRED' then ${invitation}.expires_on + 1 else ${invitation}.closed_on end`,
    ),
  )
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was withdrawn, or the first day after it expired; null otherwise.',
  })
  closedOn: PlainDate | null;

  @Field(() => InvitationWithdrawnBecause, {
    nullable: true,
    description: 'Why it was withdrawn; null if it was not.',
  })
  withdrawnBecause: keyof typeof InvitationWithdrawnBecause | null;

  @Field(() => DeclineKind, {
    nullable: true,
    description: 'Why the parent declined; null if they did not.',
  })
  declineKind: keyof typeof DeclineKind | null;

  @Reads(freeText('decline_reason'))
  @Field(() => String, {
    nullable: true,
    description:
      'Why the parent declined, in their own words; null if not stated. Hidden from national admins.',
  })
  declineReason: string | null;

  @Reads(value((invitation) => sql`case when ${knowsWhom(invitation)} then ${invitation}.perspective end`))
  @Field(() => Perspective, {
    nullable: true,
    description:
      'As what they said with their yes that they would hold the seat; null if there was nothing to choose. ' +
      'Visible to whoever sees `person`; null for others.',
  })
  perspective: keyof typeof Perspective | null;

  @Reads(freeText('message'))
  @Field(() => String, {
    nullable: true,
    description: 'The message to the parent; null if there was none. Hidden from national admins.',
  })
  message: string | null;

  @Reads(freeText('motivation'))
  @Field(() => String, {
    nullable: true,
    description:
      'Why they were invited despite an objection; null if not stated. Hidden from national admins.',
  })
  motivation: string | null;

  @Reads(value((invitation) => sql`inviter_of(${invitation}.id)`))
  @Field(() => String, {
    nullable: true,
    description: 'Display name of the account that sent it. Hidden from national admins.',
  })
  invitedBy: string | null;

  @Reads(
    oneWhere(
      (invitation, network) =>
        sql`${network}.id = ${invitation}.asked_through and ${isOnParentsSide(invitation)}`,
    ),
  )
  @Field(() => Oudernetwerk, {
    nullable: true,
    description:
      'The network through which they were invited. Visible to the parent and coordinators of their ' +
      'region; null for others and if they were in no network.',
  })
  askedThrough: Oudernetwerk | null;

  @Reads(
    many({
      // the invited parent sees why they were chosen, and nothing about others
      from: (invitation) => sql`select entry.place, entry.fit, entry.score, entry.criteria,
          entry."ervaringsdeskundigeId" as profile_id, entry."ervaringsdeskundigeId" = ${invitation}.ervaringsdeskundige_id as chosen
        from jsonb_to_recordset(${invitation}.shortlist -> 'entries') entry ("ervaringsdeskundigeId" uuid, place integer,
          fit text, score integer, criteria jsonb)
        where ${fillsSeat(invitation)} or ${isOnParentsSide(invitation)}
          and entry."ervaringsdeskundigeId" = ${invitation}.ervaringsdeskundige_id`,
      where: () => sql`true`,
      orderBy: (entry) => sql`${entry}.place`,
    }),
  )
  @Field(() => [ShortlistEntry], {
    description:
      'The best matches at the time of the invitation and the one chosen, by place. Visible to the body’s ' +
      'secretary and coordinators; the parent and coordinators of their region see only their own entry; ' +
      'empty for others.',
  })
  shortlist: ShortlistEntry[];

  @Reads(
    many({
      where: (invitation, tie) => sql`${tie}.id in (select clash.id from advisory_bodies b
        cross join lateral ${clashesOf(raw('b'), sql`${invitation}.person_id`)}
        where b.id = ${invitation}.body_id and ${notOver(raw('clash.days'), viewerDay)})`,
      orderBy: (tie) => sql`${tie}.id`,
    }),
  )
  @Field(() => [Incompatibility], {
    description:
      'What is on the parent’s record that the rules of the body exclude today or later; ' +
      '`seat.body.rules.incompatibilities` says what they exclude. Visible to the parent and coordinators of ' +
      'their region; empty for others.',
  })
  clashes: Incompatibility[];

  @Reads(value((invitation) => sql`(${invitation}.shortlist ->> 'ruleVersion')::integer`))
  @Field(() => Int, {
    nullable: true,
    description: 'Version of the `matchRules` behind the shortlist; null if no shortlist was stored.',
  })
  matchRuleVersion: number | null;
}
