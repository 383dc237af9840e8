import { Column, Entity } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../db/columns.js';
import type { PlainDate } from '../../../kernel/clock.js';

@Entity('person_moves')
export class PersonMoveEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() personId: string;
  @ReferenceColumn() fromRegionId: string;
  @ReferenceColumn() toRegionId: string;
  @OptionalReferenceColumn() fromMunicipalityId: string | null;
  @OptionalReferenceColumn() municipalityId: string | null;
  @DayColumn() movedOn: PlainDate;
  @OptionalReferenceColumn() accountId: string | null;
  @Column({ type: 'timestamptz' }) recordedAt: string;
  @TextColumn() because: 'MOVED' | 'REORGANISED';
  /** that their municipality comes under another region */
  @DayColumn({ nullable: true }) toldOn: PlainDate | null;
  @OptionalTextColumn() answer: 'YES' | 'NO' | null;
  @DayColumn({ nullable: true }) answeredOn: PlainDate | null;
  /** set by the database, as their home region changes */
  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false }) crossedAt: string | null;
  @DayColumn({ nullable: true }) closedOn: PlainDate | null;
  @OptionalTextColumn() closedBecause: 'DEPARTED' | 'MOVED_ON' | null;
}

/** Whether it can still be answered. */
export function isOpen({ crossedAt, closedOn }: PersonMoveEntity): boolean {
  return crossedAt === null && closedOn === null;
}
