import type { DemoBody } from './advisory-story.js';
import type { DemoProfile } from './profile-story.js';
import type { DemoSuccession } from './succession-story.js';

/** What a demo region is made of. Offsets are months from today: -12 is a year ago, 5 is in five months. */
export interface DemoRegion {
  readonly code: string;
  readonly organisations: readonly DemoOrganisation[];
  /** key of the organisation that coordinates the region */
  readonly coordinatedBy: string;
  readonly people: readonly DemoPerson[];
  readonly networks: readonly DemoNetwork[];
  /** the people who are registered as ervaringsdeskundige */
  readonly profiles: readonly DemoProfile[];
  readonly bodies: readonly DemoBody[];
}

export interface DemoOrganisation {
  readonly key: string;
  readonly name: string;
  readonly kind: 'OUDER_JEUGDSTEUNPUNT' | 'STICHTING';
  readonly domains: readonly ('ONDERWIJS' | 'ZORG' | 'JEUGD')[];
  /** code of the samenwerkingsverband PO that it belongs to */
  readonly parent?: string;
  readonly municipalities: readonly string[];
  readonly place: string;
}

/**
 * A fictional person. The family name says so: it begins with Voorbeeld, Demo or Proef ("example", "demo", "trial"),
 * and email goes to example.org, where nobody receives it.
 */
export interface DemoPerson {
  readonly key: string;
  /** given name, infix, family name */
  readonly name: readonly [given: string, infix: string | null, family: string];
  readonly municipality: string;
  readonly language?: string;
  readonly perspectives?: readonly ('OUDER' | 'JONGERE' | 'PROFESSIONAL')[];
  readonly forms?: readonly ('TREKKER' | 'LID' | 'SEAT' | 'BUDDY' | 'SURVEY' | 'SOUNDING_BOARD')[];
  readonly hours?: number;
  readonly dayParts?: readonly ('MORNING' | 'AFTERNOON' | 'EVENING' | 'WEEKEND')[];
  readonly ties?: readonly DemoTie[];
}

export interface DemoTie {
  readonly stage: string;
  readonly yearLevel: number | null;
  readonly confirmed: number;
  /** the parent stated: until the end of that month */
  readonly statedExit?: number;
  /** tied to a school of the municipality */
  readonly school?: true;
}

export interface DemoNetwork {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly sectors: readonly ('PO' | 'VO' | 'MBO' | 'JEUGD' | 'ZORG')[];
  readonly themes: readonly string[];
  readonly municipalities: readonly string[];
  readonly rhythm: 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY' | 'AS_NEEDED';
  readonly status: 'FORMING' | 'ACTIVE' | 'DORMANT' | 'ENDED';
  readonly activeFrom?: number;
  readonly ended?: { readonly at: number; readonly reason: string };
  readonly contact: string;
  readonly trekkers: readonly DemoTenure[];
  readonly members: readonly DemoMember[];
  readonly support: readonly DemoSupport[];
  readonly activities: readonly DemoActivities[];
  readonly successions?: readonly DemoSuccession[];
}

type EndReason = 'CHILD_LEFT_SCHOOL' | 'TERM_COMPLETED' | 'PERSONAL' | 'MOVED' | 'OTHER';

export interface DemoTenure {
  readonly who: string;
  readonly role: 'TREKKER' | 'CO_TREKKER';
  readonly from: number;
  /** the first day on which it is over */
  readonly until?: number;
  readonly endReason?: EndReason;
  /** until the end of that month */
  readonly planned?: { readonly at: number; readonly reason: EndReason };
  /** the trekker who handed over */
  readonly after?: string;
  /** since then, and until when as they expect */
  readonly away?: { readonly from: number; readonly expected: number };
}

export interface DemoMember {
  readonly who: string;
  readonly from: number;
  readonly until?: number;
}

export interface DemoSupport {
  readonly by: string;
  readonly hours: number;
  readonly from: number;
  readonly until?: number;
}

/** Every that many weeks, from one month to another. */
export interface DemoActivities {
  readonly kind: 'MEETING' | 'CAFE' | 'CONTACT' | 'TRAINING' | 'OTHER';
  readonly title: string;
  readonly everyWeeks: number;
  readonly from: number;
  readonly until: number;
  /** how many people attend, from … to; omitted for a contact */
  readonly attendance?: readonly [number, number];
}
