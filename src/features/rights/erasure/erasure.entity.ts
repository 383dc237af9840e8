import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OptionalReferenceColumn, ReferenceColumn, TextColumn } from '../../../db/columns.js';

/** Why somebody is erased: the grounds of AVG article 17, first paragraph. */
export type ErasureReason = 'ASKED' | 'CONSENT_WITHDRAWN' | 'NOT_NEEDED' | 'OBJECTED' | 'UNLAWFUL';

@Entity('erasures')
export class ErasureEntity {
  @PrimaryColumn({ type: 'uuid' }) personId: string;
  /** which answered for them */
  @ReferenceColumn() regionId: string;
  @TextColumn() reason: ErasureReason;
  @OptionalReferenceColumn() accountId: string | null;
  @Column({ type: 'timestamptz' }) erasedAt: string;
}
