import type { Tx } from '../../../db/transaction.js';
import { day, type PlainDate } from '../../../kernel/clock.js';
import { ask } from '../../../reads/ask.js';
import { constant, raw, sql } from '../../../reads/sql.js';
import type { AdvisoryBodyEntity } from '../advisory.entity.js';
import { RETIREMENT_MATERIAL, retirementMaterial } from './retirement-material.js';
import { retirementSchedule } from './retirement-schedule.js';
import { retirementWarning } from './retirement-words.js';

export interface LeavingRow {
  readonly appointmentId: string;
  readonly year: number;
  readonly endsOn: PlainDate;
  readonly seat: string;
  /** as the viewer may see it; a pseudonym until they were told that they are on record */
  readonly holder: string;
  readonly termNumber: number;
  readonly mayBeReappointed: boolean;
  readonly carriesOver: boolean;
}

/** A rooster van aftreden in words, as it goes into a file. */
export interface ScheduleRows {
  readonly body: string;
  readonly leaving: readonly LeavingRow[];
  /** today, by title */
  readonly vacancies: readonly { readonly seat: string; readonly since: PlainDate; readonly days: number }[];
  readonly warnings: readonly {
    readonly year: number;
    readonly message: string;
    readonly seats: readonly string[];
  }[];
  /** uuids of people who appear with their name, not only their pseudonym */
  readonly named: readonly string[];
}

interface Seat {
  readonly id: string;
  readonly title: string;
  readonly since: string | null;
}

interface Held {
  readonly id: string;
  readonly personId: string;
  readonly holder: string;
  readonly isNamed: boolean;
}

/** For viewers who fill all seats of the body: with fewer it would be wrong. */
export async function scheduleRows(
  tx: Tx,
  { id, name }: Pick<AdvisoryBodyEntity, 'id' | 'name'>,
  years: { readonly fromYear: number; readonly toYear: number },
): Promise<ScheduleRows> {
  const body = constant(id);
  const [found] = await ask<{ material: unknown }>(
    tx,
    sql`select ${retirementMaterial(raw('b'))} as material from advisory_bodies b where b.id = ${body}`,
  );
  const seats = await tx.query<Seat>(
    `select s.id, s.title, seat_vacant_since(s.opened_on, s.abolished_on, s.held, $2)::text as since from advisory_seats s
     where s.body_id = $1 order by s.sort_title, s.id`,
    [id, tx.today.toString()],
  );
  const held = await tx.query<Held>(
    `select a.id, p.id as "personId", coalesce(d.display_name, p.pseudonym) as holder,
       d.person_id is not null as "isNamed"
     from seat_appointments a join people p on p.id = a.person_id
     left join person_details d on d.person_id = p.id and not awaits_notice(p.id)
     where a.body_id = $1`,
    [id],
  );
  const titles = new Map(seats.map((seat) => [seat.id, seat.title]));
  const holders = new Map(held.map((each) => [each.id, each]));
  const material = RETIREMENT_MATERIAL.check(found!.material);
  const schedule = retirementSchedule(material, years, tx.today);
  const leaving = schedule.flatMap((year) => year.leaving);
  return {
    body: name,
    leaving: leaving.map(({ seatId, ...each }) => {
      const { holder } = holders.get(each.appointmentId)!;
      return { ...each, holder, year: each.endsOn.year, seat: titles.get(seatId)! };
    }),
    vacancies: seats.flatMap(({ title, since }) =>
      since ? [{ seat: title, since: day(since), days: day(since).until(tx.today).days }] : [],
    ),
    warnings: schedule.flatMap(({ year, warnings }) =>
      warnings.map(({ code, seatIds }) => ({
        year,
        message: retirementWarning(code, tx.viewer.locale, seatIds.length, material),
        seats: seatIds.map((seatId) => titles.get(seatId)!),
      })),
    ),
    named: leaving.flatMap(({ appointmentId }) => {
      const { personId, isNamed } = holders.get(appointmentId)!;
      return isNamed ? [personId] : [];
    }),
  };
}
