import { Column, Entity } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  ReferenceColumn,
  TextColumn,
} from '../../db/columns.js';
import type { PlainDate } from '../../kernel/clock.js';

@Entity('regions')
export class RegionEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @TextColumn() code: string;
  @TextColumn() name: string;
  @TextColumn() kind: string;
  @OptionalReferenceColumn() parentId: string | null;
  @OptionalReferenceColumn() coordinatingOrganisationId: string | null;
  @OptionalReferenceColumn() responsibleOrganisationId: string | null;
  @OptionalTextColumn() mailbox: string | null;
  @OptionalTextColumn() phone: string | null;
}

@Entity('municipalities')
export class MunicipalityEntity {
  @IdColumn() id: string;
  @TextColumn() code: string;
  @TextColumn() name: string;
  @TextColumn() province: string;
  @ReferenceColumn() regionId: string;
  @DayColumn({ nullable: true }) validFrom: PlainDate | null;
  @DayColumn({ nullable: true }) validUntil: PlainDate | null;
  @OptionalTextColumn() holidayRegion: string | null;
  /** said by hand: the reference file no longer changes it */
  @Column({ type: 'boolean', default: false }) holidayRegionByHand: boolean;
}

@Entity('themes')
export class ThemeEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @TextColumn() code: string;
  @TextColumn() labelNl: string;
  @TextColumn() labelEn: string;
  @OptionalReferenceColumn() parentId: string | null;
  @DayColumn({ nullable: true }) retiredOn: PlainDate | null;
  /** created or changed by hand: the reference file no longer changes it */
  @Column({ type: 'boolean', default: false }) byHand: boolean;
}
