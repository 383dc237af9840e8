import { hasRole, idsIn, SCOPE_NAMES, type Viewer } from '../kernel/viewer.js';

/** How row-level security treats a viewer; each reach has its own database role. */
export type Reach = 'national' | 'regional' | 'personal';

export const REACHES: readonly Reach[] = ['national', 'regional', 'personal'];

/**
 * Admins reach the country; viewers who are only coordinators, of regions that take part in no network of another one,
 * reach regions, which an index can serve; everybody else reaches the union of what all their roles give.
 */
export function reachOf(viewer: Viewer): Reach {
  if (hasRole(viewer, 'ADMIN')) return 'national';
  const elsewhere = [viewer.supported, viewer.shared, viewer.outlines].some(
    (networks) => networks.length > 0,
  );
  const onlyCoordinates = viewer.personId === null && !elsewhere && !hasRole(viewer, 'SECRETARY');
  return viewer.regions.length > 0 && onlyCoordinates ? 'regional' : 'personal';
}

export function roleOf(reach: Reach): string {
  return `okn_${reach}`;
}

/** The database role of work by the service itself, in whosever transaction. */
export const SYSTEM_ROLE = 'okn_system';

export const DATABASE_ROLES: readonly string[] = [...REACHES.map(roleOf), SYSTEM_ROLE];

/** Settings of the viewer, in the order of `viewerValues`. */
export const SETTINGS = ['reach', 'account', 'person', 'today', ...SCOPE_NAMES].map((name) => `app.${name}`);

const SET_EACH = SETTINGS.map((name, index) => `set_config('${name}', $${index + 1}, true)`);

/** One statement that sets the viewer for the transaction it runs in. */
export const SET_VIEWER = { name: 'set_viewer', text: evaluate(SET_EACH) };

/** Of nobody: it prepares the statement. */
export const SET_NOBODY = { ...SET_VIEWER, values: SETTINGS.map(() => '') };

/**
 * The same for a transaction of an ordinary login, which takes the role of the viewer's reach too: text and values. A transaction
 * that begins has the id of its first entry in the audit log, to which values that change refer.
 */
export function becoming(
  viewer: Viewer,
  auditId?: string,
): readonly [text: string, values: readonly string[]] {
  const extra = { ...(auditId && { 'app.audit': auditId }), role: roleOf(reachOf(viewer)) };
  const values = [...viewerValues(viewer), ...Object.values(extra)];
  const first = SET_EACH.length + 1;
  const setExtra = Object.keys(extra).map((name, index) => `set_config('${name}', $${first + index}, true)`);
  return [evaluate([...SET_EACH, ...setExtra]), values];
}

/** Runs all of the calls and answers no row, since none of them is null: nobody reads what they give. */
function evaluate(calls: readonly string[]): string {
  return `select where num_nulls(${calls.join(', ')}) > 0`;
}

const valuesOfViewer = new WeakMap<Viewer, string[]>();

export function viewerValues(viewer: Viewer): string[] {
  let values = valuesOfViewer.get(viewer);
  if (!values) {
    values = [
      reachOf(viewer),
      viewer.accountId ?? '',
      viewer.personId ?? '',
      viewer.today.toString(),
      ...SCOPE_NAMES.map((scope) => uuidArray(idsIn(scope, viewer))),
    ];
    valuesOfViewer.set(viewer, values);
  }
  return values;
}

function uuidArray(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}
