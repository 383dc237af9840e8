/** The day on which the seeded world is "now". Running tenures are without end, so they stay current after it. */
export const REFERENCE_DAY = '2026-11-01';
