const MILLISECONDS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** Milliseconds of `24h`, `30m` or `90s`; a number alone is seconds. */
export function millisecondsOf(text: string): number {
  const [, number, unit = 's'] = /^([1-9]\d{0,8})([smh])?$/.exec(text) ?? [];
  if (number) return Number(number) * MILLISECONDS[unit as keyof typeof MILLISECONDS];
  throw new Error('it looks like 24h, 30m or 90s');
}
