import { Column, Entity } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  ReferenceColumn,
  TextColumn,
} from '../../db/columns.js';
import type { PlainDate } from '../../kernel/clock.js';
import type { Stage, Status } from './candidates/candidate-stages.js';

@Entity('succession_plans')
export class SuccessionPlanEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @OptionalReferenceColumn() trekkerschapId: string | null;
  @TextColumn() status: Status;
  @DayColumn() openedOn: PlainDate;
  @TextColumn() openedBecause: string;
  @DayColumn({ nullable: true }) openedFor: PlainDate | null;
  @DayColumn({ nullable: true }) targetOn: PlainDate | null;
  @DayColumn({ nullable: true }) closedOn: PlainDate | null;
  @OptionalTextColumn() stopReason: string | null;
  @OptionalTextColumn() motivation: string | null;
  @OptionalReferenceColumn() successorId: string | null;
  /** somebody worked on it */
  @Column({ type: 'boolean' }) touched: boolean;
}

@Entity('successor_candidates')
export class SuccessorCandidateEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() planId: string;
  @ReferenceColumn() oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() personId: string;
  @Column({ type: 'integer' }) rank: number;
  @TextColumn() readiness: string;
  @TextColumn() stage: Stage;
  /** of whom was appointed: where they were before */
  @OptionalTextColumn() appointedFrom: string | null;
  @DayColumn({ nullable: true }) nextStepOn: PlainDate | null;
  @OptionalTextColumn() declineReason: string | null;
  @DayColumn({ nullable: true }) endedOn: PlainDate | null;
  @OptionalTextColumn() motivation: string | null;
}

@Entity('handover_items')
export class HandoverItemEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() planId: string;
  @ReferenceColumn() oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @Column({ type: 'integer' }) position: number;
  @TextColumn() key: string;
  @TextColumn() labelNl: string;
  @TextColumn() labelEn: string;
  @Column({ type: 'boolean' }) mandatory: boolean;
  @OptionalReferenceColumn() ownerPersonId: string | null;
  @Column({ type: 'integer', nullable: true }) daysBefore: number | null;
  @DayColumn({ nullable: true }) dueOn: PlainDate | null;
  @DayColumn({ nullable: true }) doneOn: PlainDate | null;
}
