import * as v from 'valibot';
import { type Checked, dayOrNull, JsonShape, periodEntries, periodPairs } from '../../../db/json-shape.js';

/** The input of the rules for one ervaringsdeskundige. */
export const PROFILE_FACTS = new JsonShape(
  'facts of an ervaringsdeskundige',
  v.object({
    id: v.string(),
    /** their home region */
    regionId: v.string(),
    /** the last day of their consent to be findable; null = none */
    findableUntil: dayOrNull,
    /** while it runs they are left alone */
    paused: v.nullable(v.object(periodEntries)),
    /** they are left alone in all */
    contactPaused: v.nullable(v.object(periodEntries)),
    /** titles as they are compared; both days null = it does not expire */
    trainings: v.array(
      v.object({ id: v.string(), title: v.string(), validUntil: dayOrNull, renewalFrom: dayOrNull }),
    ),
    /**
     * The days on which what they are or do clashes with the rules of a body where they sit: in their home region or below,
     * where every coordinator who keeps their record sees who sits. A seat elsewhere is hidden from some of them, and a
     * clash would tell of it: whoever records a tie with one organisation after another could find the body.
     */
    clashes: v.array(
      v.object({ appointmentId: v.string(), incompatibilityId: v.string(), ...periodEntries }),
    ),
  }),
);

export type ProfileFacts = Checked<typeof PROFILE_FACTS>;

/** JSON of the facts of the ervaringsdeskundigen $1 (uuid[]), one per row; as the system. */
export const SELECT_PROFILE_FACTS = `
  select jsonb_build_object(
    'id', e.id,
    'regionId', e.region_id,
    'findableUntil', e.findable_until,
    'paused', case when e.paused is not null
      then jsonb_build_object(${periodPairs('e.paused')}) end,
    'contactPaused', case when e.contact_paused is not null
      then jsonb_build_object(${periodPairs('e.contact_paused')}) end,
    'trainings', coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title_norm, 'validUntil', t.valid_until,
        'renewalFrom', training_renewal_from(t.valid_until))
        order by t.valid_until, t.id)
      from trainings t where t.ervaringsdeskundige_id = e.id), '[]'),
    'clashes', coalesce((
      select jsonb_agg(jsonb_build_object('appointmentId', a.id, 'incompatibilityId', tie.id, ${periodPairs('days')})
        order by lower(a.period), a.id, lower(tie.period), tie.id, days)
      from incompatibilities tie cross join seat_appointments a join advisory_bodies b on b.id = a.body_id
      cross join unnest(days_excluded(b, tie) * datemultirange(tie.period * a.period)) days
      where tie.ervaringsdeskundige_id = e.id and a.person_id = e.person_id
        and b.region_id in (select regions_below(e.region_id))), '[]'))::text as facts
  from ervaringsdeskundigen e where e.id = any ($1::uuid[])`;
