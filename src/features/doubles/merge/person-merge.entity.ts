import { Column, Entity } from 'typeorm';
import {
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../db/columns.js';

/** Which record counts where two say what one person cannot have twice. */
export type MergeSide = 'SURVIVOR' | 'OTHER';

/** What it was made of, to take it back, stands in columns that only functions read. */
@Entity('person_merges')
export class PersonMergeEntity {
  @IdColumn() id: string;
  @ReferenceColumn() survivorId: string;
  @ReferenceColumn() otherId: string;
  @ReferenceColumn() regionId: string;
  @OptionalReferenceColumn() accountId: string | null;
  @TextColumn() reason: string;
  /** by the key of the clash */
  @Column({ type: 'jsonb' }) choices: Readonly<Record<string, MergeSide>>;
  @Column({ type: 'timestamptz' }) recordedAt: string;
  @Column({ type: 'timestamptz', nullable: true }) undoneAt: string | null;
  @OptionalTextColumn() undoneBecause: string | null;
}
