import { Column, Entity } from 'typeorm';
import { Extensions, Field, FieldResolver, InputType, Int, ObjectType, Resolver } from 'type-graphql';
import { IdColumn, OptionalReferenceColumn } from '../../../db/columns.js';
import { waitingAddress } from '../../addresses/waiting-address.js';
import { MutationInput } from '../../../writes/mutation-input.js';
import { oneFrom, readByEngine, Reads, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Viewer } from '../../people/viewer.type.js';

@Entity('mail_preferences')
export class MailPreferencesEntity {
  @IdColumn() id: string;
  @OptionalReferenceColumn() accountId: string | null;
  @OptionalReferenceColumn() personId: string | null;
  @OptionalReferenceColumn() organisationId: string | null;
  @Column({ type: 'boolean' }) reminders: boolean;
  @Column({ type: 'boolean' }) digest: boolean;
  @Column({ type: 'integer' }) quietFrom: number;
  @Column({ type: 'integer' }) quietUntil: number;
}

@Table(MailPreferencesEntity, { identified: false })
@ObjectType({ description: 'Which emails an account receives, and when.' })
export class MailPreferences {
  @Field({
    description:
      'Whether reminders and news of departures are sent by email. A day that was given for a calendar before, ' +
      'and that changes, is cancelled by one more email even so, unless `digest` is false as well.',
  })
  reminders: boolean;

  @Field({
    description: 'Whether coordinators and secretaries receive their worklist by email every Monday.',
  })
  digest: boolean;

  @Field(() => Int, {
    description:
      'Hour (0 to 23, Europe/Amsterdam) from which no email is sent. If equal to `quietUntil`, emails are ' +
      'sent at any time.',
  })
  quietFrom: number;

  @Field(() => Int, {
    description:
      'Hour (0 to 23, Europe/Amsterdam) until which no email is sent; emails that are held back are sent ' +
      'then.',
  })
  quietUntil: number;

  @Reads(value((row) => sql`${row}.email`))
  @Field(() => String, {
    nullable: true,
    description:
      'Email address of the account; null if emails go to the address of its person, if there is one.',
  })
  email: string | null;

  @Reads(value((row) => waitingAddress(sql`w.account_id = ${row}.account_id`)))
  @Field(() => String, {
    nullable: true,
    description:
      'Email address that replaces `email` once the link that was mailed there is followed; null if none waits.',
  })
  pendingEmail: string | null;

  @Reads(value((row) => sql`coalesce(is_undeliverable(${row}.email), false)`))
  @Field({
    description: 'Whether the mail server of `email` refused a message to it. A new address clears it.',
  })
  emailUndeliverable: boolean;
}

@Resolver(() => Viewer)
export class ViewerMailPreferences {
  @Reads(
    oneFrom(
      (account) => sql`select wishes.*, a.email_norm as email, a.id as account_id
        from accounts a left join mail_preferences p on p.account_id = a.id
        cross join lateral mail_wishes(p) wishes where a.id = ${account}.id`,
    ),
  )
  @FieldResolver(() => MailPreferences, { description: 'Which emails the viewer receives, and when.' })
  mailPreferences(): MailPreferences {
    return readByEngine();
  }
}

@InputType({ description: 'Changes to the emails you receive; omitted fields are kept.' })
export class MailPreferencesSetInput extends MutationInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether reminders and news of departures are sent by email.',
  })
  reminders?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the weekly worklist is sent by email.' })
  digest?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Hour (0 to 23, Europe/Amsterdam) from which no email is sent.',
  })
  quietFrom?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Hour (0 to 23, Europe/Amsterdam) until which no email is sent.',
  })
  quietUntil?: number | null;

  @Extensions({ unseen: 'dropped' })
  @Field(() => String, {
    nullable: true,
    description:
      'Email address to use; null to use the address of your person, if there is one. A first address counts ' +
      'at once, another one once you have followed the link that we mail there. The current one ends that ' +
      'waiting if it is all that you give; among other changes it leaves it alone.',
  })
  email?: string | null;
}
