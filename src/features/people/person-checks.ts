import type { Tx } from '../../db/transaction.js';
import { uuidOf } from '../../writes/find.js';
import { saidOf } from '../../writes/patch.js';
import type { Checks } from '../../kernel/checks.js';
import { failure } from '../../kernel/failure.js';
import { MunicipalityEntity } from '../regions/region.entity.js';
import type { PersonContactEntity, PersonDetailsEntity, PersonEntity } from './person.entity.js';
import type {
  ContactDetailsInput,
  PersonAvailabilityInput,
  PersonNameInput,
  PersonNamePatch,
} from './person.inputs.js';

type Path = readonly string[];
type Contact = Omit<PersonContactEntity, 'personId'>;

export function checkedName(checks: Checks, name: PersonNameInput, path: Path) {
  return {
    givenName: checks.name(name.givenName, [...path, 'givenName'], 100),
    infix: checks.optionalName(name.infix, [...path, 'infix'], 30),
    familyName: checks.name(name.familyName, [...path, 'familyName'], 100),
  };
}

/** What changes of a name. */
export function checkedNamePatch(checks: Checks, patch: PersonNamePatch | undefined, path: Path) {
  const name: Partial<Pick<PersonDetailsEntity, 'givenName' | 'infix' | 'familyName'>> = {};
  for (const part of ['givenName', 'familyName'] as const) {
    if (patch?.[part] !== undefined) name[part] = checks.name(patch[part], [...path, part], 100);
  }
  if (patch?.infix !== undefined) name.infix = checks.optionalName(patch.infix, [...path, 'infix'], 30);
  return name;
}

/** Null if there is no way to reach the person. */
export function checkedContact(checks: Checks, contact: ContactDetailsInput | null | undefined, path: Path) {
  const { email = null, phone = null } = checkedContactPatch(checks, contact, path);
  return email === null && phone === null ? null : { email, phone };
}

/** What changes of the contact details: null removes them all. */
export function checkedContactPatch(
  checks: Checks,
  patch: ContactDetailsInput | null | undefined,
  path: Path,
): Partial<Contact> {
  const { email, phone } = saidOf(patch, ['email', 'phone']);
  return {
    ...(email !== undefined && { email: checks.email(email, [...path, 'email']) }),
    ...(phone !== undefined && { phone: checks.phone(phone, [...path, 'phone'], 'PERSON') }),
  };
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
/** Codes for several languages, none, or one without a code. */
const NO_LANGUAGE: readonly string[] = ['mis', 'mul', 'und', 'zxx'];

/** A language that exists: each one that is in use takes a place among what profiles can have. */
export function checkedLanguage(checks: Checks, language: string, path: Path): string {
  const code = language.trim().toLowerCase();
  const exists = /^[a-z]{2,3}$/.test(code) && !NO_LANGUAGE.includes(code) && LANGUAGES.of(code);
  if (!exists) checks.refuse('BAD_LANGUAGE', path);
  return code;
}

/** What is said of the time that somebody has. */
export function checkedAvailability(
  checks: Checks,
  availability: Pick<PersonAvailabilityInput, 'hoursPerMonth' | 'dayParts'> | null | undefined,
  path: Path,
): Partial<Pick<PersonEntity, 'hoursPerMonth' | 'dayParts'>> {
  const { hoursPerMonth, dayParts } = saidOf(availability, ['hoursPerMonth', 'dayParts']);
  checks.number(hoursPerMonth, [...path, 'hoursPerMonth'], 0, 200);
  checks.list(dayParts ?? [], [...path, 'dayParts']);
  return {
    ...(hoursPerMonth !== undefined && { hoursPerMonth }),
    ...(dayParts !== undefined && { dayParts: dayParts ?? [] }),
  };
}

/** A municipality of the region itself, or of the jeugdregio that the region is part of; or the one that was `kept`. */
export async function municipalityIn(
  tx: Tx,
  regionId: string,
  id: string | null | undefined,
  path: Path,
  kept: string | null = null,
): Promise<string | null> {
  if (id == null) return null;
  const municipality = await tx.manager.findOneBy(MunicipalityEntity, {
    id: uuidOf(id, 'Municipality', path),
  });
  if (!municipality) throw failure('NOT_FOUND', path);
  if (municipality.id === kept) return kept;
  const [row] = await tx.query<{ inside: boolean }>(
    'select $2 in (select regions_below($1)) or $1 in (select regions_below($2)) as inside',
    [regionId, municipality.regionId],
  );
  if (!row?.inside) throw failure('OTHER_REGION', path);
  return municipality.id;
}
