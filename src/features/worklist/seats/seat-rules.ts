import { earliest, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { vacantSince } from '../../advisory/seats/body-book.js';
import type { DayWatch } from '../day-watch.js';
import type { Finding } from '../findings.js';
import type { SeatFacts } from './seat-facts.js';

type Appointment = SeatFacts['appointments'][number];

/** A seat that exists, on a day without a recorded next holder. */
interface OpenSeat {
  readonly facts: SeatFacts;
  readonly watch: DayWatch;
  /** the holder on the day, including one who stays on after their term; null = it is vacant */
  readonly holder: Appointment | null;
}

type SeatRule = (seat: OpenSeat) => Finding | null;

/**
 * Months before the last day of a term, with the severity if there is no successor. Further away than these, while it
 * counts: 2.
 */
const LADDER = [
  { months: 1, severity: 5 },
  { months: 3, severity: 4 },
];

/**
 * A seat that has been vacant for longer than its body finds acceptable is worse than one that fell vacant recently.
 */
const seatVacant: SeatRule = ({ facts, watch, holder }) => {
  if (holder) return null;
  const ended = facts.appointments.flatMap(({ until }) => (until && watch.hasPassed(until) ? until : []));
  const since = vacantSince(facts.openedOn, ended);
  const dueOn = since.add({ days: facts.vacancyDays });
  return {
    code: 'SEAT_VACANT',
    severity: watch.hasPassed(dueOn) ? 6 : 3,
    since,
    dueOn,
    evidence: [seat(facts)],
    action: { code: 'FILL_SEAT', on: seat(facts) },
  };
};

const termEnds: SeatRule = ({ facts, watch, holder }) => {
  if (!holder || watch.hasPassed(holder.latestEnd)) return null;
  const last = earliest(holder.latestEnd, holder.until ?? holder.latestEnd);
  if (isGone(facts, last.add({ days: 1 }))) return null;
  const from = last.subtract({ months: facts.endsSoonMonths });
  if (!watch.hasCome(from)) return null;
  const step = LADDER.find(({ months }) => watch.hasCome(last.subtract({ months })));
  return {
    code: 'TERM_ENDS',
    severity: step?.severity ?? 2,
    since: from,
    dueOn: last,
    evidence: [appointment(holder)],
    action: whoIsNext(facts, watch, holder),
  };
};

const carriedOver: SeatRule = ({ facts, watch, holder }) => {
  if (!holder || !watch.hasPassed(holder.latestEnd)) return null;
  const tooLong = watch.hasPassed(holder.latestEnd.add({ days: facts.vacancyDays }));
  return {
    code: 'CARRIED_OVER',
    severity: tooLong ? 6 : 4,
    since: holder.latestEnd.add({ days: 1 }),
    dueOn: holder.latestEnd,
    evidence: [appointment(holder)],
    action: whoIsNext(facts, watch, holder),
  };
};

/** The holder is still away. Nothing ends by the expected day: somebody asks, whoever comes after them. */
const holderOverdue: SeatRule = ({ watch, holder }) => {
  const expectedOn = holder?.away.find((each) => watch.covers(each))?.expectedOn;
  if (!holder || !expectedOn || !watch.hasPassed(expectedOn)) return null;
  return {
    code: 'HOLDER_OVERDUE',
    severity: 2,
    since: expectedOn.add({ days: 1 }),
    dueOn: expectedOn,
    evidence: [appointment(holder)],
    action: { code: 'ASK_ABSENT_HOLDER', on: appointment(holder) },
  };
};

const SEAT_RULES: readonly SeatRule[] = [seatVacant, termEnds, carriedOver, holderOverdue];

/** What a seat needs on the day of the watch: nothing while it does not exist, and nobody while a next holder is recorded. */
export function seatFindings(facts: SeatFacts, watch: DayWatch): Finding[] {
  const { appointments, openedOn, abolishedOn, bodyEndedOn } = facts;
  if (!watch.hasCome(openedOn)) return [];
  if ([abolishedOn, bodyEndedOn].some((gone) => gone && watch.hasCome(gone))) return [];
  const holder = appointments.find((each) => watch.covers(each)) ?? null;
  const isFollowed = appointments.some(({ from }) => !watch.hasCome(from));
  const rules = isFollowed ? [holderOverdue] : SEAT_RULES;
  return rules.flatMap((rule) => rule({ facts, watch, holder }) ?? []);
}

/** Whoever leaves, or is left alone, is not asked to stay. */
function whoIsNext(facts: SeatFacts, watch: DayWatch, holder: Appointment): Finding['action'] {
  const { leaves, pausedUntil } = holder;
  const isPaused = pausedUntil !== null && !watch.hasPassed(pausedUntil);
  return leaves || isPaused
    ? { code: 'FILL_SEAT', on: seat(facts) }
    : { code: 'REAPPOINT_OR_REPLACE', on: appointment(holder) };
}

function isGone({ abolishedOn, bodyEndedOn }: SeatFacts, on: PlainDate): boolean {
  return [abolishedOn, bodyEndedOn].some((gone) => gone && !isBefore(on, gone));
}

function seat({ id }: SeatFacts) {
  return { type: 'AdvisorySeat', id };
}

function appointment({ id }: Appointment) {
  return { type: 'SeatAppointment', id };
}
