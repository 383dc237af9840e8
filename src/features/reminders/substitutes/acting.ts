import type { Tx } from '../../../db/transaction.js';

/** Somebody acts for a person who is away, or was to. */
export interface Acting {
  readonly away: string;
  /** of the network or the body */
  readonly place: string;
  readonly isNetwork: boolean;
  readonly since: string;
  /** the last day on record */
  readonly until: string | null;
  readonly expected: string | null;
}

/**
 * Who acts for whom, and on which days: a substitute in a network, an alternate in a body. An absence that was corrected is
 * known by the id that it had first.
 */
export const ACTING = `
  select first_recorded(a.id) as absence_id, a.oudernetwerk_id, a.body_id, a.region_id, a.person_id as away_id, a.expected_until,
    acts.person_id, lower(acts.days) as since, upper(acts.days) - 1 as until
  from absences a cross join lateral (
    select s.person_id, s.period * absent_days(a) as days from trekkerschappen s where s.id = a.substitute_id
    union all
    select s.person_id, absent_days(a) from seat_alternates s where s.absence_id = a.id) acts
  where not isempty(acts.days)`;

/** Somebody, and what they were told that they act in. */
export interface ToldToAct {
  readonly absenceId: string;
  readonly personId: string;
  readonly since: string;
}

/** What they act in from that day on. As the system. */
export async function actingOf(tx: Tx, { absenceId, personId, since }: ToldToAct): Promise<Acting | null> {
  const [row] = await tx.query<Acting>(
    `select d.display_name as away, coalesce(n.name, b.name) as place, n.id is not null as "isNetwork", a.since::text, a.until::text,
       case when a.expected_until >= $4 then a.expected_until::text end as expected
     from (${ACTING}) a left join oudernetwerken n on n.id = a.oudernetwerk_id left join advisory_bodies b on b.id = a.body_id
     left join person_details d on d.person_id = a.away_id
     where a.absence_id = $1 and a.person_id = $2 and a.since = $3`,
    [absenceId, personId, since, tx.today.toString()],
  );
  return row ?? null;
}
