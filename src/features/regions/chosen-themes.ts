import { In, LessThanOrEqual } from 'typeorm';
import type { Tx } from '../../db/transaction.js';
import { findAll } from '../../writes/find.js';
import { Checks } from '../../kernel/checks.js';
import { failure } from '../../kernel/failure.js';
import { ThemeEntity } from './region.entity.js';

/** The uuids of chosen themes, without duplicates. A retired theme can be kept (`kept`, uuids), but not added. */
export async function chosenThemes(
  tx: Tx,
  ids: readonly string[],
  kept: readonly string[],
  path: readonly string[],
): Promise<string[]> {
  const checks = new Checks();
  checks.list(ids, path);
  checks.done();
  const chosen = await findAll(tx, ThemeEntity, ids, path);
  const retired = await tx.manager.findBy(ThemeEntity, {
    id: In(chosen),
    retiredOn: LessThanOrEqual(tx.today),
  });
  const refused = retired.find(({ id }) => !kept.includes(id));
  if (refused) throw failure('THEME_RETIRED', [...path, String(chosen.indexOf(refused.id))]);
  return chosen;
}
