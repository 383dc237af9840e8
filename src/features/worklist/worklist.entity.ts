import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  OptionalReferenceColumn,
  ReferenceColumn,
  TextColumn,
} from '../../db/columns.js';
import type { PlainDate } from '../../kernel/clock.js';

const count = { type: 'integer' } as const;

@Entity('continuity_findings')
export class ContinuityFindingEntity {
  @PrimaryColumn({ type: 'uuid' }) subjectId: string;
  @PrimaryColumn({ type: 'text' }) code: string;
  @OptionalReferenceColumn() oudernetwerkId: string | null;
  @OptionalReferenceColumn() bodyId: string | null;
  @OptionalReferenceColumn() ervaringsdeskundigeId: string | null;
  @OptionalReferenceColumn() agreementId: string | null;
  @OptionalReferenceColumn() personTaskId: string | null;
  @OptionalReferenceColumn() regionChangeId: string | null;
  @ReferenceColumn() regionId: string;
  @Column(count) severity: number;
  @DayColumn({ nullable: true }) since: PlainDate | null;
  @DayColumn({ nullable: true }) dueOn: PlainDate | null;
  @TextColumn() messageNl: string;
  @TextColumn() messageEn: string;
  @Column({ type: 'jsonb' }) evidence: unknown;
  @Column({ type: 'jsonb' }) action: unknown;
}

@Entity('work_items')
export class WorkItemEntity {
  @IdColumn() id: string;
  @TextColumn() subjectType: string;
  @ReferenceColumn() subjectId: string;
  @OptionalReferenceColumn() oudernetwerkId: string | null;
  @OptionalReferenceColumn() bodyId: string | null;
  @OptionalReferenceColumn() ervaringsdeskundigeId: string | null;
  @OptionalReferenceColumn() agreementId: string | null;
  @OptionalReferenceColumn() personTaskId: string | null;
  @OptionalReferenceColumn() regionChangeId: string | null;
  @ReferenceColumn() regionId: string;
  @TextColumn() band: string;
  @Column(count) severity: number;
  @DayColumn({ nullable: true }) dueOn: PlainDate | null;
  @Column({ ...count, insert: false, update: false }) urgency: number;
}

@Entity('work_item_snoozes')
export class WorkItemSnoozeEntity {
  @PrimaryColumn({ type: 'uuid' }) subjectId: string;
  @TextColumn() subjectType: string;
  @OptionalReferenceColumn() oudernetwerkId: string | null;
  @OptionalReferenceColumn() bodyId: string | null;
  @OptionalReferenceColumn() ervaringsdeskundigeId: string | null;
  @OptionalReferenceColumn() agreementId: string | null;
  @OptionalReferenceColumn() personTaskId: string | null;
  @OptionalReferenceColumn() regionChangeId: string | null;
  @ReferenceColumn() regionId: string;
  @DayColumn() until: PlainDate;
  @TextColumn() reason: string;
  @Column(count) severity: number;
  @ReferenceColumn() accountId: string;
}
