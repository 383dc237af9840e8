import { dayBefore, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { endsBefore, overlap, type Period } from '../../../kernel/period.js';

/** An organisation that supports a network, or stands by for it. */
export interface Engaged extends Period {
  readonly organisationId: string;
}

/** Who may be the standby caretaker of a network. */
export interface Caretakers {
  /** longest first */
  readonly supporters: readonly Engaged[];
  /** the coordinating organisation; null if there is none */
  readonly lastResort: string | null;
}

/** The days on which one organisation stands by; null: nobody can. */
export interface Turn {
  readonly period: Period;
  readonly organisationId: string | null;
}

/** The turns of all gaps, each with the standby caretakership that there is of it already. */
export function standbyOf<Row extends Engaged>(
  gaps: readonly Period[],
  standing: readonly Row[],
  caretakers: Caretakers,
): { readonly turn: Turn; readonly kept: Row | undefined }[] {
  const left = new Set([...standing].sort(byFirstDay));
  let before: string | null = null;
  return gaps.flatMap((gap) => {
    const holders = [...left].filter((row) => overlap(row, gap));
    const turns = turnsOf(gap, firstOf(gap, holders, before, caretakers), caretakers);
    before = turns.at(-1)!.organisationId;
    return turns.map((turn) => {
      const kept = holders.find(
        (row) => left.has(row) && row.organisationId === turn.organisationId && overlap(row, turn.period),
      );
      if (kept) left.delete(kept);
      return { turn, kept };
    });
  });
}

/** Support that the same organisation renews on the next day is one; longest first. */
export function supportersOf(arrangements: readonly Engaged[]): Engaged[] {
  const supporters: Engaged[] = [];
  for (const next of [...arrangements].sort(byFirstDay)) {
    const place = supporters.findIndex(
      ({ organisationId, until }) =>
        organisationId === next.organisationId && until?.add({ days: 1 }).equals(next.from),
    );
    if (place < 0) supporters.push(next);
    else supporters[place] = { ...supporters[place]!, until: next.until };
  }
  return supporters;
}

/** Who stands by keeps it. Else whoever supports it, who stood by before, or the coordinating organisation does. */
function firstOf(
  { from }: Period,
  holders: readonly Engaged[],
  before: string | null,
  caretakers: Caretakers,
): string | null {
  const holder = holders.find(({ organisationId }) => mayHold(organisationId, from, caretakers));
  const earlier = before && mayHold(before, from, caretakers) ? before : null;
  return holder?.organisationId ?? supporterOn(from, caretakers) ?? earlier ?? caretakers.lastResort;
}

/**
 * Who stands by on the days of a gap, in turn: a supporter, until their support ends. Then it passes to whoever
 * supports the network longest, else to the coordinating organisation.
 */
function turnsOf(gap: Period, first: string | null, caretakers: Caretakers): Turn[] {
  const starts: Start[] = [{ from: gap.from, organisationId: first }];
  for (let on = passesOn(starts[0]!, gap, caretakers); on; on = passesOn(starts.at(-1)!, gap, caretakers)) {
    const organisationId = supporterOn(on, caretakers) ?? caretakers.lastResort;
    // there is nobody else
    if (!organisationId) break;
    starts.push({ from: on, organisationId });
  }
  const turns = starts.filter(
    ({ organisationId }, place) => organisationId !== starts[place - 1]?.organisationId,
  );
  return turns.map(({ from, organisationId }, place) => {
    const next = turns[place + 1];
    return { organisationId, period: { from, until: next ? dayBefore(next.from) : gap.until } };
  });
}

function byFirstDay(a: Period, b: Period): number {
  return isBefore(a.from, b.from) ? -1 : isBefore(b.from, a.from) ? 1 : 0;
}

interface Start {
  readonly from: PlainDate;
  readonly organisationId: string | null;
}

/** The day after the support of whoever stands by ended, if that is in the gap. */
function passesOn(
  { from, organisationId }: Start,
  gap: Period,
  { supporters }: Caretakers,
): PlainDate | null {
  const support = supporters.find((each) => each.organisationId === organisationId && covers(each, from));
  const next = support?.until?.add({ days: 1 });
  return next && !endsBefore(gap, next) ? next : null;
}

/** Whoever supported the network and does not any more may not; nor is anybody else made to stop. */
function mayHold(organisationId: string, on: PlainDate, { supporters, lastResort }: Caretakers): boolean {
  const own = supporters.filter((each) => each.organisationId === organisationId);
  if (organisationId === lastResort || own.some((each) => covers(each, on))) return true;
  return !own.some((each) => endsBefore(each, on));
}

function supporterOn(on: PlainDate, { supporters }: Caretakers): string | undefined {
  return supporters.find((each) => covers(each, on))?.organisationId;
}

function covers(period: Period, on: PlainDate): boolean {
  return overlap(period, { from: on, until: on });
}
