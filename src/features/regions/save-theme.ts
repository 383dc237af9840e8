import { v7 as uuid } from 'uuid';
import { insert, rowOf, update } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import type { UseCase } from '../../writes/use-case.js';
import { find, findLocked, uuidOf } from '../../writes/find.js';
import { about } from '../../writes/events.js';
import { isSame, newsIn, NothingChanged } from '../../writes/patch.js';
import { Checks } from '../../kernel/checks.js';
import { isBefore } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import { admins } from '../access/policies.js';
import { ThemeEntity } from './region.entity.js';
import type { ThemeCreateInput, ThemeUpdateInput } from './theme.inputs.js';

export const LONGEST_LABEL = 100;

export const createTheme: UseCase<ThemeCreateInput, { theme: string }> = {
  policy: admins,
  async run(tx, input) {
    return { theme: await makeTheme(tx, input, ['input']) };
  },
};

/** A theme that is not in the list yet, by what an input says of it at `path`; its id. */
export async function makeTheme(
  tx: Tx,
  input: Pick<ThemeCreateInput, 'code' | 'labelNl' | 'labelEn' | 'parentId'>,
  path: readonly string[],
): Promise<string> {
  const at = (field: string) => [...path, field];
  const checks = new Checks();
  const code = checks.text(input.code, at('code'), 40);
  if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(code)) checks.refuse('BAD_KEY', at('code'));
  const labelNl = checks.name(input.labelNl, at('labelNl'), LONGEST_LABEL);
  const labelEn = checks.name(input.labelEn, at('labelEn'), LONGEST_LABEL);
  checks.done();
  if (await tx.manager.existsBy(ThemeEntity, { code })) throw failure('CODE_TAKEN', at('code'));
  const parentId = input.parentId == null ? null : await widerTheme(tx, input.parentId, at('parentId'));
  const id = uuid();
  insert(tx, ThemeEntity, { id, code, labelNl, labelEn, parentId, byHand: true });
  tx.record({ name: 'theme.created', ...about('Theme', { id, regionId: null }), details: { fields: [] } });
  return id;
}

/** From then on it belongs to the national admins: the reference file no longer changes it. */
export const updateTheme: UseCase<ThemeUpdateInput, { theme: string }> = {
  policy: admins,
  async run(tx, input) {
    const theme = await findLocked(tx, ThemeEntity, input);
    const { id } = theme;
    const { patch } = input;
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes: Partial<ThemeEntity> = {};
    for (const label of ['labelNl', 'labelEn'] as const) {
      if (patch[label] !== undefined) changes[label] = checks.name(patch[label], at(label), LONGEST_LABEL);
    }
    if (patch.retiredOn !== undefined && !isSame(patch.retiredOn, theme.retiredOn)) {
      const years = { years: 10 };
      checks.day(patch.retiredOn, at('retiredOn'), tx.today.subtract(years), tx.today.add(years));
      changes.retiredOn = patch.retiredOn;
    }
    checks.done();
    if (patch.parentId === null) changes.parentId = null;
    else if (
      patch.parentId !== undefined &&
      uuidOf(patch.parentId, 'Theme', at('parentId')) !== theme.parentId
    ) {
      changes.parentId = await widerTheme(tx, patch.parentId, at('parentId'), id);
    }
    const news = newsIn(theme, changes);
    const fields = Object.keys(news);
    if (fields.length === 0) throw new NothingChanged({ theme: id });
    update(tx, ThemeEntity, { id }, { ...news, byHand: true });
    tx.record({ name: 'theme.updated', ...about('Theme', { id, regionId: null }), details: { fields } });
    return { theme: id };
  },
};

/** The list has two levels: a theme with a parent has no children. */
async function widerTheme(tx: Tx, id: string, path: string[], below?: string): Promise<string> {
  const named = await find(tx, ThemeEntity, id, path);
  // nobody moves it below another meanwhile
  const wider = (await rowOf(tx, ThemeEntity, named.id, 'for share'))!;
  if (wider.parentId !== null || wider.id === below) throw failure('BELOW_ANOTHER', path);
  if (wider.retiredOn && !isBefore(tx.today, wider.retiredOn)) throw failure('THEME_RETIRED', path);
  if (below && (await tx.manager.existsBy(ThemeEntity, { parentId: below })))
    throw failure('HAS_THEMES_BELOW', path);
  return wider.id;
}
