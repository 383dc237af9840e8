import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  GeneratedTextColumn,
  IdColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
  TextsColumn,
} from '../../db/columns.js';
import type { PlainDate } from '../../kernel/clock.js';
import type { Period } from '../../kernel/period.js';

/** With its own rules of procedure (reglement). */
@Entity('advisory_bodies')
export class AdvisoryBodyEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @TextColumn() name: string;
  @GeneratedTextColumn() sortName: string;
  @TextColumn() kind: string;
  @ReferenceColumn() regionId: string;
  @OptionalTextColumn() purpose: string | null;
  @TextColumn() level: string;
  @TextsColumn() domains: string[];
  /** another one than that of the region */
  @OptionalReferenceColumn() responsibleOrganisationId: string | null;
  @DayColumn({ nullable: true }) establishedOn: PlainDate | null;
  @DayColumn({ nullable: true }) endedOn: PlainDate | null;
  @Column({ type: 'integer' }) termMonths: number;
  @Column({ type: 'integer', nullable: true }) maxConsecutiveTerms: number | null;
  @Column({ type: 'integer' }) breakMonths: number;
  @Column({ type: 'boolean' }) carryOver: boolean;
  @Column({ type: 'boolean' }) replacementServesRemaining: boolean;
  @TextsColumn() incompatibleKinds: string[];
  @Column({ type: 'integer', nullable: true }) maxLeavingShare: number | null;
  @Column({ type: 'integer' }) endsSoonMonths: number;
  @Column({ type: 'integer' }) vacancyDays: number;
  @Column({ type: 'boolean' }) alternates: boolean;
}

@Entity('advisory_body_organisations')
export class AdvisoryBodyOrganisationEntity {
  @PrimaryColumn({ type: 'uuid' }) bodyId: string;
  @PrimaryColumn({ type: 'uuid' }) organisationId: string;
}

@Entity('advisory_seats')
export class AdvisorySeatEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() bodyId: string;
  @ReferenceColumn() regionId: string;
  @TextColumn() title: string;
  @GeneratedTextColumn() sortTitle: string;
  @OptionalTextColumn() constituency: string | null;
  @DayColumn() openedOn: PlainDate;
  @DayColumn({ nullable: true }) abolishedOn: PlainDate | null;
}

@Entity('seat_requirements')
export class SeatRequirementEntity {
  @IdColumn() id: string;
  @ReferenceColumn() seatId: string;
  @ReferenceColumn() bodyId: string;
  @ReferenceColumn() regionId: string;
  @TextColumn() kind: string;
  @TextColumn() strength: string;
  @TextColumn() value: string;
  @OptionalTextColumn() label: string | null;
  @OptionalReferenceColumn() themeId: string | null;
  @OptionalReferenceColumn() placeId: string | null;
}

@Entity('seat_appointments')
export class SeatAppointmentEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() seatId: string;
  @ReferenceColumn() bodyId: string;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() personId: string;
  @PeriodColumn() period: Period;
  @DayColumn() latestEnd: PlainDate;
  @Column({ type: 'integer' }) termNumber: number;
  @OptionalReferenceColumn() nominatedById: string | null;
  @OptionalReferenceColumn() nominatedByBodyId: string | null;
  @OptionalReferenceColumn() nominatedByNetworkId: string | null;
  @TextColumn() perspective: string;
  @OptionalTextColumn() endReason: string | null;
  @OptionalReferenceColumn() replacesId: string | null;
  @OptionalReferenceColumn() invitationId: string | null;
}

/** An invitation to one parent; to one under a pseudonym with the shortlist that the secretary chose from. */
@Entity('seat_invitations')
export class SeatInvitationEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() seatId: string;
  @ReferenceColumn() bodyId: string;
  @ReferenceColumn() regionId: string;
  /** null: asked by name, as a former member or by nomination */
  @OptionalReferenceColumn() ervaringsdeskundigeId: string | null;
  @OptionalReferenceColumn() formerAppointmentId: string | null;
  /** null: nominated, and has not said yes */
  @OptionalReferenceColumn() personId: string | null;
  @OptionalReferenceColumn() personRegionId: string | null;
  @ReferenceColumn() invitedBy: string;
  @OptionalReferenceColumn() askedThrough: string | null;
  @TextColumn() status: string;
  @DayColumn() askedOn: PlainDate;
  @DayColumn() expiresOn: PlainDate;
  @DayColumn({ nullable: true }) answeredOn: PlainDate | null;
  @OptionalTextColumn() answeredBy: string | null;
  @DayColumn({ nullable: true }) closedOn: PlainDate | null;
  @OptionalTextColumn() withdrawnBecause: string | null;
  @OptionalTextColumn() declineKind: string | null;
  @OptionalTextColumn() declineReason: string | null;
  /** as what they would sit there; null: nothing to choose, or no yes */
  @OptionalTextColumn() perspective: string | null;
  @OptionalTextColumn() message: string | null;
  @OptionalTextColumn() motivation: string | null;
  @Column({ type: 'jsonb' }) shortlist: unknown;
  /** of a nominee, whom nobody could ask; it stays when they are forgotten */
  @OptionalTextColumn() language: string | null;
}

/** Who is nominated, as the secretary gives it, while the invitation waits. */
@Entity('seat_nominees')
export class SeatNomineeEntity {
  @PrimaryColumn({ type: 'uuid' }) invitationId: string;
  @TextColumn() givenName: string;
  @OptionalTextColumn() infix: string | null;
  @TextColumn() familyName: string;
  @GeneratedTextColumn() displayName: string;
  @TextColumn() email: string;
  @TextColumn() source: string;
}

@Entity('person_access_log')
export class PersonAccessEntity {
  @IdColumn() id: string;
  @ReferenceColumn() personId: string;
  @ReferenceColumn() personRegionId: string;
  @Column({ type: 'timestamptz' }) happenedAt: string;
  @TextColumn() what: string;
  @TextColumn() why: string;
  @OptionalReferenceColumn() accountId: string | null;
  @OptionalReferenceColumn() bodyId: string | null;
  @OptionalReferenceColumn() invitationId: string | null;
}
