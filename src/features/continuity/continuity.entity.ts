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
const optionalCount = { type: 'integer', nullable: true } as const;

@Entity('continuity_thresholds')
export class ContinuityThresholdsEntity {
  @IdColumn() id: string;
  @OptionalReferenceColumn() regionId: string | null;
  @OptionalReferenceColumn() oudernetwerkId: string | null;
  @Column(optionalCount) tenureGuidelineMonths: number | null;
  @Column(optionalCount) termLimitMonths: number | null;
  @Column(optionalCount) endsSoonMonths: number | null;
  @Column(optionalCount) leaveTogetherDays: number | null;
  @Column(optionalCount) supportEndingMonths: number | null;
  @Column(optionalCount) inactiveDays: number | null;
  @Column(optionalCount) mostRoles: number | null;
  @Column(optionalCount) tieConfirmedMonths: number | null;
  @Column(optionalCount) leadMonths: number | null;
}

@Entity('continuities')
export class ContinuityEntity {
  @PrimaryColumn({ type: 'uuid' }) oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @TextColumn() band: string;
  @Column(count) severity: number;
  @DayColumn({ nullable: true }) securedUntil: PlainDate | null;
  @Column(count) ruleVersion: number;
  @Column({ type: 'timestamptz' }) computedAt: string;
  @DayColumn() assessedOn: PlainDate;
  @DayColumn({ nullable: true }) changesOn: PlainDate | null;
}

@Entity('expected_ends')
export class ExpectedEndEntity {
  @PrimaryColumn({ type: 'uuid' }) trekkerschapId: string;
  @ReferenceColumn() oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() personId: string;
  @DayColumn({ name: 'expected_on' }) on: PlainDate;
  @DayColumn() earliest: PlainDate;
  @DayColumn() latest: PlainDate;
  @TextColumn() driver: string;
  @TextColumn() confidence: string;
}
