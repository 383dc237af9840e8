import { Entity } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  GeneratedTextColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../db/columns.js';
import type { PlainDate } from '../../../kernel/clock.js';

@Entity('theme_proposals')
export class ThemeProposalEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() regionId: string;
  @TextColumn() label: string;
  @GeneratedTextColumn() labelNorm: string;
  @TextColumn() motivation: string;
  @OptionalReferenceColumn() proposedBy: string | null;
  @DayColumn() proposedOn: PlainDate;
  @OptionalTextColumn() answer: 'ADOPTED' | 'DECLINED' | null;
  @OptionalReferenceColumn() answeredBy: string | null;
  @DayColumn({ nullable: true }) answeredOn: PlainDate | null;
  @OptionalTextColumn() answerReason: string | null;
  @OptionalReferenceColumn() themeId: string | null;
}
