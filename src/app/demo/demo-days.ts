import type { PlainDate } from '../../kernel/clock.js';

/** Days relative to today, as ISO text. */
export class DemoDays {
  constructor(readonly today: PlainDate) {}

  /** the same day that many months from now, or the last day of that month */
  at(months: number): string {
    return this.month(months).toString();
  }

  endOfMonth(months: number): string {
    const day = this.month(months);
    return day.with({ day: day.daysInMonth }).toString();
  }

  /** the day before: the last day of a period that is over on the day itself */
  before(months: number): string {
    return this.month(months).subtract({ days: 1 }).toString();
  }

  /** 1 January of the year that many years from now */
  newYear(years: number): string {
    return this.today.with({ month: 1, day: 1 }).add({ years }).toString();
  }

  inDays(days: number): string {
    return this.today.add({ days }).toString();
  }

  /** a daterange from one day up to, but not including, the other */
  range(from: number, until?: number): string {
    return `[${this.at(from)},${until === undefined ? '' : this.at(until)})`;
  }

  /** the year in which the school year of that day began */
  schoolYear(months: number): number {
    const day = this.month(months);
    return day.month >= 8 ? day.year : day.year - 1;
  }

  /** a day every that many weeks, starting with the first one that is not after today */
  every(weeks: number, from: number, until: number): string[] {
    const days: string[] = [];
    const first = this.month(from);
    const weekday = 4 - first.dayOfWeek; // a Thursday, in the week of the first day or the next
    for (let day = first.add({ days: (weekday + 7) % 7 }); ; day = day.add({ weeks })) {
      const text = day.toString();
      if (text >= this.at(until)) return days;
      days.push(text);
    }
  }

  private month(months: number): PlainDate {
    return this.today.add({ months });
  }
}
