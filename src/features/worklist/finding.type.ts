import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum, Node } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { embedded, Reads, ref, refs, Table, value } from '../../reads/mapping.js';
import { sql, viewerLocale } from '../../reads/sql.js';
import { FINDINGS, type FindingCode } from './findings.js';
import { ACTIONS, type ActionCode } from './suggested-actions.js';
import { ContinuityFindingEntity } from './worklist.entity.js';

function inEnglish<Code extends string>(table: Readonly<Record<Code, { readonly en: string }>>) {
  const entries = Object.entries<{ readonly en: string }>(table);
  return Object.fromEntries(entries.map(([code, { en }]) => [code, en])) as Record<Code, string>;
}

const ContinuityFindingCode = describedEnum(
  'ContinuityFindingCode',
  'What makes a network less safe, or what a seat or an ervaringsdeskundige needs.',
  inEnglish(FINDINGS),
);
const SuggestedActionCode = describedEnum('SuggestedActionCode', 'What would help.', inEnglish(ACTIONS));

@ObjectType({ description: 'A next step that would help.' })
export class SuggestedAction {
  @Reads(value((finding) => sql`${finding}.action ->> 'code'`))
  @Field(() => SuggestedActionCode, { description: 'Stable; branch on this, not on the message.' })
  code: ActionCode;

  @Reads(
    value(
      (finding) =>
        sql`${finding}.action ->> (case when ${viewerLocale}::text = 'en' then 'en' else 'nl' end)`,
    ),
  )
  @Field({ description: 'A sentence in the language of the viewer.' })
  message: string;

  @Reads(ref((finding) => sql`select ${finding}.action ->> 'type', (${finding}.action ->> 'id')::uuid`))
  @Field(() => Node, { nullable: true, description: 'With what to do it; null = hidden from you.' })
  subject: Node | null;
}

@Table(ContinuityFindingEntity, { identified: false })
@ObjectType({
  description:
    'One reason why a network is less safe than it could be, or why a seat or an ervaringsdeskundige needs somebody.',
})
export class ContinuityFinding {
  @Field(() => ContinuityFindingCode, { description: 'Stable; branch on this, not on the message.' })
  code: FindingCode;

  @Field(() => Int, {
    description: '1 (mind it) to 10 (now). 8 and up is CRITICAL, 4 and up AT_RISK, any other ATTENTION.',
  })
  severity: number;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it was so; null = not known.' })
  since: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it matters; null = no such day.' })
  dueOn: PlainDate | null;

  @Reads(
    value(
      (finding) =>
        sql`case when ${viewerLocale}::text = 'en' then ${finding}.message_en else ${finding}.message_nl end`,
    ),
  )
  @Field({ description: 'A sentence in the language of the viewer. It names nobody.' })
  message: string;

  @Reads(
    refs((finding) => sql`select * from jsonb_to_recordset(${finding}.evidence) named (type text, id uuid)`),
  )
  @Field(() => [Node], { description: 'What it rests on, as far as you may see it.' })
  evidence: Node[];

  @Reads(embedded())
  @Field(() => SuggestedAction, { nullable: true, description: 'What would help; null = nothing suggested.' })
  suggestedAction: SuggestedAction | null;
}
