import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { many, one, oneWhere, Reads, type Row, Table, value } from '../../reads/mapping.js';
import { raw, sql } from '../../reads/sql.js';
import { Ervaringsdeskundige } from '../ervaringsdeskundigen/ervaringsdeskundige.type.js';
import { Oudernetwerk } from '../oudernetwerken/oudernetwerk.type.js';
import { Person } from '../people/person.type.js';
import { AdvisorySeat } from './advisory-seat.type.js';
import { SeatProposalEntity } from './advisory.entity.js';
import { fillsSeat, keepsQuestion, knowsWhom, statusToday } from './proposal-reach.js';
import { DeclineKind, ProposalStatus, ProposalWithdrawnBecause } from './seat-proposal.enums.js';
import { ShortlistEntry } from './shortlist.type.js';

/** Free text: the national office has no purpose for it. */
const freeText = (column: string) =>
  value(
    (proposal: Row) =>
      sql`case when ${keepsQuestion(proposal)} or ${fillsSeat(proposal)} then ${proposal}.${raw(column)} end`,
  );

@Table(SeatProposalEntity, {
  filters: {
    status: (proposal, statuses) => sql`${statusToday(proposal)} = any (${statuses.codes()})`,
    bodyId: (proposal, body) => sql`${proposal}.body_id = ${body.uuid('AdvisoryBody')}::uuid`,
    regionId: (proposal, region) =>
      sql`${proposal}.region_id in (select regions_below(${region.uuid('Region')}::uuid))`,
  },
  orders: {
    ASKED_ON: { by: (proposal) => sql`${proposal}.asked_on`, type: 'date', direction: 'DESC' },
    EXPIRES_ON: { by: (proposal) => sql`${proposal}.expires_on`, type: 'date', direction: 'ASC' },
  },
  defaultOrder: 'ASKED_ON',
})
@ObjectType({
  implements: Node,
  description:
    'A question to a parent whether they would take a seat. For the parent, coordinators of their region, and who ' +
    'fills the seat: for these the parent has no name before they say yes, and is not there without consent.',
})
export class SeatProposal extends Node {
  @Field(() => Int, { description: 'Goes up by one with every change; give it back as `expectedVersion`.' })
  version: number;

  @Reads(one('seat_id'))
  @Field(() => AdvisorySeat, { description: 'The seat.' })
  seat: AdvisorySeat;

  @Reads(one('ervaringsdeskundige_id'))
  @Field(() => Ervaringsdeskundige, { description: 'Who is asked, under their pseudonym.' })
  ervaringsdeskundige: Ervaringsdeskundige;

  @Reads(oneWhere((proposal, person) => sql`${person}.id = ${proposal}.person_id and ${knowsWhom(proposal)}`))
  @Field(() => Person, {
    nullable: true,
    description:
      'Who was asked. For the parent and coordinators of their region; for who fills the seat from the yes on, until ' +
      'it is taken back or the seat that came of it is left; null for others.',
  })
  person: Person | null;

  @Reads(value(statusToday))
  @Field(() => ProposalStatus, { description: 'Where it is today.' })
  status: keyof typeof ProposalStatus;

  @Field(() => DateScalar, { description: 'Day on which it was asked.' })
  askedOn: PlainDate;

  @Field(() => DateScalar, { description: 'Last day to answer.' })
  expiresOn: PlainDate;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the answer; null = none was given.' })
  answeredOn: PlainDate | null;

  @Reads(
    value(
      (proposal) =>
        sql`case when ${statusToday(proposal)} = 'EXPIRED' then ${proposal}.expires_on + 1 else ${proposal}.closed_on end`,
    ),
  )
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was withdrawn, or the first on which it had run out; null otherwise.',
  })
  closedOn: PlainDate | null;

  @Field(() => ProposalWithdrawnBecause, {
    nullable: true,
    description: 'Why it was withdrawn; null when it was not.',
  })
  withdrawnBecause: keyof typeof ProposalWithdrawnBecause | null;

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

  @Reads(value((proposal) => sql`asker_of(${proposal}.id)`))
  @Field(() => String, {
    nullable: true,
    description: 'What the account that asked is called. Not for the national office.',
  })
  proposedBy: string | null;

  @Reads(
    oneWhere(
      (proposal, network) => sql`${network}.id = ${proposal}.asked_through and ${keepsQuestion(proposal)}`,
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
      from: (proposal) => sql`select entry.place, entry.fit, entry.score, entry.criteria,
          entry."ervaringsdeskundigeId" as profile_id, entry."ervaringsdeskundigeId" = ${proposal}.ervaringsdeskundige_id as chosen
        from jsonb_to_recordset(${proposal}.shortlist -> 'entries') entry ("ervaringsdeskundigeId" uuid, place integer,
          fit text, score integer, criteria jsonb)
        where ${fillsSeat(proposal)} or ${keepsQuestion(proposal)}
          and entry."ervaringsdeskundigeId" = ${proposal}.ervaringsdeskundige_id`,
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

  @Reads(value((proposal) => sql`(${proposal}.shortlist ->> 'ruleVersion')::integer`))
  @Field(() => Int, {
    nullable: true,
    description: 'Version of the `matchRules` that made the shortlist; null = none was kept.',
  })
  matchRuleVersion: number | null;
}
