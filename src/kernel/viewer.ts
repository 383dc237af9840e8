import type { PlainDate } from './clock.js';
import type { Locale } from './messages.js';

export type RoleKind = 'ADMIN' | 'COORDINATOR' | 'SECRETARY' | 'SUPPORTER' | 'PARENT';

/** One role that grants rights on the viewer's day. Ids are uuids. */
export interface ViewerRole {
  readonly kind: RoleKind;
  readonly regionId: string | null;
  readonly organisationId: string | null;
}

/**
 * What a viewer reaches besides their own person: lists of ids that the SQL function `viewer_of` returns under these
 * names, and that policies read as `app.<name>`. Named here and in that function, and nowhere else. The value lists
 * the scopes that a policy on it includes as well.
 */
const SCOPES = {
  /** regions that a coordinator manages, with all below them */
  regions: [],
  /** networks that the viewer's own person leads today */
  led: [],
  /** networks that the viewer's regions take part in today, by an agreement with the region that owns them */
  shared: [],
  /** networks that the viewer's organisation supports today */
  supported: ['shared'],
  /** networks seen in outline: the viewer's own person has or had a role in them, or they ask to work in the viewer's regions */
  outlines: ['led', 'supported', 'shared'],
  /** advisory bodies whose seats the viewer fills: as secretary, or as coordinator of their region */
  bodies: [],
  /** regions whose networks a secretary sees in outline, with all below them */
  secretariat: [],
  /** where the viewer finds people for seats: see `sought_places` */
  seeks: [],
} as const;

export type Scope = keyof typeof SCOPES;
export type Scopes = Readonly<Record<Scope, readonly string[]>>;

export const SCOPE_NAMES = Object.keys(SCOPES) as readonly Scope[];

/** The same for every scope. */
export function eachScope<Value>(valueOf: (scope: Scope) => Value): Record<Scope, Value> {
  return Object.fromEntries(SCOPE_NAMES.map((scope) => [scope, valueOf(scope)])) as Record<Scope, Value>;
}

/** Ids of a scope in the form that policies take. */
export function idsIn(scope: Scope, viewer: Scopes): readonly string[] {
  const scopes: readonly Scope[] = [scope, ...SCOPES[scope]];
  return [...new Set(scopes.flatMap((each) => viewer[each]))];
}

export const NO_SCOPES: Scopes = Object.freeze(eachScope(() => []));

/** By which way something is done, as the audit log says it. */
export type Channel = 'API' | 'IMPORT' | 'JOB' | 'PAGE' | 'TELEPHONE';

/**
 * The viewer of a request, frozen. Everything in it comes from our own tables, as they are on `today`: a role that
 * ended yesterday is not here.
 */
export interface Viewer extends Scopes {
  /** null = anonymous */
  readonly accountId: string | null;
  readonly locale: Locale;
  readonly roles: readonly ViewerRole[];
  readonly personId: string | null;
  readonly today: PlainDate;
  /** defaults to the API */
  readonly channel?: Channel;
}

/** Who has not signed in, and the service where it needs no rights. */
export function nobody(locale: Locale, today: PlainDate): Viewer {
  return Object.freeze({ accountId: null, locale, roles: [], personId: null, ...NO_SCOPES, today });
}

export function hasRole(viewer: Viewer, ...kinds: RoleKind[]): boolean {
  return viewer.roles.some((role) => kinds.includes(role.kind));
}
