import { day } from '../../../../kernel/clock.js';
import {
  type Away,
  dayNumber,
  dayText,
  type Held,
  holderOn,
  lastOfMonths,
  naiveNumbers,
  type NaiveRules,
  type NaiveSeat,
} from './seat-model.js';

/** The last day of a term from a day on, by the rules. */
export function naiveLatestEnd(
  held: readonly Held[],
  { seat: { id: seat }, person, from }: Pick<Wish, 'seat' | 'person' | 'from'>,
  rules: NaiveRules,
): number {
  const before = held
    .filter((each) => each.seat === seat && each.from < from)
    .sort((a, b) => b.from - a.from)[0];
  const unfinished = before && before.until < from && from <= before.latestEnd;
  return rules.replacementServesRemaining && unfinished
    ? before.latestEnd
    : fullTermEnd(held, person, from, rules);
}

/** Term after term of the person, as long as each was full, served to its end, and followed the next day. */
function fullTermEnd(
  held: readonly Held[],
  person: string,
  from: number,
  { termMonths }: NaiveRules,
): number {
  let [first, terms, last] = [NaN, 0, NaN];
  const served = held.filter((each) => each.person === person && each.from < from);
  for (const each of [...served.sort((a, b) => a.from - b.from), null]) {
    const begins = each?.from ?? from;
    if (begins !== last + 1) [first, terms] = [begins, 0];
    terms += 1;
    const end = lastOfMonths(first, terms * termMonths);
    if (!each) return end;
    last = each.latestEnd === end && each.until >= end ? end : NaN;
  }
  return NaN;
}

export interface Wish {
  readonly id?: string;
  readonly seat: NaiveSeat;
  readonly person: string;
  readonly from: number;
  readonly until: number | null;
  /** the first day that is allowed */
  readonly earliest: number;
  /** the day on which they left, or null, of one that is recorded anew */
  readonly left?: number | null;
}

/** The result of a command, or why it is refused. */
export type Outcome = { readonly refused: string } | Changed;

export interface Changed {
  readonly after: readonly Held[];
  /** as before unless it says so */
  readonly away?: readonly Away[];
}

export function naiveAppoint(held: readonly Held[], rules: NaiveRules, today: number, wish: Wish): Outcome {
  const { seat, person, from } = wish;
  if (from >= seat.abolished) return { refused: 'SEAT_ABOLISHED' };
  if (from < Math.max(seat.opened, wish.earliest) || from > tenYearsAfter(today))
    return { refused: 'DATE_OUT_OF_RANGE' };
  const term = naiveLatestEnd(held, wish, rules);
  const isNew = wish.left === undefined;
  const longest = Math.min(term, seat.abolished - 1);
  if (isNew && wish.until !== null && (wish.until < from || wish.until > longest)) {
    return { refused: 'DATE_OUT_OF_RANGE' };
  }
  const latestEnd = wish.until ?? term;
  const staying = holderOn(held, seat.id, from);
  const makesRoom = staying && staying.from < from && staying.latestEnd < from ? staying : undefined;
  const others = held.filter((each) => each !== makesRoom);
  for (let on = from; on <= (wish.left ?? latestEnd); on++)
    if (holderOn(others, seat.id, on)) return { refused: 'SEAT_TAKEN' };
  const until = wish.left ?? naturalEnd(held, rules, seat, { from, latestEnd });
  if (others.some((each) => each.person === person && each.from <= until && from <= each.until)) {
    return { refused: 'ALREADY_IN_BODY' };
  }
  const made = {
    id: wish.id ?? 'new',
    seat: seat.id,
    person,
    from,
    until,
    latestEnd,
    reason: null,
    replaces: null,
  };
  const after = [...others, ...(makesRoom ? [{ ...makesRoom, until: from - 1 }] : []), made];
  const numbers = naiveNumbers(after, rules);
  const tooMany = after.some(
    (each) =>
      each.person === person &&
      each.from >= from &&
      numbers.get(each.id)! > (rules.maxConsecutiveTerms ?? Infinity),
  );
  return tooMany ? { refused: 'TERM_LIMIT_REACHED' } : { after };
}

export function naiveReappoint(
  held: readonly Held[],
  rules: NaiveRules,
  today: number,
  of: Held,
  wish: Omit<Wish, 'earliest'>,
): Outcome {
  if (of.reason && !BY_TERM.includes(of.reason)) return { refused: 'LEFT_SEAT' };
  if (nextAfter(held, of.seat, of.from) < Infinity) return { refused: 'SEAT_TAKEN' };
  return naiveAppoint(held, rules, today, { ...wish, earliest: of.latestEnd + 1 });
}

