import type { NaiveRows, Row } from './naive-rows.js';
import { dayAfter } from './naive-seat-days.js';

interface Days {
  readonly from: string;
  readonly until: string | null;
}

type Place = 'oudernetwerkId' | 'bodyId';

/** The days that somebody is really away, by the roles that the viewer sees: until the last one without a break. */
export function daysAway(rows: NaiveRows, absence: Row): Days | null {
  const place: Place = absence.oudernetwerkId ? 'oudernetwerkId' : 'bodyId';
  return daysInRole(rows.all(place === 'bodyId' ? 'SeatAppointment' : 'Trekkerschap'), absence, place);
}

/** The same by these roles. */
export function daysInRole(all: readonly Row[], absence: Row, place: Place): Days | null {
  const roles = all
    .filter((role) => role.personId === absence.personId && role[place] === absence[place])
    .map((role) => role.period as Days);
  const { from, until } = absence.period as Days;
  let last = roles.find((role) => covers(role, from))?.until;
  if (last === undefined) return null;
  for (let next = after(roles, last); next; next = after(roles, last)) last = next.until;
  return { from, until: last === null || (until !== null && until < last) ? until : last };
}

function after(roles: readonly Days[], last: string | null): Days | undefined {
  return last === null ? undefined : roles.find((role) => role.from === dayAfter(last));
}

function covers({ from, until }: Days, day: string): boolean {
  return from <= day && (until === null || day <= until);
}

/** The absences of whoever has a role, on days of that. */
export function absencesOf(rows: NaiveRows, role: Row, place: Place): Row[] {
  const { from, until } = role.period as Days;
  return rows
    .all('Absence')
    .filter((absence) => absence.personId === role.personId && absence[place] === role[place])
    .filter((absence) => {
      const days = daysAway(rows, absence);
      return days && (until === null || days.from <= until) && (days.until === null || from <= days.until);
    })
    .sort((a, b) => ((a.period as Days).from < (b.period as Days).from ? -1 : 1));
}
