import type { Tx } from '../../db/transaction.js';
import { day, isBefore } from '../../kernel/clock.js';
import type { DomainEvent } from '../../kernel/event.js';
import { endedWithoutSuccessor } from '../oudernetwerken/oudernetwerken.events.js';
import { saveReminders, type Reminder } from './save-reminders.js';

interface Departure {
  readonly id: string;
  readonly person_id: string;
  readonly oudernetwerk_id: string;
  readonly region_id: string;
  readonly ends_on: string;
  /** nobody leads the network on the day after it, or on a later day that is known */
  readonly alone: boolean;
}

/**
 * Event listener: when a trekker stops, those who help the network hear of it at once; never the trekker who leaves.
 * An end in the past is reported only if it leaves the network without a trekker. Reported again when the end moves.
 * As the system.
 */
export async function tellDepartures(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const ended = endedWithoutSuccessor(events);
  if (ended.length === 0) return;
  const departures = await departuresOf(tx, ended);
  const news = departures.filter(({ alone, ends_on }) => alone || !isBefore(day(ends_on), tx.today));
  await saveReminders(
    tx,
    news.map((departure): Reminder => {
      const { oudernetwerk_id, region_id, person_id, ends_on } = departure;
      return {
        kind: 'DEPARTURE',
        subjectType: 'Trekkerschap',
        subjectId: departure.id,
        oudernetwerk_id,
        region_id,
        self: null,
        without: person_id,
        dueOn: day(ends_on),
        step: 0,
        facts: { byThemselves: tx.viewer.personId === person_id },
      };
    }),
  );
}

/**
 * What holds now of trekkerschappen with a recorded end: none that was taken back or handed over. As the system.
 */
export async function departuresOf(
  tx: Tx,
  trekkerschapIds: readonly string[],
): Promise<readonly Departure[]> {
  return tx.query<Departure>(
    `select first_of_tenure(t.id) as id, t.person_id, t.oudernetwerk_id, t.region_id, upper(t.period) - 1 as ends_on,
       not exists (select from trekkerschappen o where o.oudernetwerk_id = t.oudernetwerk_id and o.id <> t.id
         and o.period @> greatest(upper(t.period), $2::date) and not exists (select from absences a
           where a.oudernetwerk_id = o.oudernetwerk_id and a.person_id = o.person_id
             and absent_days(a) @> greatest(upper(t.period), $2::date))) as alone
     from unnest($1::uuid[]) asked
     -- who goes on in another role stops with the last one
     cross join lateral last_of_tenure(asked) t
     join oudernetwerken n on n.id = t.oudernetwerk_id and network_status(n.phase, n.ended_on, $2::date) <> 'ENDED'
     where not upper_inf(t.period)
       -- whoever died is no news of a network
       and not exists (select from people p where p.id = t.person_id and p.deceased_on is not null)
       -- handed over: who comes next is known
       and not exists (select from trekkerschappen o where o.predecessor_id = t.id)`,
    [trekkerschapIds, tx.today.toString()],
  );
}
