import type { Argument } from '../../reads/argument.js';
import type { FilterRead, Row } from '../../reads/mapping.js';
import { allOf, raw, sql, viewerDay } from '../../reads/sql.js';
import { currentSeats, paused } from './profile-reach.js';

const among = (column: string): FilterRead => {
  return (profile, code) => sql`${code.code()} = any (${profile}.${raw(column)})`;
};
const stated = (column: string): FilterRead => {
  return (profile, holds) => sql`${profile}.${raw(column)} = ${raw(String(holds.value))}`;
};

/** A theme or one below it: their positions in the bit string are looked up once, whatever the number of profiles. */
const ofTheme: FilterRead = (profile, theme) => sql`(${profile}.traits
  & (select bits_of(array_agg(t.position)) from traits t where t.kind = 'THEME' and t.value in (
    select w.id::text from themes w where ${theme.uuid('Theme')}::uuid in (w.id, w.parent_id)))) <> 0::bit(512)`;

function trained(profile: Row, training: Argument) {
  const title = training.field('title');
  const state = training.field('state');
  const conditions = [
    sql`t.ervaringsdeskundige_id = ${profile}.id and t.completed_on <= ${viewerDay}::date`,
    ...(title ? [sql`t.title_norm = fold(${title.parameter}::text)`] : []),
    ...(state ? [sql`training_state(t.valid_until, ${viewerDay}::date) = ${state.code()}`] : []),
  ];
  return sql`exists (select from trainings t where ${allOf(conditions)})`;
}

/** Not paused, and with a seat left. */
const isAvailable = (profile: Row) => sql`(not ${paused(profile, sql`${viewerDay}::date`)}
  and (${profile}.max_seats is null or ${currentSeats(profile)} < ${profile}.max_seats))`;

/** `findable` is not here: it defaults to true, so the list itself handles it. */
export const PROFILE_FILTERS: Readonly<Record<string, FilterRead>> = {
  themeId: ofTheme,
  domain: among('domains'),
  level: among('levels'),
  language: (profile, language) => sql`lower(${language.parameter}::text) = any (${profile}.languages)`,
  dayPart: among('day_parts'),
  meetingForm: among('meeting_forms'),
  participationForm: among('participation_forms'),
  regionId: (profile, region) =>
    sql`${profile}.region_id in (select regions_below(${region.uuid('Region')}::uuid))`,
  training: trained,
  bringsOthersExperience: stated('brings_others_experience'),
  connectsWithProfessionals: stated('connects_with_professionals'),
  available: (profile, available) =>
    available.value ? isAvailable(profile) : sql`not ${isAvailable(profile)}`,
};
