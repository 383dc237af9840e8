import type { Stage } from '../../../features/succession/candidates/candidate-stages.js';

/** The search for a successor to a trekker of a demo network. Offsets are months from today, as in `DemoRegion`. */
export interface DemoSuccession {
  /** key of the trekker who stops */
  readonly follows: string;
  readonly because: 'LEAD_TIME' | 'DEPARTURE' | 'BY_HAND';
  readonly opened: number;
  /** the target day; the end of a month goes with a planned end, the day before with a recorded one */
  readonly target: { readonly endOfMonth: number } | { readonly before: number };
  /** completed on that day by the appointed candidate */
  readonly completed?: number;
  readonly candidates: readonly DemoCandidate[];
  readonly handover?: readonly DemoHandoverItem[];
}

export interface DemoCandidate {
  readonly who: string;
  readonly readiness: 'NOW' | 'SIX_MONTHS' | 'TWELVE_MONTHS';
  readonly stage: Stage;
  /** day of the next step */
  readonly next?: number;
  /** declined or withdrew */
  readonly ended?: { readonly at: number; readonly reason: string };
}

/**
 * An item of the checklist, by its key. An item that is not named is open, and due the usual number of days before
 * the target.
 */
export interface DemoHandoverItem {
  readonly key: string;
  readonly owner?: string;
  /** set by hand */
  readonly due?: number;
  readonly done?: number;
}
