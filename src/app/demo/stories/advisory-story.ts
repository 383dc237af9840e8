import type { Domain, IncompatibleKind, Level } from './profile-story.js';

/** Months from today, or 1 January of so many years from now: what a rooster van aftreden counts in. */
export type DemoDay = number | { readonly newYear: number };

/** A body that advises or decides, with its reglement. */
export interface DemoBody {
  readonly key: string;
  readonly name: string;
  readonly kind:
    'ADVIESRAAD' | 'BELEIDSTAFEL' | 'OPR' | 'CLIENTENRAAD' | 'OUDERRAAD' | 'KLANKBORDGROEP' | 'NETWERKGROEP';
  readonly purpose: string;
  readonly level: Level;
  readonly domains: readonly Domain[];
  /** still in formation when left out */
  readonly established?: number;
  readonly municipality?: string;
  readonly samenwerkingsverband?: string;
  readonly rules: DemoRules;
  readonly seats: readonly DemoSeat[];
}

export interface DemoRules {
  readonly termMonths: number;
  readonly mostTerms: number;
  /** who is at the end of their term stays on until replaced */
  readonly carryOver: boolean;
  readonly incompatible: readonly IncompatibleKind[];
  /** percent of its seats that may leave in one year */
  readonly mostLeaving?: number;
}

export interface DemoSeat {
  readonly key: string;
  readonly title: string;
  readonly constituency?: string;
  readonly opened: DemoDay;
  readonly asks?: readonly DemoRequirement[];
  /** oldest first */
  readonly held?: readonly DemoAppointment[];
  readonly invitations?: readonly DemoInvitation[];
}

/** A theme or region by its code; a training by its title. */
export interface DemoRequirement {
  readonly kind: 'THEME' | 'DOMAIN' | 'LEVEL' | 'REGION' | 'LANGUAGE' | 'DAY_PART' | 'TRAINING';
  readonly value: string;
  /** the seat cannot do without */
  readonly hard?: true;
}

export interface DemoAppointment {
  readonly who: string;
  readonly from: DemoDay;
  /** the first day on which it is over */
  readonly until?: DemoDay;
  readonly endReason?: 'TERM_COMPLETED' | 'REAPPOINTED' | 'PERSONAL' | 'MOVED' | 'CHILD_LEFT_SCHOOL';
  /** the how manieth in a row; the first when left out */
  readonly term?: number;
}

/** Who was asked for the seat, so many days ago. */
export interface DemoInvitation {
  readonly who: string;
  readonly asked: number;
  /** key of the network through which they are asked */
  readonly through?: string;
  readonly message: string;
  readonly answered?: { readonly daysAgo: number; readonly accepts: boolean; readonly reason?: string };
}
