import { v7 as uuid } from 'uuid';
import { In, LessThanOrEqual } from 'typeorm';
import { insert, remove } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { find } from '../../../writes/find.js';
import { isSame } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { checkedLanguage } from '../../people/person-checks.js';
import { RegionEntity, ThemeEntity } from '../../regions/region.entity.js';
import type { SeatRequirementInput } from './advisory-seat.inputs.js';
import { type AdvisorySeatEntity, SeatRequirementEntity } from '../advisory.entity.js';

type Path = readonly string[];
type Asked = Pick<SeatRequirementEntity, 'kind' | 'strength' | 'value' | 'label' | 'themeId' | 'placeId'>;

const MOST = 50;

type Seat = Pick<AdvisorySeatEntity, 'id' | 'bodyId' | 'regionId'>;

/** Replaces the requirements of a seat; false if they were these already. */
export async function setRequirements(
  tx: Tx,
  seat: Seat,
  inputs: readonly SeatRequirementInput[],
  path: Path,
): Promise<boolean> {
  const before = await tx.manager.findBy(SeatRequirementEntity, { seatId: seat.id });
  const asked = await checkedRequirements(tx, inputs, before, path);
  if (isSame(before.map(spelt).sort(), asked.map(spelt).sort())) return false;
  remove(tx, SeatRequirementEntity, { seatId: seat.id });
  addRequirements(tx, [seat], asked);
  return true;
}

/** The same requirements for each of these seats, which have none yet. */
export function addRequirements(tx: Tx, seats: readonly Seat[], asked: readonly Asked[]): void {
  const rows = seats.flatMap(({ id: seatId, bodyId, regionId }) =>
    asked.map((each) => ({ id: uuid(), seatId, bodyId, regionId, ...each })),
  );
  if (rows.length > 0) insert(tx, SeatRequirementEntity, rows);
}

function spelt({ kind, value, strength, label }: Asked): string {
  return JSON.stringify([kind, value, strength, label]);
}

/** What somebody asks of seats, once it is checked; a retired theme only where it was asked `before`. */
export async function checkedRequirements(
  tx: Tx,
  inputs: readonly SeatRequirementInput[],
  before: readonly Asked[],
  path: Path,
): Promise<Asked[]> {
  const checks = new Checks();
  if (inputs.length > MOST) checks.refuse('TOO_MANY_ITEMS', path, { limit: MOST });
  const asked: Asked[] = [];
  for (const [index, input] of inputs.entries()) {
    asked.push(await requirement(tx, checks, input, [...path, String(index)]));
  }
  checks.done();
  const folded = await tx.query<{ value: string }>(
    'select fold(title) as value from unnest($1::text[]) with ordinality given (title, place) order by place',
    [asked.map(({ label }) => label ?? '')],
  );
  const compared = asked.map((each, index) => (each.label ? { ...each, value: folded[index]!.value } : each));
  refuseDoubles(checks, compared, path);
  await refuseRetired(tx, checks, compared, before, path);
  checks.done();
  return compared;
}

/** One requirement; the title of a training is still as it was written. */
async function requirement(tx: Tx, checks: Checks, input: SeatRequirementInput, path: Path): Promise<Asked> {
  const { strength, themeId, domain, level, regionId, language, dayPart, training, perspective } = input;
  const bare = { strength, label: null, themeId: null, placeId: null };
  const given: Asked[] = [];
  if (themeId != null) {
    const { id } = await find(tx, ThemeEntity, themeId, [...path, 'themeId']);
    given.push({ ...bare, kind: 'THEME', value: id, themeId: id });
  }
  if (regionId != null) {
    const { id } = await find(tx, RegionEntity, regionId, [...path, 'regionId']);
    given.push({ ...bare, kind: 'REGION', value: id, placeId: id });
  }
  if (domain != null) given.push({ ...bare, kind: 'DOMAIN', value: domain });
  if (level != null) given.push({ ...bare, kind: 'LEVEL', value: level });
  if (dayPart != null) given.push({ ...bare, kind: 'DAY_PART', value: dayPart });
  if (perspective != null) given.push({ ...bare, kind: 'PERSPECTIVE', value: perspective });
  if (language != null) {
    const code = checkedLanguage(checks, language, [...path, 'language']);
    given.push({ ...bare, kind: 'LANGUAGE', value: code });
  }
  if (training != null) {
    const title = checks.text(training, [...path, 'training'], 200);
    given.push({ ...bare, kind: 'TRAINING', value: title, label: title });
  }
  if (given.length !== 1) checks.refuse('ONE_REQUIREMENT', path);
  return given[0] ?? { ...bare, kind: '', value: '' };
}

function refuseDoubles(checks: Checks, asked: readonly Asked[], path: Path): void {
  const seen = new Set<string>();
  asked.forEach(({ kind, value }, index) => {
    const same = `${kind} ${value}`;
    if (seen.has(same)) checks.refuse('DUPLICATE_VALUE', [...path, String(index)]);
    seen.add(same);
  });
}

/** A retired theme may stay with a seat that already requires it; no other seat can add it. */
async function refuseRetired(
  tx: Tx,
  checks: Checks,
  asked: readonly Asked[],
  before: readonly Asked[],
  path: Path,
): Promise<void> {
  const themes = asked.flatMap(({ themeId }) => themeId ?? []);
  const retired = await tx.manager.findBy(ThemeEntity, {
    id: In(themes),
    retiredOn: LessThanOrEqual(tx.today),
  });
  for (const { id } of retired) {
    if (before.some(({ themeId }) => themeId === id)) continue;
    const index = asked.findIndex(({ themeId }) => themeId === id);
    checks.refuse('THEME_RETIRED', [...path, String(index), 'themeId']);
  }
}
