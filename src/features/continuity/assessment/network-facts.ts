import * as v from 'valibot';
import { calendarDay, type Checked, dayOrNull, JsonShape, periodEntries } from '../../../db/json-shape.js';

/** The thresholds that apply to a network; the defaults are in `thresholds_of`. */
const thresholds = v.object({
  tenureGuidelineMonths: v.number(),
  /** null = no limit */
  termLimitMonths: v.nullable(v.number()),
  endsSoonMonths: v.number(),
  leaveTogetherDays: v.number(),
  supportEndingMonths: v.number(),
  inactiveDays: v.number(),
  mostRoles: v.number(),
  tieConfirmedMonths: v.number(),
  leadMonths: v.number(),
});

const tie = v.object({
  id: v.string(),
  stage: v.string(),
  sector: v.string(),
  /** null = unknown until the parent states a date */
  earliest: dayOrNull,
  latest: dayOrNull,
  confirmedOn: calendarDay,
  stated: v.boolean(),
});

const trekkerschap = v.object({
  id: v.string(),
  personId: v.string(),
  ...periodEntries,
  plannedOn: dayOrNull,
});

const absence = v.object({
  personId: v.string(),
  ...periodEntries,
  /** the last day as expected */
  expectedOn: dayOrNull,
  /** the trekkerschap of whoever leads meanwhile */
  substituteId: v.nullable(v.string()),
});

const person = v.object({
  reachable: v.boolean(),
  /** the last day on which they are left alone: nobody asks them anything */
  pausedUntil: dayOrNull,
  ties: v.array(tie),
  /** every trekkerschap of theirs, in any network */
  leads: v.array(v.object({ id: v.string(), ...periodEntries })),
  /** when they hold a seat, in any advisory body */
  seats: v.array(v.object(periodEntries)),
});

const plan = v.object({
  id: v.string(),
  trekkerschapId: v.nullable(v.string()),
  targetOn: dayOrNull,
  openedFor: dayOrNull,
  closedOn: dayOrNull,
  /** those who did not decline or withdraw, by rank */
  candidates: v.array(v.object({ id: v.string(), personId: v.string(), stage: v.string() })),
  items: v.array(
    v.object({
      id: v.string(),
      dueOn: dayOrNull,
      doneOn: dayOrNull,
      /** the last day on which their owner is left alone; null = they are not, or nobody owns it */
      ownerPausedUntil: dayOrNull,
    }),
  ),
});

/** What `continuity_facts` returns: everything the continuity rules consider, for one network. */
export const NETWORK_FACTS = new JsonShape(
  'continuity_facts',
  v.object({
    id: v.string(),
    regionId: v.string(),
    status: v.picklist(['FORMING', 'ACTIVE', 'DORMANT', 'ENDED']),
    sectors: v.array(v.string()),
    activeFrom: dayOrNull,
    /** its last day, past or planned */
    endsOn: dayOrNull,
    /** how much is left to do for that */
    endTasks: v.number(),
    createdOn: calendarDay,
    lastActivityOn: dayOrNull,
    thresholds,
    contact: v.nullable(
      v.object({
        personId: v.string(),
        reachable: v.boolean(),
        /** in this network, as trekker or member */
        roles: v.array(v.object(periodEntries)),
      }),
    ),
    trekkerschappen: v.array(trekkerschap),
    /** of trekkers, for as long as they last */
    absences: v.array(absence),
    people: v.record(v.string(), person),
    support: v.array(v.object({ id: v.string(), ...periodEntries })),
    plans: v.array(plan),
  }),
);

export type NetworkFacts = Checked<typeof NETWORK_FACTS>;
export type Thresholds = NetworkFacts['thresholds'];
export type Tie = NetworkFacts['people'][string]['ties'][number];
export type TrekkerschapFacts = NetworkFacts['trekkerschappen'][number];
export type PlanFacts = NetworkFacts['plans'][number];
export type AbsenceFacts = NetworkFacts['absences'][number];
