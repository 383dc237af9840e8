import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ReferenceColumn } from '../../../db/columns.js';

/** Which coordinator takes care of a work item, as said in the region where it was then. */
@Entity('work_item_assignments')
export class WorkItemAssignmentEntity {
  @PrimaryColumn({ type: 'uuid' }) workItemId: string;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() accountId: string;
  @ReferenceColumn() assignedBy: string;
  @Column({ type: 'timestamptz' }) assignedAt: string;
}
