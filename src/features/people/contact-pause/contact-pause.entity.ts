import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OptionalReferenceColumn, PeriodColumn } from '../../../db/columns.js';
import type { Period } from '../../../kernel/period.js';

@Entity('contact_pauses')
export class ContactPauseEntity {
  @PrimaryColumn({ type: 'uuid' }) personId: string;
  @PeriodColumn() period: Period;
  @OptionalReferenceColumn() accountId: string | null;
  @Column({ type: 'timestamptz' }) recordedAt: string;
}
