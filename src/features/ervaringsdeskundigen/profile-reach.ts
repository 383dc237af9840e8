import type { Row } from '../../reads/mapping.js';
import { type Parameter, sql, type Sql, viewerDay } from '../../reads/sql.js';
import { isAmong, isOwnOrManaged, viewerIds } from '../access/viewer-reach.js';

/** Whether an ervaringsdeskundige consents to be findable on a day; null without a consent. */
export function findableOn(profile: Row, day: Parameter): Sql {
  return sql`${profile}.findable_until >= ${day}::date`;
}

/** Whether an ervaringsdeskundige consents to be findable today. */
export function findable(profile: Row): Sql {
  return sql`coalesce(${findableOn(profile, viewerDay)}, false)`;
}

/** Whether the profile is the viewer's own, or that of a person whose home region they coordinate. */
export function keepsProfile(profile: Row): Sql {
  return isOwnOrManaged(sql`${profile}.person_id`, sql`${profile}.region_id`);
}

/**
 * Whether the viewer may know which person a profile belongs to. Seeing both is not enough: a person known by name
 * from a network has not agreed to be known as the owner of this profile. Accepting an invitation of the viewer's
 * body discloses it, until that is settled; and then for as long as they hold the resulting seat.
 */
export function knowsWhose(profile: Row): Sql {
  return sql`(${keepsProfile(profile)}
    or ${profile}.engaged_bodies && ${viewerIds('bodies')}
    or exists (select from seat_appointments held where held.known_as = ${profile}.id
      and ${isAmong(sql`held.body_id`, 'bodies')} and ${knownBySeat(sql`held`, viewerDay)}))`;
}

/** Whether an appointment makes its person known to the body on a day. */
export function knownBySeat(held: Row, day: Parameter | Sql): Sql {
  return sql`known_by_seat(${held}.period, ${held}.invitation_id, ${day}::date)`;
}

/** How many of the days in a sorted array have come; the array is null if there are none. */
export function daysUntil(days: Sql, day: Sql): Sql {
  return sql`coalesce(width_bucket(${day}, ${days}), 0)`;
}

/**
 * Seats held today, in any body: those that began minus those that ended. Without those that would tell the viewer whose
 * profile it is; most profiles have no seats, and for them nothing is looked up. `knownByName`: what
 * `seats_known_by_name` returns, for whoever needs it in several places.
 */
export function currentSeats(profile: Row, knownByName = sql`(select seats_known_by_name())`): Sql {
  const today = sql`${viewerDay}::date`;
  return sql`(${daysUntil(sql`${profile}.seat_begins`, today)} - ${daysUntil(sql`${profile}.seat_ends`, today)}
    - case when ${profile}.seat_begins is null then 0
      else coalesce((${knownByName} ->> ${profile}.id::text)::integer, 0) end)`;
}

/** Whether invitations are paused on a day, by themselves or because they are left alone in all. */
export function paused(profile: Row, day: Sql): Sql {
  return sql`(coalesce(${profile}.paused @> ${day}, false) or coalesce(${profile}.contact_paused @> ${day}, false))`;
}
