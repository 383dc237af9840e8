import { Checks } from '../../../kernel/checks.js';
import type { MergeSide } from './person-merge.entity.js';

export interface Clash {
  readonly key: string;
  readonly kind: string;
  readonly choices: readonly MergeSide[];
}

export type Decided = Clash & { readonly counts: MergeSide };

interface Choice {
  readonly clash: string;
  readonly counts: MergeSide;
}

const CHOICES = ['input', 'choices'];

/** What counts in each clash. Refused, each by its name, are those that are not decided or cannot be. */
export function decide(clashes: readonly Clash[], given: readonly Choice[]): Decided[] {
  const checks = new Checks();
  given.forEach(({ clash, counts }, index) => {
    const known = clashes.find(({ key }) => key === clash);
    if (!known?.choices.includes(counts)) checks.refuse('NO_SUCH_CHOICE', [...CHOICES, String(index)]);
  });
  const chosen = clashes.map((clash) => {
    const counts = given.filter((each) => each.clash === clash.key).at(-1)?.counts;
    if (clash.choices.length === 0) checks.refuse('MERGE_BLOCKED', CHOICES, { kind: clash.kind });
    else if (!counts) checks.refuse('MERGE_UNDECIDED', CHOICES, { kind: clash.kind });
    return { ...clash, counts: counts ?? 'SURVIVOR' };
  });
  checks.done();
  return chosen;
}
