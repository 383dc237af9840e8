import type { PlainDate } from '../../../kernel/clock.js';
import type { Period } from '../../../kernel/period.js';
import { readFactsJson } from '../../worklist/facts-json.js';

/** What counts for a network; see DOMAIN.md and `thresholds_of` in the migrations for the defaults. */
export interface Thresholds {
  readonly tenureGuidelineMonths: number;
  /** null = no limit */
  readonly termLimitMonths: number | null;
  readonly endsSoonMonths: number;
  readonly leaveTogetherDays: number;
  readonly supportEndingMonths: number;
  readonly inactiveDays: number;
  readonly mostRoles: number;
  readonly tieConfirmedMonths: number;
  readonly leadMonths: number;
}

export interface Tie {
  readonly id: string;
  readonly stage: string;
  readonly sector: string;
  /** null = unknown until the parent states a date */
  readonly earliest: PlainDate | null;
  readonly latest: PlainDate | null;
  readonly confirmedOn: PlainDate;
  readonly stated: boolean;
}

export interface Tenure extends Period {
  readonly id: string;
  readonly personId: string;
  readonly plannedOn: PlainDate | null;
}

interface PersonFacts {
  readonly reachable: boolean;
  readonly ties: readonly Tie[];
  /** every trekkerschap of theirs, in any network */
  readonly leads: readonly (Period & { readonly id: string })[];
  /** when they hold a seat, in any advisory body */
  readonly seats: readonly Period[];
}

export interface PlanFacts {
  readonly id: string;
  readonly trekkerschapId: string | null;
  readonly targetOn: PlainDate | null;
  readonly openedFor: PlainDate | null;
  readonly closedOn: PlainDate | null;
  /** those who did not decline or withdraw, by rank */
  readonly candidates: readonly { readonly id: string; readonly personId: string; readonly stage: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly dueOn: PlainDate | null;
    readonly doneOn: PlainDate | null;
  }[];
}

/** Everything the continuity rule looks at, of one network. */
export interface NetworkFacts {
  readonly id: string;
  readonly regionId: string;
  readonly status: 'FORMING' | 'ACTIVE' | 'DORMANT' | 'ENDED';
  readonly sectors: readonly string[];
  readonly activeFrom: PlainDate | null;
  readonly createdOn: PlainDate;
  readonly lastActivityOn: PlainDate | null;
  readonly thresholds: Thresholds;
  readonly contact: {
    readonly personId: string;
    readonly reachable: boolean;
    /** in this network, as trekker or member */
    readonly roles: readonly Period[];
  } | null;
  readonly trekkerschappen: readonly Tenure[];
  readonly people: Readonly<Record<string, PersonFacts>>;
  readonly support: readonly (Period & { readonly id: string })[];
  readonly plans: readonly PlanFacts[];
}

/** Facts from the JSON of `continuity_facts`. */
export function readFacts(json: string): NetworkFacts {
  return readFactsJson(json) as NetworkFacts;
}
