import { type Kept, type Role, whoOf } from './kept-roles.js';
import { clash, type Span } from './model-days.js';
import type { Tenure } from './model-parts.js';
import type { NetworkModel } from './succession-model.js';

export interface KeptIn extends Kept {
  /** where it was; or is to be by now, if it goes along with a network that went up in another one */
  readonly network: NetworkModel;
}

const isLeading = (row: Role): row is Tenure => 'person' in row;

/**
 * The roles that a departure ended, as they are by now: another row, if they were recorded otherwise or went along, and with
 * them what went up in another network after the departure.
 */
export function whereTheyAre(ended: readonly KeptIn[]): KeptIn[] {
  const roles = [...ended];
  for (const [place, kept] of roles.entries()) roles[place] = rowByNow(kept, roles);
  for (;;) {
    const place = roles.findIndex((kept) => intoWhat(kept, roles) !== null);
    if (place < 0) return roles;
    const kept = roles[place]!;
    roles.splice(place, 1, ...goneAlong(kept, intoWhat(kept, roles)!, roles));
  }
}

function rowByNow(kept: KeptIn, roles: readonly KeptIn[]): KeptIn {
  const { of, left } = kept;
  if (left === null) return kept;
  const isLeft = (row: Role) =>
    whoOf(row) === whoOf(kept.row) &&
    row.until === left.until &&
    (!isLeading(row) || row.reason === left.reason) &&
    !roles.some((other) => other !== kept && other.row === row);
  const found = goesOnAs(kept.network).flatMap((network) =>
    (network[of] as Role[]).filter(isLeft).map((row) => ({ row, network })),
  );
  if (found.length === 0 || found.some(({ row }) => row === kept.row)) return kept;
  return { ...kept, ...found[0]! };
}

/** A network, and those in which it went up or that parted from it. */
function goesOnAs(network: NetworkModel): NetworkModel[] {
  const { parts, wentUp } = network;
  return [network, ...[...parts, ...(wentUp ? [wentUp.into] : [])].flatMap(goesOnAs)];
}

/** The network in which that of a role went up while it lasted, unless they do there what they would. */
function intoWhat({ of, row, was, network }: KeptIn, roles: readonly KeptIn[]): NetworkModel['wentUp'] {
  const { wentUp } = network;
  if (!wentUp || was.until < wentUp.from) return null;
  const rest = { from: isLeading(row) ? Math.max(row.from, wentUp.from) : row.from, until: was.until };
  const isThere = (span: Span & Role) => whoOf(span) === whoOf(row) && clash(span, rest);
  const waits = roles.some(
    (other) =>
      other.row !== row &&
      other.of === of &&
      other.network === wentUp.into &&
      isThere({ ...other.row, until: other.was.until }),
  );
  return waits || (wentUp.into[of] as Role[]).some(isThere) ? null : wentUp;
}

function goneAlong(
  kept: KeptIn,
  { into, from }: NonNullable<NetworkModel['wentUp']>,
  roles: readonly KeptIn[],
): KeptIn[] {
  const { row, was, network } = kept;
  if (isLeading(row) && row.from >= from) {
    row.predecessor = followedThere(row, network, { into, from });
    if (roles.some((before) => isJustBefore(before, row, network))) row.line ??= network.id;
  }
  if (!isLeading(row) || row.from >= from) return [{ ...kept, network: into }];
  const { planned } = row;
  const next: Tenure = {
    ...row,
    id: '',
    from,
    until: was.until,
    line: row.line ?? network.id,
    predecessor: null,
    planned: planned !== null && planned >= from ? planned : null,
    reason: was.reason ?? null,
  };
  const before = { ...kept, was: { until: from - 1, reason: null, planned: null } };
  return [before, { of: 'tenures', row: next, was: { ...was }, left: null, network: into }];
}

/** Whom they are to follow, as what that one leads there by then. */
function followedThere(
  { predecessor }: Tenure,
  old: NetworkModel,
  { into, from }: NonNullable<NetworkModel['wentUp']>,
): Tenure | null {
  if (!predecessor) return null;
  const line = predecessor.line ?? old.id;
  const there = into.tenures.find(
    (each) => each.person === predecessor.person && (each.line ?? into.id) === line && each.from === from,
  );
  return there ?? predecessor;
}

/** In another role, of the same tenure. */
function isJustBefore(
  { row: before, was, network: home }: KeptIn,
  row: Tenure,
  network: NetworkModel,
): boolean {
  return (
    isLeading(before) &&
    before !== row &&
    before.person === row.person &&
    (before.line ?? home.id) === (row.line ?? network.id) &&
    was.until === row.from - 1
  );
}
