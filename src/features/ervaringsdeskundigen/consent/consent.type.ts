import { Field, ObjectType } from 'type-graphql';
import { connectionType, Node } from '../../../graphql/connections.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Reads, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { ConsentEntity } from '../ervaringsdeskundige.entity.js';
import { ConsentChannel, ConsentLanguage, ConsentScope } from '../ervaringsdeskundige.enums.js';

@Table(ConsentEntity, {
  orders: {
    RECORDED_AT: { by: (consent) => sql`${consent}.recorded_at`, type: 'timestamptz', direction: 'DESC' },
  },
  defaultOrder: 'RECORDED_AT',
})
@ObjectType({
  implements: Node,
  description:
    'One entry of the ledger: that somebody agreed to be found for seats, or took that back. Nothing of it is ever ' +
    'changed. For the person themselves and coordinators of their region.',
})
export class Consent extends Node {
  @Field({ description: 'True: they agreed; false: they took it back.' })
  given: boolean;

  @Field(() => [ConsentScope], { description: 'Where they may be found; empty where it was taken back.' })
  scopes: (keyof typeof ConsentScope)[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it holds; null where it was taken back.',
  })
  until: PlainDate | null;

  @Field({ description: 'Version of the words that were shown; see `findableConsentText`.' })
  textVersion: string;

  @Reads(value((consent) => sql`upper(${consent}.language)`))
  @Field(() => ConsentLanguage, { description: 'Language of the words that were shown.' })
  language: keyof typeof ConsentLanguage;

  @Field(() => ConsentChannel, { description: 'How; and with it whether they did it themselves.' })
  channel: keyof typeof ConsentChannel;

  @Reads(
    value((consent) => sql`to_char(${consent}.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`),
  )
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: string;
}

export const ConsentConnection = connectionType('Consent', () => Consent);
