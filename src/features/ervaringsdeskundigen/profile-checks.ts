import type { Tx } from '../../db/transaction.js';
import type { Checks } from '../../kernel/checks.js';
import type { PlainDate } from '../../kernel/clock.js';
import { furthestDay } from '../../writes/days-on-record.js';
import { checkedAvailability, checkedLanguage } from '../people/person-checks.js';
import { isSame, saidOf } from '../../writes/patch.js';
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
  /** null = a new profile */
  readonly before: ErvaringsdeskundigeEntity | null;
  /** a parent about themselves, no coordinator */
  readonly ownWords: boolean;
}

/** The columns of each statement: whether it holds, on what basis, and since which day. */
const STATEMENTS = [
  ['bringsOthersExperience', 'bringsOthersBasis', 'bringsOthersOn'],
  ['connectsWithProfessionals', 'connectsBasis', 'connectsOn'],
] as const;

/** The columns that a patch changes, except its themes; every problem goes to `checks`. */
export function checkedProfile(checks: Checks, speaking: Speaking, patch: Told, at: At): Columns {
  const changes: Columns = {};
  for (const list of ['domains', 'levels', 'participationForms'] as const) {
    if (patch[list] === undefined) continue;
    changes[list] = patch[list] ?? [];
    checks.list(changes[list], at(list));
  }
  if (patch.languages !== undefined) changes.languages = checkedLanguages(checks, patch.languages, at);
  Object.assign(changes, checkedTimes(checks, patch.availability, at('availability')));
  if (patch.compensation !== undefined) changes.compensation = patch.compensation;
  if (patch.maxSeats !== undefined) {
    checks.number(patch.maxSeats, at('maxSeats'), 0, 20);
    changes.maxSeats = patch.maxSeats;
  }
  if (patch.pausedPeriod !== undefined) changes.paused = checkedPause(checks, speaking, patch, at);
  for (const [statement, basisColumn, onColumn] of STATEMENTS) {
    const given = patch[statement];
    if (given === undefined) continue;
    const { before } = speaking;
    const stated: Statement = {
      holds: before?.[statement] ?? null,
      basis: before?.[basisColumn] ?? null,
      on: before?.[onColumn] ?? null,
    };
    const { holds, basis, on } = checkedStatement(checks, speaking, stated, given, at(statement));
    Object.assign(changes, { [statement]: holds, [basisColumn]: basis, [onColumn]: on });
  }
  return changes;
}

const MOST_LANGUAGES = 10;

function checkedLanguages(checks: Checks, languages: readonly string[], at: At): string[] {
  const path = at('languages');
  const codes = languages.map((code, index) => checkedLanguage(checks, code, [...path, String(index)]));
  checks.list(codes, path, true);
  if (codes.length > MOST_LANGUAGES) checks.refuse('TOO_MANY_ITEMS', path, { limit: MOST_LANGUAGES });
  return codes;
}

function checkedTimes(
  checks: Checks,
  availability: AvailabilityInput | null | undefined,
  path: readonly string[],
): Columns {
  const times: Columns = checkedAvailability(checks, availability, path);
  const { meetingForms } = saidOf(availability, ['meetingForms']);
  if (meetingForms === undefined) return times;
  checks.list(meetingForms ?? [], [...path, 'meetingForms']);
  return { ...times, meetingForms: meetingForms ?? [] };
}

/** A pause that is already so is not judged again: its first day may be long ago. */
function checkedPause(checks: Checks, { tx, before }: Speaking, { pausedPeriod }: Told, at: At) {
  if (!pausedPeriod) return null;
  const { from = null, until = null } = { ...before?.paused, ...saidOf(pausedPeriod, ['from', 'until']) };
  if (from === null) {
    checks.refuse('REQUIRED', [...at('pausedPeriod'), 'from']);
    return null;
  }
  const period = { from, until };
  if (isSame(period, before?.paused)) return period;
  const [first, last] = [tx.today.subtract({ years: 1 }), furthestDay(tx)];
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

/** A parent can declare things about themselves; only coordinators change what a coordinator established before. */
function checkedStatement(
  checks: Checks,
  { tx, ownWords }: Speaking,
  before: Statement,
  given: StatementInput | null,
  path: readonly string[],
): Statement {
  if (isStated(before, given)) return before;
  if (ownWords && before.basis && before.basis !== 'SELF_DECLARED') {
    checks.refuse('ESTABLISHED_BY_COORDINATOR', path);
  }
  if (!given) return { holds: null, basis: null, on: null };
  if (ownWords && given.basis !== 'SELF_DECLARED') checks.refuse('ONLY_SELF_DECLARED', [...path, 'basis']);
  checks.dayUntilToday(given.on, [...path, 'on'], tx.today.subtract({ years: 20 }), tx.today);
  return { holds: given.holds, basis: given.basis, on: given.on ?? tx.today };
}

/** Whether that was said before, on whichever day if none is given. */
function isStated(before: Statement, given: StatementInput | null): boolean {
  const on = given?.on ?? before.on;
  return isSame(before, { holds: given?.holds ?? null, basis: given?.basis ?? null, on });
}
