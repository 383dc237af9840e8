import * as v from 'valibot';
import { calendarDay, type Checked, JsonShape } from '../../../db/json-shape.js';
import type { DayWatch } from '../day-watch.js';
import type { Finding } from '../findings.js';

/** The input of the rule for one side of a change of regions. */
export const CHANGE_FACTS = new JsonShape(
  'facts of a change of regions',
  v.object({
    id: v.string(),
    regionId: v.string(),
    comes: v.boolean(),
    changesOn: calendarDay,
    foundOn: calendarDay,
    /** networks and people for whom it is still proposed */
    open: v.number(),
  }),
);

type ChangeFacts = Checked<typeof CHANGE_FACTS>;

/** JSON of the facts of the changes $1 (uuid[]), one per row; as the system. */
export const SELECT_CHANGE_FACTS = `
  select jsonb_build_object('id', c.id, 'regionId', c.region_id, 'comes', c.comes, 'changesOn', c.changes_on,
    'foundOn', c.found_on, 'open', proposed_of_change(c))::text as facts
  from region_changes c where c.id = any ($1::uuid[])`;

/** Of the region that it leaves to see who that is, of the one to which it comes to apply it; it presses once it is late. */
export function changeFindings(
  { id, comes, changesOn, foundOn, open }: ChangeFacts,
  watch: DayWatch,
): Finding[] {
  if (open === 0) return [];
  const change = { type: 'RegionChange', id };
  const severity = watch.hasCome(changesOn) ? 5 : 3;
  return [
    {
      code: comes ? 'REGION_COMES' : 'REGION_LEAVES',
      severity,
      since: foundOn,
      dueOn: changesOn,
      evidence: [change],
      action: { code: comes ? 'APPLY_CHANGE' : 'PREPARE_CHANGE', on: change },
    },
  ];
}
