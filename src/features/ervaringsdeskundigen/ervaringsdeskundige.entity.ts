import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  GeneratedTextColumn,
  IdColumn,
  OptionalPeriodColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
  TextsColumn,
} from '../../db/columns.js';
import type { PlainDate } from '../../kernel/clock.js';
import type { Period } from '../../kernel/period.js';

/** Columns that triggers derive (consent, traits, seats held, invitations) are in the table beside these. */
@Entity('ervaringsdeskundigen')
export class ErvaringsdeskundigeEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() personId: string;
  /** the home region of the person; set by the database */
  @ReferenceColumn({ insert: false, update: false }) regionId: string;
  @TextColumn() pseudonym: string;
  @DayColumn() registeredOn: PlainDate;
  @TextsColumn() domains: string[];
  @TextsColumn() levels: string[];
  @Column({ type: 'boolean', nullable: true }) bringsOthersExperience: boolean | null;
  @OptionalTextColumn() bringsOthersBasis: string | null;
  @DayColumn({ nullable: true }) bringsOthersOn: PlainDate | null;
  @Column({ type: 'boolean', nullable: true }) connectsWithProfessionals: boolean | null;
  @OptionalTextColumn() connectsBasis: string | null;
  @DayColumn({ nullable: true }) connectsOn: PlainDate | null;
  @Column({ type: 'integer', nullable: true }) hoursPerMonth: number | null;
  @TextsColumn() dayParts: string[];
  @TextsColumn() meetingForms: string[];
  @TextsColumn() languages: string[];
  @TextsColumn() participationForms: string[];
  @Column({ type: 'integer', nullable: true }) maxSeats: number | null;
  @OptionalTextColumn() compensation: string | null;
  @OptionalPeriodColumn() paused: Period | null;
}

@Entity('ervaringsdeskundige_themes')
export class ErvaringsdeskundigeThemeEntity {
  @PrimaryColumn({ type: 'uuid' }) ervaringsdeskundigeId: string;
  @PrimaryColumn({ type: 'uuid' }) themeId: string;
}

@Entity('trainings')
export class TrainingEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() ervaringsdeskundigeId: string;
  @TextColumn() title: string;
  @GeneratedTextColumn() titleNorm: string;
  @TextColumn() issuer: string;
  @DayColumn() completedOn: PlainDate;
  @DayColumn({ nullable: true }) validUntil: PlainDate | null;
}

@Entity('incompatibilities')
export class IncompatibilityEntity {
  @IdColumn() id: string;
  @ReferenceColumn() ervaringsdeskundigeId: string;
  @TextColumn() kind: string;
  @OptionalReferenceColumn() organisationId: string | null;
  @OptionalReferenceColumn() municipalityId: string | null;
  @PeriodColumn() period: Period;
}

/** Append-only. */
@Entity('consents')
export class ConsentEntity {
  @IdColumn() id: string;
  @ReferenceColumn() personId: string;
  @TextColumn() purpose: string;
  @Column({ type: 'boolean' }) given: boolean;
  @TextsColumn() scopes: string[];
  @DayColumn({ nullable: true }) until: PlainDate | null;
  @TextColumn() textVersion: string;
  @TextColumn() language: string;
  @TextColumn() channel: string;
  @OptionalReferenceColumn() accountId: string | null;
  @Column({ type: 'timestamptz' }) recordedAt: string;
}
