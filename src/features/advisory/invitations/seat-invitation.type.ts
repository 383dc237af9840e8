import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { many, one, oneWhere, Reads, type Row, Table, value } from '../../../reads/mapping.js';
import { raw, sql } from '../../../reads/sql.js';
import { Ervaringsdeskundige } from '../../ervaringsdeskundigen/ervaringsdeskundige.type.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { Person } from '../../people/person.type.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { SeatInvitationEntity } from '../advisory.entity.js';
import { fillsSeat, keepsQuestion, knowsWhom } from './invitation-reach.js';
import { statusToday } from './invitation-status.js';
import { DeclineKind, InvitationStatus, InvitationWithdrawnBecause } from './seat-invitation.enums.js';
import { ShortlistEntry } from './shortlist.type.js';

/** Free text: the national office has no purpose for it. */
const freeText = (column: string) =>
  value(
    (invitation: Row) =>
      sql`case when ${keepsQuestion(invitation)} or ${fillsSeat(invitation)} then ${invitation}.${raw(column)} end`,
  );

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
    'A question to a parent whether they would take a seat. For the parent, coordinators of their region, and who ' +
    'fills the seat: for these the parent has no name before they say yes, and is not there without consent.',
})
export class SeatInvitation extends Node {
  @Field(() => Int, { description: 'Goes up by one with every change; give it back as `expectedVersion`.' })
  version: number;

  @Reads(one('seat_id'))
  @Field(() => AdvisorySeat, { description: 'The seat.' })
  seat: AdvisorySeat;

  @Reads(one('ervaringsdeskundige_id'))
  @Field(() => Ervaringsdeskundige, { description: 'Who is asked, under their pseudonym.' })
  ervaringsdeskundige: Ervaringsdeskundige;

  @Reads(
    oneWhere(
      (invitation, person) => sql`${person}.id = ${invitation}.person_id and ${knowsWhom(invitation)}`,
    ),
  )
  @Field(() => Person, {
    nullable: true,
    description:
      'Who was asked. For the parent and coordinators of their region; for who fills the seat from the yes on, until ' +
      'it is taken back or the seat that came of it is left; null for others.',
  })
  person: Person | null;

  @Reads(value(statusToday))
  @Field(() => InvitationStatus, { description: 'Where it is today.' })
  status: keyof typeof InvitationStatus;

  @Field(() => DateScalar, { description: 'Day on which it was asked.' })
  askedOn: PlainDate;

  @Field(() => DateScalar, { description: 'Last day to answer.' })
  expiresOn: PlainDate;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the answer; null = none was given.' })
  answeredOn: PlainDate | null;

  @Reads(
    value(
      (invitation) =>
        sql`case when ${statusToday(invitation)} = 'EXPIRED' then ${invitation}.expires_on + 1 else ${invitation}.closed_on end`,
    ),
  )
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was withdrawn, or the first on which it had run out; null otherwise.',
  })
  closedOn: PlainDate | null;

  @Field(() => InvitationWithdrawnBecause, {
    nullable: true,
    description: 'Why it was withdrawn; null when it was not.',
  })
  withdrawnBecause: keyof typeof InvitationWithdrawnBecause | null;

  @Field(() => DeclineKind, {
    nullable: true,
    description: 'Why the parent said no; null when they did not.',
  })
  declineKind: keyof typeof DeclineKind | null;

  @Reads(freeText('decline_reason'))
  @Field(() => String, {
    nullable: true,
    description:
      'Why the parent said no, in their own words; null = nothing said. Not for the national office.',
  })
  declineReason: string | null;

  @Reads(freeText('message'))
  @Field(() => String, {
    nullable: true,
    description: 'What was written to the parent; null = nothing. Not for the national office.',
  })
  message: string | null;

  @Reads(freeText('motivation'))
  @Field(() => String, {
    nullable: true,
    description:
      'Why they were asked though something spoke against it; null = nothing said. Not for the national office.',
  })
  motivation: string | null;

  @Reads(value((invitation) => sql`asker_of(${invitation}.id)`))
  @Field(() => String, {
    nullable: true,
    description: 'What the account that asked is called. Not for the national office.',
  })
  proposedBy: string | null;

  @Reads(
    oneWhere(
      (invitation, network) =>
        sql`${network}.id = ${invitation}.asked_through and ${keepsQuestion(invitation)}`,
    ),
  )
  @Field(() => Oudernetwerk, {
    nullable: true,
    description:
      'The network through which they were asked. For the parent and coordinators of their region; null for others ' +
      'and when they were in none.',
  })
  askedThrough: Oudernetwerk | null;

  @Reads(
    many({
      // who was asked sees why it was them, and nothing of others
      from: (invitation) => sql`select entry.place, entry.fit, entry.score, entry.criteria,
          entry."ervaringsdeskundigeId" as profile_id, entry."ervaringsdeskundigeId" = ${invitation}.ervaringsdeskundige_id as chosen
        from jsonb_to_recordset(${invitation}.shortlist -> 'entries') entry ("ervaringsdeskundigeId" uuid, place integer,
          fit text, score integer, criteria jsonb)
        where ${fillsSeat(invitation)} or ${keepsQuestion(invitation)}
          and entry."ervaringsdeskundigeId" = ${invitation}.ervaringsdeskundige_id`,
      where: () => sql`true`,
      orderBy: (entry) => sql`${entry}.place`,
    }),
  )
  @Field(() => [ShortlistEntry], {
    description:
      'The best matches when it was asked, and who was chosen, by place. For who fills the seat; the parent and ' +
      'coordinators of their region see their own entry; empty for others.',
  })
  shortlist: ShortlistEntry[];

  @Reads(value((invitation) => sql`(${invitation}.shortlist ->> 'ruleVersion')::integer`))
  @Field(() => Int, {
    nullable: true,
    description: 'Version of the `matchRules` that made the shortlist; null = none was kept.',
  })
  matchRuleVersion: number | null;
}
