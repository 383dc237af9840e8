import { Entity } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../db/columns.js';
import type { PlainDate } from '../../../kernel/clock.js';
import type { Period } from '../../../kernel/period.js';

/** One of the first two says what works in another region as well. */
@Entity('region_agreements')
export class RegionAgreementEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  /** MOVES: it is to be the other region’s; open until that is done, then its period is that one day */
  @TextColumn() kind: 'TAKES_PART' | 'MOVES';
  @OptionalReferenceColumn() bodyId: string | null;
  @OptionalReferenceColumn() oudernetwerkId: string | null;
  /** the subject’s own region */
  @ReferenceColumn() homeRegionId: string;
  /** the region that decides */
  @ReferenceColumn() regionId: string;
  @OptionalReferenceColumn() askedBy: string | null;
  @DayColumn() askedOn: PlainDate;
  @TextColumn() motivation: string;
  /** who answers for which personal data, where both keep something together */
  @OptionalTextColumn() responsibilities: string | null;
  @PeriodColumn() period: Period;
  @OptionalTextColumn() answer: 'AGREED' | 'DECLINED' | 'WITHDRAWN' | null;
  @OptionalReferenceColumn() answeredBy: string | null;
  @DayColumn({ nullable: true }) answeredOn: PlainDate | null;
  @OptionalTextColumn() answerReason: string | null;
  @OptionalReferenceColumn() endedByRegionId: string | null;
  @OptionalTextColumn() endReason: string | null;
}
