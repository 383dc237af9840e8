import { Field, ObjectType } from 'type-graphql';
import { connectionType, describedEnum, Node } from '../../../graphql/connections.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { one, Reads, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { AdvisoryBody } from '../bodies/advisory-body.type.js';
import { PersonAccessEntity } from '../advisory.entity.js';

export const AccessWhat = describedEnum('AccessWhat', 'Which personal details were disclosed.', {
  NAME_AND_CONTACT: 'Name, email address and telephone number.',
  NAME_EXPORTED: 'Name, in an exported file.',
  PROFILE_EXPORTED: 'Profile under its pseudonym, in an exported file.',
  CONTACT: 'Email address and telephone number.',
});

export const AccessReason = describedEnum('AccessReason', 'Why personal details were disclosed.', {
  INVITATION_ACCEPTED: 'The parent accepted an invitation.',
  APPOINTED:
    'The parent was appointed without an invitation. From then on the body’s secretary and coordinators ' +
    'see their details, as after an acceptance.',
  RETIREMENT_SCHEDULE: 'The retirement schedule of the body was exported as a file.',
  LIST: 'They are on a list that was exported as a file; `purpose` says what for.',
  LOOKED_UP:
    'Somebody who may see them looked at them: a coordinator of the region, who leads or supports a network of the ' +
    'parent that they said yes to, or who fills the seats of a body ' +
    'that the parent said yes to, or was nominated for before they did. Listed once a day for each account, at ' +
    'the time of the first look.',
});

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
      'Display name of the account to which it was disclosed, or that appointed them; null if it was not a ' +
      'single account.',
  })
  who: string | null;

  @Reads(one('body_id'))
  @Field(() => AdvisoryBody, {
    nullable: true,
    description: 'The body for whose seats it was disclosed; null if there is none or it is hidden from you.',
  })
  body: AdvisoryBody | null;
}

export const PersonAccessConnection = connectionType('PersonAccess', () => PersonAccess);
