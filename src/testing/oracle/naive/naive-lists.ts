import { searchedFor } from '../../random-queries/random-arguments.js';
import { byText, covers } from './naive-days.js';
import type { Filter, NaiveFilters } from './naive-filters.js';
import type { NaiveRows, Row } from './naive-rows.js';
import { vacantSince } from './naive-seat-days.js';

export type Args = Readonly<Record<string, unknown>>;

/** A sort order: ascending if `sign` is 1. Rows without a value are last either way. */
interface Order {
  readonly keyOf: (row: Row) => number | null;
  readonly sign: 1 | -1;
}

const DEFAULT_ORDERS: Readonly<Record<string, readonly [string, 1 | -1]>> = {
  Region: ['CODE', 1],
  Organisation: ['NAME', 1],
  Person: ['NAME', 1],
  Oudernetwerk: ['NAME', 1],
  Trekkerschap: ['STARTED_ON', -1],
  Caretakership: ['STARTED_ON', -1],
  Membership: ['STARTED_ON', -1],
  Activity: ['ON', -1],
  SuccessionPlan: ['OPENED_ON', -1],
  WorkItem: ['URGENCY', -1],
  ImportRow: ['NUMBER', 1],
  Ervaringsdeskundige: ['REGISTERED_ON', -1],
  Consent: ['RECORDED_AT', -1],
  AdvisoryBody: ['NAME', 1],
  AdvisorySeat: ['TITLE', 1],
  SeatAppointment: ['STARTED_ON', -1],
  SeatInvitation: ['ASKED_ON', -1],
  PersonAccess: ['HAPPENED_AT', -1],
  AuditEntry: ['HAPPENED_AT', -1],
  AccessEntry: ['HAPPENED_AT', -1],
  RegionAgreement: ['ASKED_ON', -1],
  ThemeProposal: ['PROPOSED_ON', -1],
};

/** Orders and pages of lists, in memory and as simply as can be. */
export class NaiveLists {
  constructor(
    private readonly rows: NaiveRows,
    private readonly filters: NaiveFilters,
  ) {}

  /** The connection of those `candidates` that the arguments select. */
  async page(type: string, candidates: readonly Row[], args: Args) {
    const filter = (args.filter ?? {}) as Filter;
    const tests = await this.filters.tests(type, filter);
    const order = await this.order(type, args, filter);
    const compare = (a: Row, b: Row) => inOrder(order, a, b);
    const all = candidates.filter((row) => tests.every((test) => test(row))).sort(compare);
    const after = this.rowAt(type, candidates, args.after);
    const before = this.rowAt(type, candidates, args.before);
    const between = all.filter(
      (row) => (!after || compare(row, after) > 0) && (!before || compare(row, before) < 0),
    );
    const isBackwards = args.last != null;
    const size = (args.last ?? args.first ?? 25) as number;
    const nodes = isBackwards ? between.slice(-size) : between.slice(0, size);
    const more = between.length > nodes.length;
    return {
      edges: nodes.map((node) => ({ cursor: cursorOf(node), node })),
      nodes,
      totalCount: all.length,
      pageInfo: {
        hasNextPage: isBackwards ? before !== null : more,
        hasPreviousPage: isBackwards ? more : after !== null,
        startCursor: nodes[0] ? cursorOf(nodes[0]) : null,
        endCursor: nodes.length > 0 ? cursorOf(nodes.at(-1)!) : null,
      },
    };
  }

  private async order(type: string, args: Args, filter: Filter): Promise<Order> {
    const orderBy = args.orderBy as { field: string; direction: string } | null | undefined;
    const search = searchedFor(filter);
    if (!orderBy && type === 'Person' && search !== null) {
      const scores = await this.rows.search(type, search);
      return { keyOf: (row) => scores.get(row.id) ?? null, sign: -1 };
    }
    if (type === 'Match') return { keyOf: (row) => row.place as number, sign: 1 };
    const [name, sign] = orderBy
      ? ([orderBy.field, orderBy.direction === 'DESC' ? -1 : 1] as const)
      : DEFAULT_ORDERS[type]!;
    const ranks = this.ranks(type, name);
    return { keyOf: (row) => ranks.get(row.id) ?? null, sign };
  }

  private ranks(type: string, name: string): ReadonlyMap<string, number> {
    const { today, asker } = this.filters;
    if (name === 'LAST_ACTIVITY_ON') {
      return this.rows.rankedBy(type, name, (network) =>
        network.lastActivityOn === null || !asker.seesInside(network)
          ? null
          : Date.parse(network.lastActivityOn),
      );
    }
    if (type !== 'AdvisorySeat' || name === 'TITLE') return this.rows.ranksIn(type, name);
    const dayOf = (seat: Row): string | null => {
      if (name === 'VACANT_SINCE') return vacantSince(this.rows, seat, today);
      const held = this.rows
        .all('SeatAppointment')
        .find((each) => each.seatId === seat.id && covers(each, today));
      return (held?.latestEnd ?? null) as string | null;
    };
    return this.rows.rankedBy(type, name, (seat) => {
      const day = dayOf(seat);
      return day === null ? null : Date.parse(day);
    });
  }

  private rowAt(type: string, candidates: readonly Row[], cursor: unknown): Row | null {
    if (typeof cursor !== 'string') return null;
    const id = idInCursor(cursor);
    const row = candidates.find((each) => each.id === id) ?? this.rows.byId(type, id);
    if (!row) throw new Error(`no ${type} at the cursor ${cursor}`);
    return row;
  }
}

/** Ours and the engine's cursors end on the id of the row that they point to. */
export function idInCursor(cursor: string): string {
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
  return parts.at(-1)!;
}

function cursorOf(row: Row): string {
  return Buffer.from(JSON.stringify(['naive', row.id])).toString('base64url');
}

function inOrder({ keyOf, sign }: Order, a: Row, b: Row): number {
  const [x, y] = [keyOf(a), keyOf(b)];
  if (x !== y) {
    if (x === null) return 1;
    if (y === null) return -1;
    return sign * (x - y);
  }
  return sign * byText(a.id, b.id);
}
