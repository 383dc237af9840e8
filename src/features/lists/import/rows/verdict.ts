import { Checks } from '../../../../kernel/checks.js';
import type { RowCandidate, RowChange } from '../import.entity.js';
import type { ImportOutcome } from '../import.enums.js';
import { startOfSchoolYear } from '../../../regions/school-holidays/school-year.js';
import type { KnownPerson } from './known-people.js';
import type { Said, SaidTie } from './said.js';

export interface Verdict {
  readonly outcome: keyof typeof ImportOutcome;
  readonly personId: string | null;
  readonly changes: readonly RowChange[];
}

/** What a row says, as it would be on record. */
interface Recorded {
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string | null;
}

/**
 * What a row means, given who may be meant. Somebody is known for sure by their name with their address or number; and
 * where nothing would change, whoever is meant. `holders`: who has a part already in what the row is of, which with the
 * name is as good; then a name alone is not enough.
 */
export function verdict(
  said: Said,
  candidates: readonly RowCandidate[],
  known: ReadonlyMap<string, KnownPerson>,
  holders?: ReadonlySet<string>,
): Verdict {
  const named = candidates.filter(({ reasons }) => reasons.includes('SAME_NAME'));
  const sure = named.filter(
    ({ personId, reasons }) =>
      reasons.includes('SAME_EMAIL') || reasons.includes('SAME_PHONE') || holders?.has(personId),
  );
  const [first] = sure;
  if (first && sure.length === 1) return ofPerson(said, known.get(first.personId)!);
  const same = (holders ? sure : named).find(
    ({ personId }) => changesOf(said, known.get(personId)!).length === 0,
  );
  if (same) return { outcome: 'SAME', personId: same.personId, changes: [] };
  return { outcome: candidates.length > 0 ? 'DOUBTFUL' : 'NEW', personId: null, changes: [] };
}

function ofPerson(said: Said, person: KnownPerson): Verdict {
  const changes = changesOf(said, person);
  return { outcome: changes.length > 0 ? 'CHANGES' : 'SAME', personId: person.id, changes };
}

/** What the row changes of somebody. What it does not say stays, and so does their name. */
export function changesOf(said: Said, person: KnownPerson): RowChange[] {
  const recorded = recordedAs(said);
  const changes: RowChange[] = [];
  const change = (field: RowChange['field'], from: string | null, to: string | null) =>
    changes.push({ field, from, to });
  const email = recorded.email?.toLowerCase();
  if (said.email && email !== person.email?.toLowerCase() && email !== person.pendingEmail?.toLowerCase()) {
    change('EMAIL', person.email, recorded.email);
  }
  if (said.phone && recorded.phone !== person.phone) change('PHONE', person.phone, recorded.phone);
  if (said.municipality && said.municipality.id !== person.municipalityId) {
    change('MUNICIPALITY', person.municipality, said.municipality.name);
  }
  if (said.perspectives?.some((each) => !person.perspectives.includes(each))) {
    change('PERSPECTIVE', person.perspectives.join(', '), allPerspectives(said, person).join(', '));
  }
  if (said.language && recorded.language !== person.language) {
    change('LANGUAGE', person.language, recorded.language);
  }
  if (said.note && !person.note?.includes(said.note))
    change('NOTE', person.note, noteWith(said.note, person));
  if (said.tie && !hasTie(person, said.tie)) change('YEAR_LEVEL', null, tieInWords(said.tie));
  if (said.network && !person.memberOf.includes(said.network.id)) change('NETWORK', null, said.network.name);
  return changes;
}

export function allPerspectives(said: Said, person: KnownPerson): string[] {
  return [...new Set([...person.perspectives, ...(said.perspectives ?? [])])];
}

/** What a row says in the form in which it would be recorded. */
function recordedAs({ email, phone, language }: Said): Recorded {
  const checks = new Checks();
  return {
    email: checks.email(email, []),
    phone: checks.phone(phone, [], 'PERSON'),
    language: language && language.trim().toLowerCase(),
  };
}

/** Notes are added to: somebody wrote what is there. */
export function noteWith(note: string, person: KnownPerson): string {
  return person.note ? `${person.note}\n${note}` : note;
}

function hasTie({ ties }: KnownPerson, said: SaidTie): boolean {
  const from = startOfSchoolYear(said.schoolYear);
  return ties.some((tie) =>
    'exit' in said
      ? tie.exit === said.exit.toString()
      : tie.stage === said.stage && tie.yearLevel === said.yearLevel && tie.from === from,
  );
}

function tieInWords(tie: SaidTie): string {
  if ('exit' in tie) return tie.exit.toString();
  return [tie.stage, tie.yearLevel, tie.schoolYear].filter((part) => part !== null).join(' ');
}
