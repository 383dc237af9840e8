export interface Led {
  readonly from: string;
  /** first day after, as the database has it; null = going on */
  readonly to: string | null;
  readonly planned?: string;
}

const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** The product over the distinct times of an end: one minus the fraction of those still leading that ended. */
function naiveSurvival(sample: readonly Led[], today: string): (days: number) => number {
  const lives = sample
    .filter(({ from }) => from <= today)
    .map(({ from, to }) => {
      const ended = to !== null && to <= today;
      return { days: number(ended ? to : today) - number(from), ended };
    });
  const times = [...new Set(lives.filter(({ ended }) => ended).map(({ days }) => days))];
  return (days) =>
    times
      .filter((time) => time <= days)
      .reduce((product, time) => {
        const there = lives.filter((life) => life.days >= time).length;
        const stopped = lives.filter((life) => life.ended && life.days === time).length;
        return product * (1 - stopped / there);
      }, 1);
}

function naiveMonths(today: string, count: number): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month + index, 1)).toISOString().slice(0, 10),
  );
}

/** The probabilities month by month, by the textbook and with days as numbers. */
export function naiveForecast(leading: readonly Led[], sample: readonly Led[], today: string, months = 24) {
  const survives = naiveSurvival(sample, today);
  return naiveMonths(today, months).map((month) => {
    let nobody = 1;
    for (const { from, to, planned } of leading) {
      const stops = to ?? (planned && planned >= today ? naiveNext(planned) : '9999-12-31');
      if (month < from || month >= stops) continue;
      const sofar = from < today ? number(today) - number(from) : 0;
      nobody *= 1 - survives(number(month) - number(from)) / survives(sofar);
    }
    return { month, probability: 1 - nobody };
  });
}

const naiveNext = (day: string) => new Date((number(day) + 1) * 86_400_000).toISOString().slice(0, 10);

/** Tenures with leap days, 31 July, equal lengths, an end today and ends to come. */
export const HISTORY: readonly Led[] = [
  { from: '2020-02-29', to: '2024-02-29' },
  { from: '2020-09-01', to: '2023-08-01' },
  { from: '2021-08-01', to: '2024-08-01' },
  { from: '2021-08-01', to: '2024-08-01' },
  { from: '2022-09-01', to: '2023-08-01' },
  { from: '2023-01-15', to: '2026-08-01' },
  { from: '2024-02-29', to: '2025-03-01' },
  { from: '2024-02-29', to: null },
  { from: '2024-09-01', to: '2026-11-25' },
  { from: '2025-08-01', to: '2027-08-01' },
  { from: '2026-11-25', to: null },
  { from: '2025-01-01', to: '2026-11-26' },
  { from: '2024-11-25', to: '2025-11-25' },
];
