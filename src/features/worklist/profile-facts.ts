import type { PlainDate } from '../../kernel/clock.js';
import type { Period } from '../../kernel/period.js';

/** Everything that is looked at of one ervaringsdeskundige. */
export interface ProfileFacts {
  readonly id: string;
  /** their home region */
  readonly regionId: string;
  /** the last day on which they consent to be found; null = they do not */
  readonly findableUntil: PlainDate | null;
  /** while it runs they are left alone */
  readonly paused: Period | null;
  /** titles as they are compared; `validUntil` null = it stays valid */
  readonly trainings: readonly {
    readonly id: string;
    readonly title: string;
    readonly validUntil: PlainDate | null;
  }[];
}

/** JSON of the facts of the ervaringsdeskundigen $1 (uuid[]), one a row; as the system. */
export const PROFILE_FACTS = `
  select jsonb_build_object(
    'id', e.id,
    'regionId', e.region_id,
    'findableUntil', e.findable_until,
    'paused', case when e.paused is not null
      then jsonb_build_object('from', lower(e.paused), 'until', upper(e.paused) - 1) end,
    'trainings', coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title_norm, 'validUntil', t.valid_until)
        order by t.valid_until, t.id)
      from trainings t where t.ervaringsdeskundige_id = e.id), '[]'))::text as facts
  from ervaringsdeskundigen e where e.id = any ($1::uuid[])`;
