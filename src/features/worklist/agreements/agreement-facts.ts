import * as v from 'valibot';
import {
  calendarDay,
  type Checked,
  dayOrNull,
  JsonShape,
  periodEntries,
  periodPairs,
} from '../../../db/json-shape.js';

/** The input of the rules for one agreement between regions. */
export const AGREEMENT_FACTS = new JsonShape(
  'facts of an agreement between regions',
  v.object({
    id: v.string(),
    kind: v.picklist(['TAKES_PART', 'MOVES']),
    /** proposed because municipalities change region: all of that is one piece of work */
    isOfChange: v.boolean(),
    /** the region that asked */
    homeRegionId: v.string(),
    /** the region that decides */
    regionId: v.string(),
    /** the days for which it is asked or agreed */
    ...periodEntries,
    askedOn: calendarDay,
    answer: v.nullable(v.picklist(['AGREED', 'DECLINED', 'WITHDRAWN'])),
    answeredOn: dayOrNull,
    /** the side that ended it early or called it off; null = neither */
    endedBy: v.nullable(v.picklist(['HOME', 'OTHER'])),
    /** the first day on which its body or network no longer exists; null = it stays */
    goneOn: dayOrNull,
    /** another one, asked or agreed, begins later */
    isFollowed: v.boolean(),
  }),
);

export type AgreementFacts = Checked<typeof AGREEMENT_FACTS>;

/** JSON of the facts of the agreements $1 (uuid[]), one per row; as the system. */
export const SELECT_AGREEMENT_FACTS = `
  select jsonb_build_object(
    'id', a.id,
    'kind', a.kind,
    'isOfChange', a.kind = 'MOVES' and a.asked_by is null,
    'homeRegionId', a.home_region_id,
    'regionId', a.region_id,
    ${periodPairs('a.period')},
    'askedOn', a.asked_on,
    'answer', a.answer,
    'answeredOn', a.answered_on,
    'endedBy', case a.ended_by_region_id when a.home_region_id then 'HOME' when a.region_id then 'OTHER' end,
    'goneOn', coalesce(b.ended_on, n.ended_on + 1),
    'isFollowed', exists (select from region_agreements next
      where next.subject_id = a.subject_id and next.region_id = a.region_id
        and (next.answer is null or next.answer = 'AGREED') and next.period >> a.period))::text as facts
  from region_agreements a left join advisory_bodies b on b.id = a.body_id
  left join oudernetwerken n on n.id = a.oudernetwerk_id where a.id = any ($1::uuid[])`;