export function naiveEnd(
  before: readonly Held[],
  rules: NaiveRules,
  today: number,
  { of, seats, on, reason }: { of: Held; seats: readonly NaiveSeat[]; on: number; reason: string },
): Outcome {
  if (of.until < today) return { refused: 'ALREADY_ENDED' };
  const held = reason === 'TERM_COMPLETED' ? before : withoutLaterTerms(before, rules, of, seats);
  const seat = seats.find(({ id }) => id === of.seat)!;
  const mayStayOn = rules.carryOver || of.until === Infinity;
  const limit = mayStayOn ? Math.max(tenYearsAfter(today), of.latestEnd) : of.latestEnd;
  const last = Math.min(limit, nextAfter(held, of.seat, of.from) - 1, seat.abolished - 1);
  if (on < (reason === 'TERM_COMPLETED' ? of.latestEnd : of.from) || on > last)
    return { refused: 'DATE_OUT_OF_RANGE' };
  const others = held.filter(({ id }) => id !== of.id);
  if (others.some((each) => each.person === of.person && each.from <= on && of.from <= each.until)) {
    return { refused: 'ALREADY_IN_BODY' };
  }
  return { after: [...others, { ...of, until: on }] };
}

/** Without what was to follow for the same person, in whichever seat of the body. */
export function withoutLaterTerms(
  held: readonly Held[],
  rules: NaiveRules,
  of: Pick<Held, 'person' | 'from'>,
  seats: readonly NaiveSeat[],
): readonly Held[] {
  return held
    .filter((each) => each.person === of.person && each.from > of.from)
    .sort((a, b) => a.from - b.from)
    .reduce(
      (left, each) =>
        without(
          left,
          rules,
          each,
          seats.find(({ id }) => id === each.seat)!,
        ),
      held,
    );
}

/** Until when somebody holds a seat if nobody ends it. */
export function naturalEnd(
  held: readonly Held[],
  rules: NaiveRules,
  seat: NaiveSeat,
  { from, latestEnd }: Pick<Held, 'from' | 'latestEnd'>,
): number {
  const ofRules = rules.carryOver ? Infinity : latestEnd;
  return Math.min(ofRules, nextAfter(held, seat.id, from) - 1, seat.abolished - 1);
}

/** Whoever left the seat for an appointment that goes holds it again. */
export function without(
  held: readonly Held[],
  rules: NaiveRules,
  of: Held,
  seat: NaiveSeat,
): readonly Held[] {
  const left = held.filter((each) => each !== of);
  const before = left.find(
    (each) => each.seat === of.seat && each.until === of.from - 1 && ROOM_MADE.includes(each.reason ?? ''),
  );
  return before ? again(left, before, rules, seat) : left;
}

export function naiveAbolish(
  held: readonly Held[],
  rules: NaiveRules,
  today: number,
  seat: NaiveSeat,
  on: number,
): Outcome {
  if (seat.abolished <= today) return { refused: 'SEAT_ABOLISHED' };
  const begun = held.filter((each) => each.seat === seat.id && each.from <= today).map(({ from }) => from);
  if (on <= Math.max(seat.opened, ...begun) || on > tenYearsAfter(today))
    return { refused: 'DATE_OUT_OF_RANGE' };
  const left = held
    .filter((each) => each.seat !== seat.id || each.from < on)
    .map((each) => (each.seat === seat.id ? { ...each, until: Math.min(each.until, on - 1) } : each));
  const short = left.find(
    (each) => each.seat === seat.id && each.reason === 'SEAT_ABOLISHED' && each.until < on - 1,
  );
  return { after: short ? again(left, short, rules, { ...seat, abolished: on }) : left };
}

export const BY_TERM = ['TERM_COMPLETED', 'REAPPOINTED', 'REPLACED', 'SEAT_ABOLISHED'];
const ROOM_MADE = ['TERM_COMPLETED', 'REAPPOINTED', 'REPLACED'];

/** The holder keeps the seat as if the other appointment had never existed, unless they have another seat by then. */
function again(held: readonly Held[], of: Held, rules: NaiveRules, seat: NaiveSeat): readonly Held[] {
  const until = naturalEnd(held, rules, seat, of);
  const others = held.filter((each) => each !== of);
  const elsewhere = others.some(
    (each) => each.person === of.person && each.from <= until && of.from <= each.until,
  );
  return elsewhere ? held : [...others, { ...of, until }];
}

/** The first day of the next holder after a day; infinite if there is none. */
export function nextAfter(held: readonly Held[], seat: string, from: number): number {
  return Math.min(
    ...held.filter((each) => each.seat === seat && each.from > from).map((each) => each.from),
    Infinity,
  );
}

export function tenYearsAfter(today: number): number {
  return dayNumber(day(dayText(today)).add({ years: 10 }).toString());
}
