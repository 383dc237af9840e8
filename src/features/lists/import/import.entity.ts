import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  ReferenceColumn,
  TextColumn,
  TextsColumn,
} from '../../../db/columns.js';
import type { PlainDate } from '../../../kernel/clock.js';
import type { Params } from '../../../kernel/messages.js';
import type { Field, ImportKind } from './columns/fields.js';
import type { ImportDecision, ImportOutcome, ImportReason, ImportState } from './import.enums.js';

@Entity('imports')
export class ImportEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() accountId: string;
  @TextColumn() kind: ImportKind;
  @TextColumn() state: keyof typeof ImportState;
  @OptionalReferenceColumn() oudernetwerkId: string | null;
  @OptionalTextColumn() schoolYear: string | null;
  @TextsColumn() columns: string[];
  @TextsColumn() mapping: (Field | '')[];
  @DayColumn() askedOn: PlainDate;
  @DayColumn({ nullable: true }) appliedOn: PlainDate | null;
  @Column({ type: 'jsonb', nullable: true }) counts: unknown;
  @DayColumn() expiresOn: PlainDate;
}

/** What is wrong with a row: in which column, and what is right. */
export interface RowProblem {
  readonly code: string;
  /** from 0; null if it is about the row as a whole */
  readonly column: number | null;
  readonly params: Params;
}

/** What a row changes of what is on record. Null: nothing. */
export interface RowChange {
  readonly field: Field;
  readonly from: string | null;
  readonly to: string | null;
}

export interface RowCandidate {
  readonly personId: string;
  readonly reasons: readonly (keyof typeof ImportReason)[];
}

@Entity('import_rows')
export class ImportRowEntity {
  @IdColumn() id: string;
  @ReferenceColumn() importId: string;
  @ReferenceColumn() regionId: string;
  @Column({ type: 'integer' }) number: number;
  @TextsColumn() cells: string[];
  @OptionalTextColumn() outcome: keyof typeof ImportOutcome | null;
  @OptionalTextColumn() name: string | null;
  @OptionalReferenceColumn() personId: string | null;
  @Column({ type: 'jsonb' }) candidates: readonly RowCandidate[];
  @Column({ type: 'jsonb' }) changes: readonly RowChange[];
  @Column({ type: 'jsonb' }) problems: readonly RowProblem[];
  @OptionalTextColumn() decision: keyof typeof ImportDecision | null;
  @OptionalTextColumn() twin: string | null;
  @Column({ type: 'boolean' }) applied: boolean;
}

/** Of a row that is to be judged, for the first time or anew. */
export const NOT_JUDGED = {
  outcome: null,
  decision: null,
  personId: null,
  candidates: [],
  changes: [],
  problems: [],
  twin: null,
} satisfies Partial<ImportRowEntity>;

export type PartKind =
  | 'ACTIVITY'
  | 'ACTIVITY_CHANGED'
  | 'APPOINTMENT'
  | 'BODY'
  | 'CHANGED'
  | 'CREATED'
  | 'MEMBERSHIP'
  | 'NETWORK'
  | 'NETWORK_CHANGED'
  | 'SCHOOL_TIE'
  | 'SEAT'
  | 'SUPPORT'
  | 'TREKKERSCHAP';

/** One thing that applying made or changed. */
@Entity('import_parts')
export class ImportPartEntity {
  @IdColumn() id: string;
  @ReferenceColumn() importId: string;
  @ReferenceColumn() regionId: string;
  @Column({ type: 'integer' }) number: number;
  @TextColumn() kind: PartKind;
  @ReferenceColumn() subjectId: string;
  @OptionalReferenceColumn() personId: string | null;
  @Column({ type: 'jsonb', nullable: true }) saidBefore: unknown;
  @Column({ type: 'jsonb', nullable: true }) saidAfter: unknown;
  @OptionalTextColumn() kept: 'CHANGED' | 'GONE' | 'USED' | null;
}

/** What a region said that a column holds. */
@Entity('import_columns')
export class ImportColumnEntity {
  @PrimaryColumn({ type: 'uuid' }) regionId: string;
  @PrimaryColumn({ type: 'text' }) kind: ImportKind;
  @PrimaryColumn({ type: 'text' }) name: string;
  @OptionalTextColumn() field: Field | null;
}
