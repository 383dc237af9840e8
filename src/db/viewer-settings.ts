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

const SETTINGS = ['reach', 'account', 'person', 'today', ...SCOPE_NAMES];

/** One statement that sets the viewer for the transaction it runs in. */
export const SET_VIEWER = {
  name: 'set_viewer',
  text: `select ${SETTINGS.map((name, index) => `set_config('app.${name}', $${index + 1}, true)`).join(', ')}`,
};

/** The same for a transaction of an ordinary login, which takes the role of the viewer's reach too: text and values. */
export function becoming(viewer: Viewer): readonly [text: string, values: readonly string[]] {
  const values = viewerValues(viewer);
  const role = roleOf(reachOf(viewer));
  return [`${SET_VIEWER.text}, set_config('role', $${values.length + 1}, true)`, [...values, role]];
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
