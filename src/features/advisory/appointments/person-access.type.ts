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
    'That somebody was told who a parent is. For the parent and coordinators of their region; it never changes.',
})
export class PersonAccess extends Node {
  @Reads(
    value((access) => sql`to_char(${access}.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`),
  )
  @Field(() => DateTimeScalar, { description: 'When.' })
  at: string;

  @Field(() => AccessWhat, { description: 'What they were told.' })
  what: keyof typeof AccessWhat;

  @Field(() => AccessReason, { description: 'Why they were told.' })
  why: keyof typeof AccessReason;

  @Reads(value((access) => sql`reader_of(${access}.id)`))
  @Field(() => String, {
    nullable: true,
    description: 'What the account is called that was told; null = not one account.',
  })
  who: string | null;

  @Reads(one('body_id'))
  @Field(() => AdvisoryBody, {
    nullable: true,
    description: 'The body for whose seats they were told; null = none, or hidden from you.',
  })
  body: AdvisoryBody | null;

  @Reads(one('invitation_id'))
  @Field(() => SeatInvitation, { nullable: true, description: 'The question it came of; null = none.' })
  invitation: SeatInvitation | null;
}

export const PersonAccessConnection = connectionType('PersonAccess', () => PersonAccess);
