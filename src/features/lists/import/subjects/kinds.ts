import type { ImportKind } from '../columns/fields.js';
import { activityRows } from './activity-rows.js';
import { networkRows } from './network-rows.js';
import { seatRows } from './seat-rows.js';
import type { SubjectRows } from './subject-rows.js';

/** Lists that are of something else than people. */
const KINDS: Readonly<Partial<Record<ImportKind, SubjectRows>>> = {
  ACTIVITIES: activityRows,
  BODIES_AND_SEATS: seatRows,
  NETWORKS: networkRows,
};

/** How rows of a kind of list are taken; null for those of people. */
export function subjectRows(kind: ImportKind): SubjectRows | null {
  return KINDS[kind] ?? null;
}
