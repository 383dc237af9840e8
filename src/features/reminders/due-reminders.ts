import type { Tx } from '../../db/transaction.js';
import { day } from '../../kernel/clock.js';
import type { Reminder } from './save-reminders.js';
import { LADDERS, stepReached } from './ladder.js';

interface DueRow {
  readonly kind: Exclude<Reminder['kind'], 'DEPARTURE'>;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly oudernetwerk_id: string;
  readonly region_id: string;
  readonly self: string | null;
  readonly without: string | null;
  readonly due_on: string;
}

/** All reminders that are due today, whether sent before or not; or those about one subject. As the system. */
export async function dueReminders(tx: Tx, subjectId: string | null = null): Promise<Reminder[]> {
  const rows = await tx.query<DueRow>(
    `select * from (${DUE}) due where $4::uuid is null or subject_id = $4`,
    [
      tx.today.toString(),
      tx.today.add({ months: 12, days: 3 }).toString(),
      tx.today.subtract({ months: 2 }).toString(),
      subjectId,
    ],
  );
  return rows.flatMap((row) => {
    const dueOn = day(row.due_on);
    const ladder = row.kind in LADDERS ? LADDERS[row.kind as keyof typeof LADDERS] : null;
    const step = ladder ? stepReached(ladder, dueOn, tx.today) : 0;
    if (step === null) return [];
    const { due_on, subject_type: subjectType, subject_id: subjectId, ...about } = row;
    return [{ ...about, subjectType, subjectId, dueOn, step }];
  });
}

/** A guideline is not asked about of who said how much longer they go on, nor a last day of who stops with everything. */
const UNSAID = `not (e.driver = 'TENURE_GUIDELINE' and coalesce(t.planned_end_on > e.expected_on, false))
    and not exists (select from departures d where d.person_id = t.person_id and d.taken_back_at is null
      and d.last_day = e.expected_on)`;

/** Who stays until the network ends is asked nothing. */
const beforeItsEnd = (day: string) => `coalesce(${day} < n.ended_on, true)`;

// $1 today; $2 and $3 the days between which a ladder can be
const DUE = `
  select 'EXPECTED_END' as kind, 'Trekkerschap' as subject_type, first_of_tenure(t.id) as subject_id, t.oudernetwerk_id, t.region_id,
    t.person_id as self, null::uuid as without, e.expected_on as due_on
  from expected_ends e join trekkerschappen t on t.id = e.trekkerschap_id
  join oudernetwerken n on n.id = t.oudernetwerk_id and network_status(n.phase, n.ended_on, $1::date) <> 'ENDED'
  where t.period @> $1::date and e.expected_on between $3::date and $2::date
    and ${beforeItsEnd('e.expected_on')} and ${UNSAID}
  union all
  select 'SUPPORT_ENDING', 'SupportArrangement', first_of_support(s.id), s.oudernetwerk_id, s.region_id, null, null, upper(s.period) - 1
  from support_arrangements s join oudernetwerken n on n.id = s.oudernetwerk_id
    and ${beforeItsEnd('upper(s.period) - 1')}
  where upper(s.period) - 1 between $3::date and $2::date
    and calendar_day('SUPPORT_END', first_of_support(s.id), $1::date) = upper(s.period) - 1
  union all
  select 'HANDOVER_OVERDUE', 'SuccessionPlan', p.id, p.oudernetwerk_id, p.region_id, null, null, min(i.due_on)
  from handover_items i join succession_plans p on p.id = i.plan_id and p.closed_on is null
  join oudernetwerken n on n.id = p.oudernetwerk_id and network_status(n.phase, n.ended_on, $1::date) <> 'ENDED'
  where i.done_on is null and i.due_on < $1::date
  group by p.id
  union all
  select 'ABSENCE_OVERDUE', 'Absence', a.id, a.oudernetwerk_id, a.region_id, null, a.person_id, a.expected_until
  from absences a
  join oudernetwerken n on n.id = a.oudernetwerk_id and network_status(n.phase, n.ended_on, $1::date) <> 'ENDED'
  where a.expected_until < $1::date and absent_days(a) @> $1::date
  union all
  (select distinct on (s.id) 'TIE_UNCONFIRMED', 'SchoolTie', s.id, t.oudernetwerk_id, t.region_id, s.person_id, null,
    confirm.again
  from school_ties s join trekkerschappen t on t.person_id = s.person_id and t.period @> $1::date
  join oudernetwerken n on n.id = t.oudernetwerk_id and network_status(n.phase, n.ended_on, $1::date) <> 'ENDED'
  cross join lateral (select (s.confirmed_on + make_interval(months =>
    (thresholds_of(n.region_id, n.id) ->> 'tieConfirmedMonths')::integer))::date) confirm (again)
  where confirm.again < $1::date
    and not exists (select from contact_pauses c where c.person_id = s.person_id and c.period @> $1::date)
    and (s.exit_latest is null or s.exit_latest >= $1::date)
  order by s.id, lower(t.period), t.id)`;
