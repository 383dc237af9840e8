import type { Tx } from '../../db/transaction.js';
import type { Checks } from '../../kernel/checks.js';
import type { PlainDate } from '../../kernel/clock.js';
import { checkedAvailability, checkedLanguage } from '../people/person-checks.js';
import type { ErvaringsdeskundigeEntity } from './ervaringsdeskundige.entity.js';
import type {
  AvailabilityInput,
  ErvaringsdeskundigePatch,
  StatementInput,
} from './ervaringsdeskundige.inputs.js';

/** What an input states about a profile: a patch, or a registration. */
type Told = { readonly [Field in keyof ErvaringsdeskundigePatch]: ErvaringsdeskundigePatch[Field] };
type At = (field: string) => readonly string[];
type Columns = Partial<ErvaringsdeskundigeEntity>;

/** The current state of a profile, and who changes it. */
interface Speaking {
  readonly tx: Tx;
  /** the statements as they are; null = a new profile */
  readonly before: Pick<ErvaringsdeskundigeEntity, 'bringsOthersBasis' | 'connectsBasis'> | null;
  /** a parent about themselves, no coordinator */
  readonly ownWords: boolean;
}

/** The columns that a patch changes, except its themes; every problem goes to `checks`. */
export function checkedProfile(checks: Checks, speaking: Speaking, patch: Told, at: At): Columns {
  const changes: Columns = {};
  for (const list of ['domains', 'levels', 'participationForms'] as const) {
    if (patch[list] === undefined) continue;
    changes[list] = patch[list] ?? [];
    checks.list(changes[list], at(list));
  }
  if (patch.languages !== undefined) changes.languages = checkedLanguages(checks, patch.languages, at);
  if (patch.availability !== undefined) {
    Object.assign(changes, checkedTimes(checks, patch.availability, at('availability')));
  }
  if (patch.compensation !== undefined) changes.compensation = patch.compensation;
  if (patch.maxSeats !== undefined) {
    checks.number(patch.maxSeats, at('maxSeats'), 0, 20);
    changes.maxSeats = patch.maxSeats;
  }
  if (patch.pausedPeriod !== undefined) changes.paused = checkedPause(checks, speaking.tx, patch, at);
  const { bringsOthersExperience: brings, connectsWithProfessionals: connects } = patch;
  if (brings !== undefined) {
    const { holds, basis, on } = checkedStatement(
      checks,
      speaking,
      speaking.before?.bringsOthersBasis,
      brings,
      at('bringsOthersExperience'),
    );
    Object.assign(changes, { bringsOthersExperience: holds, bringsOthersBasis: basis, bringsOthersOn: on });
  }
  if (connects !== undefined) {
    const { holds, basis, on } = checkedStatement(
      checks,
      speaking,
      speaking.before?.connectsBasis,
      connects,
      at('connectsWithProfessionals'),
    );
    Object.assign(changes, { connectsWithProfessionals: holds, connectsBasis: basis, connectsOn: on });
  }
  return changes;
}

const MOST_LANGUAGES = 10;

function checkedLanguages(checks: Checks, languages: string[] | null, at: At): string[] {
  const path = at('languages');
  const codes = (languages ?? []).map((code, index) =>
    checkedLanguage(checks, code, [...path, String(index)]),
  );
  checks.list(codes, path, true);
  if (codes.length > MOST_LANGUAGES) checks.refuse('TOO_MANY_ITEMS', path, { limit: MOST_LANGUAGES });
  return codes;
}

function checkedTimes(
  checks: Checks,
  availability: AvailabilityInput | null,
  path: readonly string[],
): Pick<ErvaringsdeskundigeEntity, 'hoursPerMonth' | 'dayParts' | 'meetingForms'> {
  const meetingForms = availability?.meetingForms ?? [];
  checks.list(meetingForms, [...path, 'meetingForms']);
  return { ...checkedAvailability(checks, availability, path), meetingForms };
}

function checkedPause(checks: Checks, tx: Tx, { pausedPeriod }: Told, at: At) {
  if (!pausedPeriod) return null;
  const period = { from: pausedPeriod.from, until: pausedPeriod.until ?? null };
  const [first, last] = [tx.today.subtract({ years: 1 }), tx.today.add({ years: 10 })];
  checks.day(period.from, [...at('pausedPeriod'), 'from'], first, last);
  checks.day(period.until, [...at('pausedPeriod'), 'until'], first, last);
  checks.period(period, [...at('pausedPeriod'), 'until']);
  return period;
}

interface Statement {
  readonly holds: boolean | null;
  readonly basis: string | null;
  readonly on: PlainDate | null;
}

/** A parent can declare things about themselves; only coordinators change what a coordinator established. */
function checkedStatement(
  checks: Checks,
  { tx, ownWords }: Speaking,
  basisBefore: string | null | undefined,
  given: StatementInput | null,
  path: readonly string[],
): Statement {
  if (ownWords && basisBefore && basisBefore !== 'SELF_DECLARED') {
    checks.refuse('ESTABLISHED_BY_COORDINATOR', path);
  }
  if (!given) return { holds: null, basis: null, on: null };
  if (ownWords && given.basis !== 'SELF_DECLARED') checks.refuse('ONLY_SELF_DECLARED', [...path, 'basis']);
  checks.dayUntilToday(given.on, [...path, 'on'], tx.today.subtract({ years: 20 }), tx.today);
  return { holds: given.holds, basis: given.basis, on: given.on ?? tx.today };
}
