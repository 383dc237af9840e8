import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  CountedVersionColumn,
  DayColumn,
  IdColumn,
  OptionalNumericColumn,
  OptionalReferenceColumn,
  OptionalTextColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
  TextsColumn,
} from '../../db/columns.js';
import type { PlainDate } from '../../kernel/clock.js';
import type { Period } from '../../kernel/period.js';

@Entity('oudernetwerken')
export class OudernetwerkEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @TextColumn() name: string;
  @OptionalTextColumn() purpose: string | null;
  /** how far it came; whether it has ended is a matter of the day */
  @TextColumn() phase: 'FORMING' | 'ACTIVE' | 'DORMANT';
  @ReferenceColumn() regionId: string;
  @TextsColumn() sectors: string[];
  @OptionalTextColumn() meetingRhythm: string | null;
  @DayColumn({ nullable: true }) activeFrom: PlainDate | null;
  @DayColumn({ nullable: true }) endedOn: PlainDate | null;
  @OptionalTextColumn() endReason: string | null;
  @OptionalReferenceColumn() contactPersonId: string | null;
  @OptionalTextColumn() mailbox: string | null;
  /** another one than that of the region */
  @OptionalReferenceColumn() responsibleOrganisationId: string | null;
  @DayColumn({ nullable: true, insert: false, update: false }) lastActivityOn: PlainDate | null;
  @Column({ type: 'timestamptz' }) createdAt: string;
}

@Entity('network_end_tasks')
export class NetworkEndTaskEntity {
  @PrimaryColumn({ type: 'uuid' }) oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @PrimaryColumn({ type: 'text' }) task: string;
  @DayColumn({ nullable: true }) doneOn: PlainDate | null;
}

@Entity('network_successions')
export class NetworkSuccessionEntity {
  @PrimaryColumn({ type: 'uuid' }) predecessorId: string;
  @PrimaryColumn({ type: 'uuid' }) successorId: string;
  @ReferenceColumn() regionId: string;
  @TextColumn() kind: string;
  @DayColumn() fromDay: PlainDate;
}

@Entity('oudernetwerk_municipalities')
export class OudernetwerkMunicipalityEntity {
  @PrimaryColumn({ type: 'uuid' }) oudernetwerkId: string;
  @PrimaryColumn({ type: 'uuid' }) municipalityId: string;
}

@Entity('oudernetwerk_themes')
export class OudernetwerkThemeEntity {
  @PrimaryColumn({ type: 'uuid' }) oudernetwerkId: string;
  @PrimaryColumn({ type: 'uuid' }) themeId: string;
}

@Entity('trekkerschappen')
export class TrekkerschapEntity {
  @IdColumn() id: string;
  @CountedVersionColumn() version: number;
  @ReferenceColumn() personId: string;
  @ReferenceColumn() oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @TextColumn() role: string;
  @PeriodColumn() period: Period;
  @DayColumn({ nullable: true }) plannedEndOn: PlainDate | null;
  @OptionalTextColumn() plannedEndReason: string | null;
  @OptionalTextColumn() endReason: string | null;
  @OptionalReferenceColumn() predecessorId: string | null;
  /** the network in which the tenure began, if that is another one */
  @OptionalReferenceColumn() lineId: string | null;
}

@Entity('caretakerships')
export class CaretakershipEntity {
  @IdColumn() id: string;
  @ReferenceColumn() oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() organisationId: string;
  @PeriodColumn() period: Period;
  @Column({ type: 'boolean' }) standby: boolean;
}

@Entity('memberships')
export class MembershipEntity {
  @IdColumn() id: string;
  @ReferenceColumn() personId: string;
  @ReferenceColumn() oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @PeriodColumn() period: Period;
  @TextColumn() perspective: string;
  /** written by the database: the region that recorded it in a network of another one */
  @OptionalReferenceColumn() readonly recordedIn: string | null;
}

@Entity('support_arrangements')
export class SupportArrangementEntity {
  @IdColumn() id: string;
  @ReferenceColumn() oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @ReferenceColumn() organisationId: string;
  @OptionalNumericColumn() hoursPerMonth: number | null;
  @PeriodColumn() period: Period;
  /** as of a membership */
  @OptionalReferenceColumn() readonly recordedIn: string | null;
}

@Entity('activities')
export class ActivityEntity {
  @IdColumn() id: string;
  @ReferenceColumn() oudernetwerkId: string;
  @ReferenceColumn() regionId: string;
  @TextColumn() kind: string;
  /** null while it is still to come */
  @DayColumn({ nullable: true }) heldOn: PlainDate | null;
  @DayColumn({ nullable: true }) plannedOn: PlainDate | null;
  @OptionalTextColumn() startTime: string | null;
  @OptionalTextColumn() place: string | null;
  @TextColumn() title: string;
  @Column({ type: 'integer', nullable: true }) attendance: number | null;
}
