import { Column, Entity } from 'typeorm';
import { CountedVersionColumn, DayColumn, IdColumn, ReferenceColumn } from '../../../db/columns.js';
import type { PlainDate } from '../../../kernel/clock.js';

/** What comes to a region on a day, or leaves it: one for each side. */
@Entity('region_changes')
export class RegionChangeEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() otherRegionId: string;
  @Column({ type: 'boolean' }) comes: boolean;
  @DayColumn() changesOn: PlainDate;
  @DayColumn() foundOn: PlainDate;
}
