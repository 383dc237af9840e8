import { Column, Entity } from 'typeorm';
import { IdColumn, OptionalReferenceColumn, ReferenceColumn, TextColumn } from '../../db/columns.js';

/** What was recorded by mistake, why it went, and what replaced it. */
@Entity('annulments')
export class AnnulmentEntity {
  @IdColumn() id: string;
  @TextColumn() subjectType: string;
  @ReferenceColumn() subjectId: string;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() accountId: string;
  @Column({ type: 'timestamptz' }) annulledAt: string;
  @TextColumn() reason: string;
  @OptionalReferenceColumn() replacedBy: string | null;
}
