import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  GeneratedTextColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  ReferenceColumn,
  TextColumn,
  TextsColumn,
} from '../../db/columns.js';
import type { PlainDate } from '../../kernel/clock.js';

/** The identity that stays when details are erased. */
@Entity('people')
export class PersonEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @TextColumn() pseudonym: string;
  @ReferenceColumn() regionId: string;
  @OptionalReferenceColumn() municipalityId: string | null;
  @TextsColumn() perspectives: string[];
  @TextColumn() language: string;
  @TextsColumn() participationForms: string[];
  @Column({ type: 'integer', nullable: true }) hoursPerMonth: number | null;
  @TextsColumn() dayParts: string[];
  /** another one than that of the region */
  @OptionalReferenceColumn() responsibleOrganisationId: string | null;
  @Column({ type: 'timestamptz' }) createdAt: string;
  /** follows their departures; set by the database */
  @DayColumn({ nullable: true, insert: false, update: false }) deceasedOn: PlainDate | null;
  /** what was kept of them is gone since; set by the database */
  @DayColumn({ nullable: true, insert: false, update: false }) erasedOn: PlainDate | null;
}

@Entity('person_details')
export class PersonDetailsEntity {
  @PrimaryColumn({ type: 'uuid' }) personId: string;
  @TextColumn() givenName: string;
  @OptionalTextColumn() infix: string | null;
  @TextColumn() familyName: string;
  @GeneratedTextColumn() displayName: string;
  @GeneratedTextColumn() sortName: string;
}

@Entity('person_contacts')
export class PersonContactEntity {
  @PrimaryColumn({ type: 'uuid' }) personId: string;
  @OptionalTextColumn() email: string | null;
  @OptionalTextColumn() phone: string | null;
}

/** What a region wrote of a person. It stays with the region when they move. */
@Entity('person_notes')
export class PersonNoteEntity {
  @PrimaryColumn({ type: 'uuid' }) personId: string;
  @PrimaryColumn({ type: 'uuid' }) regionId: string;
  @TextColumn() note: string;
}

@Entity('school_ties')
export class SchoolTieEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() personId: string;
  @TextColumn() stage: string;
  @Column({ type: 'integer', nullable: true }) yearLevel: number | null;
  @Column({ type: 'integer' }) schoolYearStart: number;
  @OptionalReferenceColumn() schoolId: string | null;
  @DayColumn() confirmedOn: PlainDate;
  @DayColumn({ nullable: true }) statedExit: PlainDate | null;
  @DayColumn({ nullable: true }) exitEarliest: PlainDate | null;
  @DayColumn({ nullable: true }) exitLatest: PlainDate | null;
}
