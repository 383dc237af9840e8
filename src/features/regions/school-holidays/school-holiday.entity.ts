import { Column, Entity } from 'typeorm';
import { CountedVersionColumn, IdColumn, PeriodColumn, TextColumn } from '../../../db/columns.js';
import type { Period } from '../../../kernel/period.js';
import type { HolidayRegion, SchoolHolidayKind } from './school-holiday.enums.js';

@Entity('school_holidays')
export class SchoolHolidayEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @TextColumn() schoolYear: string;
  @TextColumn() kind: keyof typeof SchoolHolidayKind;
  @TextColumn() holidayRegion: keyof typeof HolidayRegion;
  @PeriodColumn() period: Period;
  /** recorded or changed by hand: the reference file no longer changes it */
  @Column({ type: 'boolean', default: false }) byHand: boolean;
}
