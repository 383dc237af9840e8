import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum, Node } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { embedded, Reads, ref, refs, Table, value } from '../../reads/mapping.js';
import { sql, viewerLocale } from '../../reads/sql.js';
import { FINDINGS, type FindingCode, ACTIONS, type ActionCode } from './findings.js';
import { ContinuityFindingEntity } from './worklist.entity.js';

const ContinuityFindingCode = describedEnum(
  'ContinuityFindingCode',
  'What threatens the future of a network, or what a seat or an ervaringsdeskundige needs.',
  FINDINGS.outlines('en'),
);
const SuggestedActionCode = describedEnum(
  'SuggestedActionCode',
  'Next steps that would help.',
  ACTIONS.outlines('en'),
);

@ObjectType({ description: 'A next step that would help.' })
export class SuggestedAction {
  @Reads(value((finding) => sql`${finding}.action ->> 'code'`))
  @Field(() => SuggestedActionCode, { description: 'Stable code; branch on this, not on the message.' })
  code: ActionCode;

  @Reads(
    value(
      (finding) =>
        sql`${finding}.action ->> (case when ${viewerLocale}::text = 'en' then 'en' else 'nl' end)`,
    ),
  )
  @Field({ description: 'A sentence in the viewer’s language.' })
  message: string;

  @Reads(ref((finding) => sql`select ${finding}.action ->> 'type', (${finding}.action ->> 'id')::uuid`))
  @Field(() => Node, { nullable: true, description: 'The object to act on; null if it is hidden from you.' })
  subject: Node | null;
}

@Table(ContinuityFindingEntity, { identified: false })
@ObjectType({
  description:
    'A reason why a network’s future is less secure than it could be, or why a seat or an ' +
    'ervaringsdeskundige needs attention.',
})
export class ContinuityFinding {
  @Field(() => ContinuityFindingCode, { description: 'Stable code; branch on this, not on the message.' })
  code: FindingCode;

  @Field(() => Int, {
    description:
      'From 1 (worth noting) to 10 (urgent). 8 and above is CRITICAL, 4 and above AT_RISK, anything lower ' +
      'ATTENTION.',
  })
  severity: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it applied; null if not known.',
  })
  since: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it becomes pressing; null if there is no such day.',
  })
  dueOn: PlainDate | null;

  @Reads(
    value(
      (finding) =>
        sql`case when ${viewerLocale}::text = 'en' then ${finding}.message_en else ${finding}.message_nl end`,
    ),
  )
  @Field({ description: 'A sentence in the viewer’s language. It never names a person.' })
  message: string;

  @Reads(
    refs((finding) => sql`select * from jsonb_to_recordset(${finding}.evidence) named (type text, id uuid)`),
  )
  @Field(() => [Node], { description: 'The objects it is based on, limited to those visible to you.' })
  evidence: Node[];

  @Reads(embedded())
  @Field(() => SuggestedAction, {
    nullable: true,
    description: 'A next step that would help; null if there is no suggestion.',
  })
  suggestedAction: SuggestedAction | null;
}
