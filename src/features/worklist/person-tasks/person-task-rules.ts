import * as v from 'valibot';
import {
  calendarDay,
  type Checked,
  dayOrNull,
  JsonShape,
  periodEntries,
  periodPairs,
} from '../../../db/json-shape.js';
import type { DayWatch } from '../day-watch.js';
import type { ActionCode, Finding, FindingCode } from '../findings.js';

const KINDS = [
  'DIED',
  'STOPPED',
  'DEATH_TAKEN_BACK',
  'STOP_TAKEN_BACK',
  'NOTICE',
  'LETTER',
  'MOVED_AWAY',
  'MOVED_HERE',
  'MOVE_TAKEN_BACK',
  'REGION_CHANGES',
  'CHANGE_IS_OFF',
] as const;

/** The input of the rule for one task. */
export const TASK_FACTS = new JsonShape(
  'facts of a task',
  v.object({
    id: v.string(),
    regionId: v.string(),
    kind: v.picklist(KINDS),
    madeOn: calendarDay,
    dueOn: calendarDay,
    doneOn: dayOrNull,
    /** they are left alone meanwhile */
    paused: v.nullable(v.object(periodEntries)),
  }),
);

type TaskFacts = Checked<typeof TASK_FACTS>;

/** JSON of the facts of the tasks $1 (uuid[]), one per row; as the system. */
export const SELECT_TASK_FACTS = `
  select jsonb_build_object('id', t.id, 'regionId', t.region_id, 'kind', t.kind, 'madeOn', t.made_on, 'dueOn', t.due_on,
    'doneOn', t.done_on, 'paused', (select jsonb_build_object(${periodPairs('c.period')}) from contact_pauses c
      where c.person_id = t.person_id))::text as facts
  from person_tasks t where t.id = any ($1::uuid[])`;

interface Told {
  readonly code: FindingCode;
  readonly severity: number;
  readonly action: ActionCode;
}

/** A death goes before everything but a network that falls apart today. */
const TOLD: Readonly<Record<TaskFacts['kind'], Told>> = {
  DIED: { code: 'PERSON_DIED', severity: 7, action: 'FEEL_WITH_FAMILY' },
  DEATH_TAKEN_BACK: { code: 'DEATH_TAKEN_BACK', severity: 7, action: 'TELL_BY_TELEPHONE' },
  STOPPED: { code: 'PERSON_STOPPED', severity: 3, action: 'TELL_WHO_STOPPED' },
  STOP_TAKEN_BACK: { code: 'STOP_TAKEN_BACK', severity: 3, action: 'TELL_WHO_GOES_ON' },
  NOTICE: { code: 'NOTICE_OWED', severity: 4, action: 'TELL_WITH_CARE' },
  LETTER: { code: 'LETTER_WAITS', severity: 3, action: 'SEND_LETTER' },
  MOVED_AWAY: { code: 'PERSON_MOVED_AWAY', severity: 2, action: 'ASK_TO_INTRODUCE' },
  MOVED_HERE: { code: 'PERSON_MOVED_HERE', severity: 2, action: 'WELCOME' },
  REGION_CHANGES: { code: 'TELL_OF_CHANGE', severity: 3, action: 'TELL_BY_LETTER' },
  CHANGE_IS_OFF: { code: 'TELL_CHANGE_IS_OFF', severity: 3, action: 'TELL_IT_IS_OFF' },
  MOVE_TAKEN_BACK: { code: 'MOVE_TAKEN_BACK', severity: 2, action: 'READ_WHO_STAYS' },
};

/** What somebody is written or asked for, and so waits while they are left alone. */
const RESTS: ReadonlySet<TaskFacts['kind']> = new Set(['LETTER', 'MOVED_AWAY', 'MOVED_HERE']);

/** What is to be done for somebody by hand; it gets more pressing once its day has passed. */
export function taskFindings(facts: TaskFacts, watch: DayWatch): Finding[] {
  const { id, kind, madeOn, dueOn, doneOn, paused } = facts;
  if (doneOn || (RESTS.has(kind) && paused && watch.covers(paused))) return [];
  const { code, severity, action } = TOLD[kind];
  const task = { type: 'PersonTask', id };
  return [
    {
      code,
      severity: watch.hasPassed(dueOn) ? severity + 1 : severity,
      since: madeOn,
      dueOn,
      evidence: [task],
      action: { code: action, on: task },
    },
  ];
}
