import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OptionalReferenceColumn, ReferenceColumn } from '../../../db/columns.js';

/** The smaller id first. */
@Entity('people_told_apart')
export class ToldApartEntity {
  @PrimaryColumn({ type: 'uuid' }) oneId: string;
  @PrimaryColumn({ type: 'uuid' }) otherId: string;
  @ReferenceColumn() regionId: string;
  @OptionalReferenceColumn() accountId: string | null;
  @Column({ type: 'timestamptz' }) saidAt: string;
}
