import { Field, ObjectType } from 'type-graphql';
import { connectionType, Node } from '../../../graphql/connections.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { one, Reads, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { AdvisoryBody } from '../bodies/advisory-body.type.js';
import { PersonAccessEntity } from '../advisory.entity.js';
import { AccessReason, AccessWhat } from '../invitations/seat-invitation.enums.js';
import { SeatInvitation } from '../invitations/seat-invitation.type.js';

@Table(PersonAccessEntity, {
  orders: {
    HAPPENED_AT: { by: (access) => sql`${access}.happened_at`, type: 'timestamptz', direction: 'DESC' },
  },
  defaultOrder: 'HAPPENED_AT',
})
@ObjectType({
  implements: Node,
  description:
    'One disclosure of a parent’s identity. Entries never change. Visible to the parent and coordinators ' +
    'of their region.',
})
export class PersonAccess extends Node {
  @Reads(
    value((access) => sql`to_char(${access}.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`),
  )
  @Field(() => DateTimeScalar, { description: 'When it was disclosed.' })
  at: string;

  @Field(() => AccessWhat, { description: 'What was disclosed.' })
  what: keyof typeof AccessWhat;

  @Field(() => AccessReason, { description: 'Why it was disclosed.' })
  why: keyof typeof AccessReason;

  @Reads(value((access) => sql`reader_of(${access}.id)`))
  @Field(() => String, {
    nullable: true,
    description:
      'Display name of the account to which it was disclosed; null if it was not a single account.',
  })
  who: string | null;

  @Reads(one('body_id'))
  @Field(() => AdvisoryBody, {
    nullable: true,
    description: 'The body for whose seats it was disclosed; null if there is none or it is hidden from you.',
  })
  body: AdvisoryBody | null;

  @Reads(one('invitation_id'))
  @Field(() => SeatInvitation, {
    nullable: true,
    description: 'The invitation that led to it; null if there is none.',
  })
  invitation: SeatInvitation | null;
}

export const PersonAccessConnection = connectionType('PersonAccess', () => PersonAccess);
