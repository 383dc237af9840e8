/** The calendar year in which a school year begins, as people write it: `2026-2027`, `2026/2027`, `2026-27`. */
export function startOfSchoolYear(text: string): number | null {
  const [, first, second] = /^(20\d\d)\s*[/\p{Pd}]\s*((?:20)?\d\d)$/u.exec(text.trim()) ?? [];
  if (first === undefined || second === undefined) return null;
  const next = String(Number(first) + 1);
  return next === second || next.slice(2) === second ? Number(first) : null;
}
