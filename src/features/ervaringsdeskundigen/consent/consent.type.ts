import { Field, ObjectType } from 'type-graphql';
import { connectionType, Node } from '../../../graphql/connections.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Reads, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { ConsentEntity } from '../ervaringsdeskundige.entity.js';
import {
  ConsentChannel,
  ConsentLanguage,
  ConsentPurpose,
  ConsentScope,
} from '../ervaringsdeskundige.enums.js';

@Table(ConsentEntity, {
  orders: {
    RECORDED_AT: { by: (consent) => sql`${consent}.recorded_at`, type: 'timestamptz', direction: 'DESC' },
  },
  defaultOrder: 'RECORDED_AT',
})
@ObjectType({
  implements: Node,
  description:
    'One entry in the consent ledger: a person gave or withdrew consent to be findable for seats, or to be reached ' +
    'by their network. Entries never change. Visible to the person themselves and coordinators of their region.',
})
export class Consent extends Node {
  @Field(() => ConsentPurpose, { description: 'What it is about.' })
  purpose: keyof typeof ConsentPurpose;

  @Field({ description: 'True if consent was given, false if it was withdrawn.' })
  given: boolean;

  @Field(() => [ConsentScope], {
    description: 'Where they are findable; empty for a withdrawal, and where it is not about that.',
  })
  scopes: (keyof typeof ConsentScope)[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which it is valid; null for a withdrawal, and where it is valid until it is withdrawn.',
  })
  until: PlainDate | null;

  @Field({
    description: 'Version of the text that was shown; see `findableConsentText` and `networkContactText`.',
  })
  textVersion: string;

  @Reads(value((consent) => sql`upper(${consent}.language)`))
  @Field(() => ConsentLanguage, { description: 'Language of the text that was shown.' })
  language: keyof typeof ConsentLanguage;

  @Field(() => ConsentChannel, {
    description: 'How it was given or withdrawn, which also shows whether they did so themselves.',
  })
  channel: keyof typeof ConsentChannel;

  @Reads(
    value((consent) => sql`to_char(${consent}.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`),
  )
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: string;
}

export const ConsentConnection = connectionType('Consent', () => Consent);
