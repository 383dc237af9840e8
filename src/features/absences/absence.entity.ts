import { Entity } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  IdColumn,
  OptionalReferenceColumn,
  PeriodColumn,
  ReferenceColumn,
} from '../../db/columns.js';
import type { PlainDate } from '../../kernel/clock.js';
import type { Period } from '../../kernel/period.js';

/** Somebody is away for a time from what they do in a network or a body. */
@Entity('absences')
export class AbsenceEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() personId: string;
  /** null: from a body */
  @OptionalReferenceColumn() oudernetwerkId: string | null;
  /** null: from a network */
  @OptionalReferenceColumn() bodyId: string | null;
  @ReferenceColumn() regionId: string;
  /** as it was said; `absent_days` says how long it lasts */
  @PeriodColumn() period: Period;
  @DayColumn({ nullable: true }) expectedUntil: PlainDate | null;
  @OptionalReferenceColumn() substituteId: string | null;
  /** the last day that the absence gave the substitute; the database says so */
  @DayColumn({ nullable: true }) substituteUntil: PlainDate | null;
  /** the part of it in the network of before, where that went up in this one, or this one parted from it */
  @OptionalReferenceColumn() formerId: string | null;
}

/** Who acts for the holder of a seat while they are away. */
@Entity('seat_alternates')
export class SeatAlternateEntity {
  @IdColumn() id: string;
  @ReferenceColumn() absenceId: string;
  @ReferenceColumn() bodyId: string;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() personId: string;
}
