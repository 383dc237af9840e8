import { Column, Entity } from 'typeorm';
import { Field, FieldResolver, InputType, Int, ObjectType, Resolver } from 'type-graphql';
import { IdColumn, OptionalReferenceColumn } from '../../../db/columns.js';
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
@ObjectType({ description: 'Which mail an account gets, and when.' })
export class MailPreferences {
  @Field({ description: 'Whether reminders and news of departures come by mail.' })
  reminders: boolean;

  @Field({ description: 'Whether coordinators and secretaries get their worklist by mail, every Monday.' })
  digest: boolean;

  @Field(() => Int, {
    description:
      'Hour (0 to 23, Europe/Amsterdam) from which no mail comes. The same as `quietUntil`: it always may.',
  })
  quietFrom: number;

  @Field(() => Int, {
    description: 'Hour (0 to 23, Europe/Amsterdam) until which no mail comes; what waited comes then.',
  })
  quietUntil: number;

  @Reads(value((row) => sql`${row}.email`))
  @Field(() => String, {
    nullable: true,
    description: 'Where mail for the account goes; null = to the address of its person, when there is one.',
  })
  email: string | null;
}

@Resolver(() => Viewer)
export class ViewerMailPreferences {
  @Reads(
    oneFrom(
      (account) => sql`select coalesce(p.reminders, true) as reminders, coalesce(p.digest, true) as digest,
        coalesce(p.quiet_from, 21) as quiet_from, coalesce(p.quiet_until, 7) as quiet_until, a.email_norm as email
        from accounts a left join mail_preferences p on p.account_id = a.id where a.id = ${account}.id`,
    ),
  )
  @FieldResolver(() => MailPreferences, { description: 'Which mail the viewer gets, and when.' })
  mailPreferences(): MailPreferences {
    return readByEngine();
  }
}

@InputType({ description: 'What to change of the mail you get; what is left out stays as it is.' })
export class MailPreferencesSetInput extends MutationInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether reminders and news of departures come by mail.',
  })
  reminders?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the weekly worklist comes by mail.' })
  digest?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Hour from which no mail comes, 0 to 23.' })
  quietFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Hour until which no mail comes, 0 to 23.' })
  quietUntil?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where mail goes. Null: to the address of your person, when there is one.',
  })
  email?: string | null;
}
