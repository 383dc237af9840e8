import type { Domain, IncompatibleKind, Level } from './profile-story.js';

/** Months from today, or 1 January of the year that many years from now: what a rooster van aftreden counts in. */
export type DemoDay = number | { readonly newYear: number };

/** A body that advises or decides, with its rules. */
export interface DemoBody {
  readonly key: string;
  readonly name: string;
  readonly kind:
    'ADVIESRAAD' | 'BELEIDSTAFEL' | 'OPR' | 'CLIENTENRAAD' | 'OUDERRAAD' | 'KLANKBORDGROEP' | 'NETWERKGROEP';
  readonly purpose: string;
  readonly level: Level;
  readonly domains: readonly Domain[];
  /** still being set up if omitted */
  readonly established?: number;
  readonly municipality?: string;
  readonly samenwerkingsverband?: string;
  /** the region with which an agreement is in force, by its code */
  readonly agreedWith?: { readonly region: string; readonly since: number; readonly motivation: string };
  readonly rules: DemoRules;
  readonly seats: readonly DemoSeat[];
}

export interface DemoRules {
  readonly termMonths: number;
  readonly mostTerms: number;
  /** a holder stays on after their term until replaced */
  readonly carryOver: boolean;
  readonly incompatible: readonly IncompatibleKind[];
  /** percentage of its seats that may fall open in one year */
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
  /** a hard requirement */
  readonly hard?: true;
}

export interface DemoAppointment {
  readonly who: string;
  readonly from: DemoDay;
  /** the first day on which it is over */
  readonly until?: DemoDay;
  readonly endReason?: 'TERM_COMPLETED' | 'REAPPOINTED' | 'PERSONAL' | 'MOVED' | 'CHILD_LEFT_SCHOOL';
  /** number of the term among consecutive ones; the first if omitted */
  readonly term?: number;
}

/** An invitation for the seat, sent that many days ago. */
export interface DemoInvitation {
  readonly who: string;
  readonly asked: number;
  /** key of the network through which they are invited */
  readonly through?: string;
  readonly message: string;
  readonly answered?: { readonly daysAgo: number; readonly accepts: boolean; readonly reason?: string };
}
