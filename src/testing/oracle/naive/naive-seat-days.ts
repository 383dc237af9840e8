import { covers, monthsAfter } from './naive-days.js';
import type { NaiveRows, Row } from './naive-rows.js';

/** The days before and after one. */
export function dayAfter(day: string, days = 1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The status of a seat on a day, whoever may see its holder. */
export function seatStatus(rows: NaiveRows, seat: Row, day: string): string {
  if (seat.openedOn > day) return 'FUTURE';
  if (seat.abolishedOn !== null && seat.abolishedOn <= day) return 'ABOLISHED';
  const all = holders(rows, seat);
  const held = all.find((each) => covers(each, day));
  if (!held) return 'VACANT';
  if (held.latestEnd < day) return 'CARRY_OVER';
  const { until } = held.period;
  const last: string = until !== null && until < held.latestEnd ? until : held.latestEnd;
  const isFollowed = all.some((each) => each.id !== held.id && covers(each, dayAfter(last)));
  const { endsSoonMonths } = rows.byId('AdvisoryBody', seat.bodyId)!;
  return monthsAfter(last, -(endsSoonMonths as number)) <= day && !isFollowed ? 'ENDS_SOON' : 'FILLED';
}

/** The first day of the vacancy on a day; null = it is not vacant. */
export function vacantSince(rows: NaiveRows, seat: Row, day: string): string | null {
  if (seatStatus(rows, seat, day) !== 'VACANT') return null;
  const free = holders(rows, seat)
    .filter(({ period }) => period.until !== null && period.until < day)
    .map(({ period }) => dayAfter(period.until as string));
  return [seat.openedOn as string, ...free].sort().at(-1)!;
}

export function holders(rows: NaiveRows, seat: Row): Row[] {
  return rows.all('everySeat').filter(({ seatId }) => seatId === seat.id);
}

/** Where an agreement between regions is on a day. */
export function agreementStatus({ answer, period }: Row, day: string): string {
  if (answer !== null && answer !== 'AGREED') return answer as string;
  if (period.until !== null && period.until < day) return 'ENDED';
  if (answer === null) return 'ASKED';
  return period.from > day ? 'AGREED' : 'IN_FORCE';
}

/** The regions in which a body works by agreement on a day, whoever may see the agreement. */
export function agreedRegions(rows: NaiveRows, body: string, day: string): string[] {
  return rows
    .all('everyAgreement')
    .filter((each) => each.bodyId === body && agreementStatus(each, day) === 'IN_FORCE')
    .map(({ regionId }) => regionId as string);
}

export function bodyStatus({ establishedOn, endedOn }: Row, day: string): string {
  if (endedOn !== null && endedOn <= day) return 'ENDED';
  return establishedOn !== null && establishedOn <= day ? 'ACTIVE' : 'FORMING';
}

/** An invitation expires on the day after its last one. */
export function invitationStatus({ status, expiresOn }: Row, day: string): string {
  return status === 'ASKED' && expiresOn < day ? 'EXPIRED' : (status as string);
}
