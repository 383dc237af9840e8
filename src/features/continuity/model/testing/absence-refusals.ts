import type { Client } from 'pg';
import { first, when } from './commands/model-commands.js';
import { clash, covers, type Day, monthsLater, OPEN, read, type Span } from './model-days.js';

interface Tenure extends Span {
  readonly id: string;
  readonly network: string;
  readonly person: string;
  readonly planned: Day | null;
}
interface Absence extends Span {
  readonly id: string;
  readonly network: string;
  readonly person: string;
  readonly substitute: string | null;
  /** the part of it in the network of before */
  readonly former: string | null;
}
type Whose = Pick<Absence, 'network' | 'person'>;

/** Why a command about absences is refused, worked out from the rows that there were before it; ids are uuids. */
export class AbsenceRefusals {
  private constructor(
    private readonly today: Day,
    private readonly tenures: readonly Tenure[],
    private readonly absences: readonly Absence[],
  ) {}

  static async of(owner: Client, today: Day): Promise<AbsenceRefusals> {
    const span = `oudernetwerk_id as network, lower(period)::text as from, (upper(period) - 1)::text as until`;
    const of = async <Row>(select: string) => (await owner.query<Row & Said>(select)).rows.map(spanned);
    return new AbsenceRefusals(
      today,
      await of<Tenure>(
        `select id, person_id as person, planned_end_on::text as planned, ${span} from trekkerschappen`,
      ),
      await of<Absence>(`select id, person_id as person, substitute_id as substitute, former_id as former, ${span}
        from absences where oudernetwerk_id is not null`),
    );
  }

  record(roleId: string, from: Day, substitute: string | undefined): string[] {
    const role = this.tenures.find(({ id }) => id === roleId)!;
    const ahead = Math.max(role.from, monthsLater(this.today, 12));
    return first(
      when(from < role.from || from > Math.min(ahead, role.until), 'DATE_OUT_OF_RANGE'),
      this.away(role, { from, until: OPEN }),
      substitute === undefined ? [] : this.acting(role, substitute, from),
    );
  }

  /** Also on a day before its network went up in another one: then nobody may act for them there. */
  end(id: string, on: Day): string[] {
    const parts = this.partsOf(id);
    return first(
      this.over(parts.at(-1)!),
      when(on < parts[0]!.from, 'DATE_OUT_OF_RANGE'),
      this.actedFor(parts.slice(1).filter(({ from }) => from > on)),
    );
  }

  expect(id: string, on: Day): string[] {
    const absence = this.partsOf(id).at(-1)!;
    return first(this.over(absence), when(on < absence.from, 'DATE_OUT_OF_RANGE'));
  }

  /** From today on, or from its first day. */
  substitute(id: string, person: string): string[] {
    const absence = this.partsOf(id).at(-1)!;
    const from = Math.max(absence.from, this.today);
    const acting = this.tenures.find((each) => each.id === absence.substitute);
    const acts = acting !== undefined && acting.until >= from;
    return first(
      this.over(absence),
      acts ? when(acting.person !== person, 'ALREADY_SUBSTITUTED') : this.acting(absence, person, from),
    );
  }

  annul(id: string): string[] {
    return this.actedFor(this.partsOf(id));
  }

  correct(id: string, days: Partial<Span>): string[] {
    const parts = this.partsOf(id);
    const was = { from: parts[0]!.from, until: parts.at(-1)!.until };
    const next = { ...was, ...days };
    if (next.from === was.from && next.until === was.until) return [];
    const anew = parts.map((old, place) => ({
      old,
      from: Math.max(next.from, place > 0 ? old.from : -OPEN),
      until: Math.min(next.until, (parts[place + 1]?.from ?? OPEN) - 1),
    }));
    const isGone = ({ from, until }: Span) => until < from;
    return first(
      when(next.until < next.from, 'ENDS_BEFORE_START'),
      this.actedFor(anew.filter(isGone).map(({ old }) => old)),
      ...anew
        .filter((part) => !isGone(part))
        .flatMap(({ old, ...span }) => [
          this.away(old, span, parts),
          when(!this.roleOn(old, span.from), 'NOT_IN_ROLE'),
          when(this.clashesAnew(old, span.from), 'PERIOD_TAKEN'),
        ]),
    );
  }

  /** One absence, cut where networks joined or parted; in order. */
  private partsOf(id: string): Absence[] {
    const parts = [this.absences.find((each) => each.id === id)!];
    for (let before = parts[0]!.former; before; before = parts[0]!.former) {
      parts.unshift(this.absences.find((each) => each.id === before)!);
    }
    const next = () => this.absences.find(({ former }) => former === parts.at(-1)!.id);
    for (let after = next(); after; after = next()) parts.push(after);
    return parts;
  }

  private actedFor(parts: readonly Absence[]): string[] {
    return when(
      parts.some(({ substitute }) => substitute !== null),
      'BUILT_UPON',
    );
  }

  /** Nobody is away twice; one that ended with an earlier role of theirs is over. */
  private away(whose: Whose, span: Span, except: readonly Absence[] = []): string[] {
    const others = this.absences.filter(
      (each) => !except.includes(each) && isOf(whose, each) && clash(each, span),
    );
    const isOver = (each: Absence) => each.from < span.from && (this.lastOf(each) ?? -OPEN) < span.from;
    return when(!others.every(isOver), 'PERIOD_TAKEN');
  }

  private acting({ person: away, network }: Whose, person: string, from: Day): string[] {
    const own = this.tenures.filter((each) => isOf({ person, network }, each));
    return first(
      when(person === away, 'SAME_PERSON'),
      when(
        own.some((each) => clash(each, { from, until: OPEN })),
        'PERIOD_TAKEN',
      ),
    );
  }

  private over(absence: Absence): string[] {
    return when((this.lastOf(absence) ?? absence.until) < this.today, 'ALREADY_ENDED');
  }

  /** Whoever acted from its first day on does so from the new one. */
  private clashesAnew({ substitute, from: was }: Absence, from: Day): boolean {
    const acting = this.tenures.find(({ id }) => id === substitute);
    if (!acting || acting.from !== was || Math.min(acting.until, acting.planned ?? OPEN) < from) return false;
    return this.tenures.some(
      (each) => each !== acting && isOf(acting, each) && clash(each, { from, until: acting.until }),
    );
  }

  /** The last day on which they are away: no longer than their role goes on. Undefined if they had none. */
  private lastOf(absence: Absence): Day | undefined {
    const role = this.roleOn(absence, absence.from);
    return role && Math.min(role.until, absence.until);
  }

  /** Consecutive trekkerschappen are one role. */
  private roleOn(whose: Whose, day: Day): Span | undefined {
    const own = this.tenures.filter((each) => isOf(whose, each));
    const there = own.find((each) => covers(each, day));
    if (!there) return undefined;
    const role = { from: there.from, until: there.until };
    for (let next = there as Span | undefined; next;) {
      role.until = next.until;
      next = own.find(({ from }) => from === role.until + 1);
    }
    return role;
  }
}

function isOf(whose: Whose, { network, person }: Whose): boolean {
  return network === whose.network && person === whose.person;
}

interface Said {
  readonly from: string;
  readonly until: string | null;
  readonly planned?: string | null;
}

function spanned<Row>(row: Row & Said): Row {
  const until = row.until === null ? OPEN : read(row.until);
  const planned = row.planned == null ? null : read(row.planned);
  return { ...row, from: read(row.from), until, planned };
}
