import type { PlainDate } from './clock.js';
import type { Locale } from './messages.js';

export type RoleKind = 'ADMIN' | 'COORDINATOR' | 'SECRETARY' | 'SUPPORTER' | 'PARENT';

/** One right-giving role on the viewer's day. Ids are uuids. */
export interface ViewerRole {
  readonly kind: RoleKind;
  readonly regionId: string | null;
  readonly organisationId: string | null;
}

/**
 * Who asks, frozen for one request. Everything in it comes from our own tables, as they are on `today`:
 * a role that ended yesterday is not here.
 */
export interface Viewer {
  /** null = anonymous */
  readonly accountId: string | null;
  readonly locale: Locale;
  readonly roles: readonly ViewerRole[];
  readonly personId: string | null;
  /** regions a coordinator manages, with all below them */
  readonly regions: readonly string[];
  /** networks that the viewer's own person leads today */
  readonly led: readonly string[];
  /** networks that the viewer's organisation supports today */
  readonly supported: readonly string[];
  /** networks the viewer's own person has or had a role in: seen in outline */
  readonly outlines: readonly string[];
  /** advisory bodies whose seats the viewer fills: as secretary, or as coordinator of their region */
  readonly bodies: readonly string[];
  /** regions whose networks a secretary knows in outline, with all below them */
  readonly secretariat: readonly string[];
  /** regions in which the viewer seeks people for seats: their own, and those that their bodies work for */
  readonly seeks: readonly string[];
  readonly today: PlainDate;
}

export function hasRole(viewer: Viewer, ...kinds: RoleKind[]): boolean {
  return viewer.roles.some((role) => kinds.includes(role.kind));
}
