import type { Tx } from '../../../../db/transaction.js';
import type { PartKind } from '../import.entity.js';
import type { Part } from '../rows/part.js';

/** What is looked at to know whether something has changed since an import recorded it, by its id in `$1`. */
const SAID: Readonly<Partial<Record<PartKind, string>>> = {
  ACTIVITY: `select jsonb_build_array(kind, held_on, planned_on, start_time, place, title, attendance) as said
    from activities where id = $1`,
  APPOINTMENT: `select jsonb_build_array(seat_id, person_id, period, latest_end, term_number, end_reason, perspective)
    as said from seat_appointments where id = $1`,
  BODY: `select jsonb_build_array(name, kind, purpose, level, domains, established_on, ended_on, term_months,
    max_consecutive_terms, carry_over, responsible_organisation_id) as said from advisory_bodies where id = $1`,
  NETWORK: `select jsonb_build_array(name, purpose, phase, active_from, ended_on, sectors, meeting_rhythm, mailbox,
    contact_person_id, responsible_organisation_id,
    array(select theme_id from oudernetwerk_themes where oudernetwerk_id = $1 order by 1),
    array(select municipality_id from oudernetwerk_municipalities where oudernetwerk_id = $1 order by 1)) as said
    from oudernetwerken where id = $1`,
  SEAT: `select jsonb_build_array(title, constituency, opened_on, abolished_on) as said from advisory_seats where id = $1`,
  SUPPORT: `select jsonb_build_array(organisation_id, period, hours_per_month) as said
    from support_arrangements where id = $1`,
  TREKKERSCHAP: `select jsonb_build_array(person_id, role, period, planned_end_on, end_reason) as said
    from trekkerschappen where id = $1`,
};

/** What is on record of it now; null if it is gone. */
export async function recordedNow(tx: Tx, kind: PartKind, subjectId: string): Promise<unknown> {
  const statement = SAID[kind] ?? SAID[kind.replace('_CHANGED', '') as PartKind];
  if (!statement) throw new Error(`nothing is looked at of ${kind}`);
  const [row] = await tx.query<{ said: unknown }>(statement, [subjectId]);
  return row?.said ?? null;
}

/** The parts of a row with what is on record of each, once the row is recorded. */
export async function asRecorded(tx: Tx, parts: readonly Part[]): Promise<Part[]> {
  const all: Part[] = [];
  for (const part of parts) {
    all.push({ ...part, saidAfter: await recordedNow(tx, part.kind, part.subjectId) });
  }
  return all;
}
