import type { Client } from 'pg';
import { first, when } from './commands/model-commands.js';
import { clash, covers, type Day, monthsLater, OPEN, read, type Span } from './model-days.js';

interface Tenure extends Span {
  readonly id: string;
  readonly person: string;
  readonly planned: Day | null;
}
interface Absence extends Span {
  readonly id: string;
  readonly person: string;
  readonly substitute: string | null;
}

/** Why a command about absences is refused, worked out from the rows that there were before it; ids are uuids. */
export class AbsenceRefusals {
  private constructor(
    private readonly today: Day,
    private readonly tenures: readonly Tenure[],
    private readonly absences: readonly Absence[],
  ) {}

  static async of(owner: Client, network: string, today: Day): Promise<AbsenceRefusals> {
    const span = `lower(period)::text as from, (upper(period) - 1)::text as until`;
    const of = async <Row>(select: string) =>
      (await owner.query<Row & Said>(select, [network])).rows.map(spanned);
    return new AbsenceRefusals(
      today,
      await of<Tenure>(`select id, person_id as person, planned_end_on::text as planned, ${span} from trekkerschappen
        where oudernetwerk_id = $1`),
      await of<Absence>(`select id, person_id as person, substitute_id as substitute, ${span} from absences
        where oudernetwerk_id = $1`),
    );
  }

  record(roleId: string, from: Day, substitute: string | undefined): string[] {
    const { person, ...role } = this.tenures.find(({ id }) => id === roleId)!;
    const ahead = Math.max(role.from, monthsLater(this.today, 12));
    return first(
      when(from < role.from || from > Math.min(ahead, role.until), 'DATE_OUT_OF_RANGE'),
      this.away(person, { from, until: OPEN }),
      substitute === undefined ? [] : this.acting(person, substitute, from),
    );
  }

  /** It ends on a day, or is expected to. */
  until(id: string, on: Day): string[] {
    const absence = this.absence(id);
    return first(this.over(absence), when(on < absence.from, 'DATE_OUT_OF_RANGE'));
  }

  /** From today on, or from its first day. */
  substitute(id: string, person: string): string[] {
    const absence = this.absence(id);
    const from = Math.max(absence.from, this.today);
    const acting = this.tenures.find((each) => each.id === absence.substitute);
    const acts = acting !== undefined && acting.until >= from;
    return first(
      this.over(absence),
      acts
        ? when(acting.person !== person, 'ALREADY_SUBSTITUTED')
        : this.acting(absence.person, person, from),
    );
  }

  annul(id: string): string[] {
    return when(this.absence(id).substitute !== null, 'BUILT_UPON');
  }

  correct(id: string, days: Partial<Span>): string[] {
    const old = this.absence(id);
    const next = { from: old.from, until: old.until, ...days };
    if (next.from === old.from && next.until === old.until) return [];
    return first(
      when(next.until < next.from, 'ENDS_BEFORE_START'),
      this.away(old.person, next, old),
      when(!this.roleOn(old.person, next.from), 'NOT_IN_ROLE'),
      when(this.clashesAnew(old, next.from), 'PERIOD_TAKEN'),
    );
  }

  private absence(id: string): Absence {
    return this.absences.find((each) => each.id === id)!;
  }

  /** Nobody is away twice; one that ended with an earlier role of theirs is over. */
  private away(person: string, span: Span, except?: Absence): string[] {
    const others = this.absences.filter(
      (each) => each !== except && each.person === person && clash(each, span),
    );
    const isOver = (each: Absence) => each.from < span.from && (this.lastOf(each) ?? -OPEN) < span.from;
    return when(!others.every(isOver), 'PERIOD_TAKEN');
  }

  private acting(away: string, person: string, from: Day): string[] {
    const own = this.tenures.filter((each) => each.person === person);
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
      (each) =>
        each !== acting && each.person === acting.person && clash(each, { from, until: acting.until }),
    );
  }

  /** The last day on which they are away: no longer than their role goes on. Undefined if they had none. */
  private lastOf({ person, from, until }: Absence): Day | undefined {
    const role = this.roleOn(person, from);
    return role && Math.min(role.until, until);
  }

  /** Consecutive trekkerschappen are one role. */
  private roleOn(person: string, day: Day): Span | undefined {
    const own = this.tenures.filter((each) => each.person === person);
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
