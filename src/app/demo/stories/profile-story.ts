export type DayPart = 'MORNING' | 'AFTERNOON' | 'EVENING' | 'WEEKEND';
export type Domain = 'ONDERWIJS' | 'ZORG' | 'JEUGD';
export type Level = 'KIND' | 'UITVOERING' | 'BELEID';
export type IncompatibleKind = 'EMPLOYEE' | 'COUNCIL_MEMBER' | 'BOARD_MEMBER' | 'CONTRACTOR';

/** Somebody who speaks from experience, by the key of the person. Offsets are months from today, as in `DemoRegion`. */
export interface DemoProfile {
  readonly who: string;
  readonly since: number;
  readonly themes: readonly string[];
  readonly domains: readonly Domain[];
  /** not said when left out, as the day parts */
  readonly levels?: readonly Level[];
  readonly dayParts?: readonly DayPart[];
  readonly languages?: readonly string[];
  readonly hours?: number;
  readonly maxSeats?: number;
  /** whether it is so, and how it is known; not known when left out */
  readonly bringsOthers?: Statement;
  readonly connects?: Statement;
  readonly paused?: { readonly from: number; readonly until: number };
  readonly trainings?: readonly DemoTraining[];
  readonly incompatibilities?: readonly DemoIncompatibility[];
  /** oldest first; none = may not be found */
  readonly consents?: readonly DemoConsent[];
}

export interface Statement {
  readonly is: boolean;
  readonly by: 'SELF_DECLARED' | 'INTERVIEW' | 'REFERENCE' | 'TRAINING' | 'OBSERVED';
}

export interface DemoTraining {
  readonly title: string;
  readonly completed: number;
  /** the first day on which it is not valid any more; stays valid when left out */
  readonly until?: number;
}

/** At a municipality, as its employee or in its council. */
export interface DemoIncompatibility {
  readonly kind: IncompatibleKind;
  readonly municipality: string;
  readonly from: number;
}

/** Given for two years, or taken back. */
export interface DemoConsent {
  readonly at: number;
  readonly to: 'REGION' | 'COUNTRY' | 'TAKEN_BACK';
}
