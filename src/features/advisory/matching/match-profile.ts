import { raw, type Sql, sql, viewerDay } from '../../../reads/sql.js';
import { currentSeats, daysUntil, paused } from '../../ervaringsdeskundigen/profile-reach.js';

const today = sql`${viewerDay}::date`;
const lately = sql`invitations_count_since(${today})`;

/** Whether a training with a title, as a number, is valid today. */
export function isTrained(profile: Sql, title: Sql): Sql {
  return sql`coalesce(${profile}.trained_until[array_position(${profile}.trained, ${title})] >= ${today}, false)`;
}

/** Whether a stop applies to a profile; `recorded` says so for those that the database knows otherwise. */
export function isStopped(code: string, profile: Sql, recorded: (code: string) => Sql): Sql {
  switch (code) {
    case 'NOT_FOR_SEATS':
      return sql`not ${profile}.for_seats`;
    case 'PAUSED':
      return paused(profile, today);
    case 'MAX_SEATS':
      return sql`(${profile}.max_seats is not null and ${timesOf('SEATS_HELD', profile)} >= ${profile}.max_seats)`;
    default:
      return recorded(code);
  }
}

/** How often a fairness rule counts for a profile, without a limit. */
export function timesOf(code: string, profile: Sql): Sql {
  if (code === 'SEATS_HELD') return currentSeats(profile, raw('(select known_by_name from sought)'));
  const asked = sql`${profile}.asked_on`;
  return sql`(${daysUntil(asked, today)} - ${daysUntil(asked, lately)})`;
}
