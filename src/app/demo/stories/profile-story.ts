export type DayPart = 'MORNING' | 'AFTERNOON' | 'EVENING' | 'WEEKEND';
export type Domain = 'ONDERWIJS' | 'ZORG' | 'JEUGD';
export type Level = 'KIND' | 'UITVOERING' | 'BELEID';
export type IncompatibleKind = 'EMPLOYEE' | 'COUNCIL_MEMBER' | 'BOARD_MEMBER' | 'CONTRACTOR';

/** An ervaringsdeskundige, by the key of the person. Offsets are months from today, as in `DemoRegion`. */
export interface DemoProfile {
  readonly who: string;
  readonly since: number;
  readonly themes: readonly string[];
  readonly domains: readonly Domain[];
  /** not stated if omitted; the same for day parts */
  readonly levels?: readonly Level[];
  readonly dayParts?: readonly DayPart[];
  readonly languages?: readonly string[];
  readonly hours?: number;
  readonly maxSeats?: number;
  /** whether it is true, and how that was established; not established if omitted */
  readonly bringsOthers?: Statement;
  readonly connects?: Statement;
  readonly paused?: { readonly from: number; readonly until: number };
  readonly trainings?: readonly DemoTraining[];
  readonly incompatibilities?: readonly DemoIncompatibility[];
  /** oldest first; none = not findable */
  readonly consents?: readonly DemoConsent[];
}

export interface Statement {
  readonly is: boolean;
  readonly by: 'SELF_DECLARED' | 'INTERVIEW' | 'REFERENCE' | 'TRAINING' | 'OBSERVED';
}

export interface DemoTraining {
  readonly title: string;
  readonly completed: number;
  /** the first day on which it is no longer valid; stays valid if omitted */
  readonly until?: number;
}

/** A tie to a municipality, as its employee or in its council. */
export interface DemoIncompatibility {
  readonly kind: IncompatibleKind;
  readonly municipality: string;
  readonly from: number;
}

/** Given for two years, or withdrawn. */
export interface DemoConsent {
  readonly at: number;
  readonly to: 'REGION' | 'COUNTRY' | 'TAKEN_BACK';
}
