import { Column, Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  ReferenceColumn,
  TextColumn,
} from '../../db/columns.js';
import type { PlainDate } from '../../kernel/clock.js';
import type { Departure } from '../../writes/departing.js';

@Entity('departures')
export class PersonDepartureEntity {
  @IdColumn() id: string;
  @ReferenceColumn() personId: string;
  /** which answered for them when it was recorded: the note is its own */
  @ReferenceColumn() regionId: string;
  @TextColumn() kind: Departure['kind'];
  @DayColumn() lastDay: PlainDate;
  @OptionalTextColumn() note: string | null;
  @OptionalReferenceColumn() accountId: string | null;
  /** the trekkerschap or appointment by whose end it was recorded; null: it was said of the person */
  @OptionalReferenceColumn() byRole: string | null;
  @Column({ type: 'timestamptz' }) recordedAt: string;
  @Column({ type: 'timestamptz', nullable: true }) takenBackAt: string | null;
}
