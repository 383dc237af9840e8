import { Entity } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  IdColumn,
  OptionalReferenceColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../db/columns.js';
import type { PlainDate } from '../../../kernel/clock.js';

@Entity('person_tasks')
export class PersonTaskEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() personId: string;
  @ReferenceColumn() regionId: string;
  @TextColumn() kind: string;
  /** the mail that it tells by hand, or that is a letter; null: none */
  @OptionalReferenceColumn() mailId: string | null;
  @DayColumn() madeOn: PlainDate;
  @DayColumn() dueOn: PlainDate;
  @DayColumn({ nullable: true }) doneOn: PlainDate | null;
}
