import { byText, covers, seatsOn } from './naive-days.js';
import { NaiveFilters } from './naive-filters.js';
import { NaiveLists, type Args } from './naive-lists.js';
import { type NaiveRows, type Row, type TABLES, uuidOf } from './naive-rows.js';

export type { Args };
export type Resolvers = Record<string, Readonly<Record<string, (row: Row, args: Args) => unknown>>>;
type Type = keyof typeof TABLES;

/** The viewer and the time of a request. */
export interface Asker {
  readonly accountId: string;
  readonly personId: string | null;
  readonly today: string;
  /** the same day's first instant, and this very one */
  readonly midnight: string;
  readonly now: string;
  /** uuids of the regions they coordinate, and of the bodies whose seats they fill */
  readonly regions: readonly string[];
  readonly bodies: readonly string[];
  /** whether they are an insider of a network */
  seesInside(network: Row): boolean;
  /** as a coordinator or supporter */
  managesOrSupports(network: Row): boolean;
}

/** The ways in which a resolver looks up rows. */
export class NaiveLooks {
  readonly lists: NaiveLists;
  readonly filters: NaiveFilters;

  constructor(
    readonly rows: NaiveRows,
    readonly asker: Asker,
  ) {
    this.filters = new NaiveFilters(rows, asker, (profile) => this.seatsTold(profile));
    this.lists = new NaiveLists(rows, this.filters);
  }

  /** Seats held today, without those of a person whom the viewer knows by name, and not by this profile. */
  seatsTold(profile: Row): number {
    const { today, regions, personId, bodies } = this.asker;
    const held = seatsOn(profile, today);
    if (profile.personId === personId || regions.includes(profile.regionId as string)) return held;
    const byName = this.rows
      .all('everySeat')
      .filter(
        (seat) =>
          seat.personId === profile.personId &&
          seat.knownAs === null &&
          bodies.includes(seat.bodyId as string) &&
          covers(seat, today),
      );
    return held - byName.length;
  }

  /** a field that a foreign key column points from */
  one(type: Type, column: string) {
    return (row: Row) => this.rows.byId(type, row[column]);
  }

  /** who answers for the personal data of a region, or of what is kept there */
  responsible(row: Row): Row | null {
    const chosen = row.responsibleIn === row.regionId ? row.responsibleOrganisationId : null;
    let id: string | null = chosen ?? null;
    for (let at = this.region(row.regionId ?? row.id); at && id === null; at = this.region(at.parentId)) {
      id = at.responsibleOrganisationId ?? at.coordinatingOrganisationId;
    }
    return id === null ? null : (this.rows.byId('Organisation', id) ?? null);
  }

  private region(id: string | null): Row | undefined {
    return this.rows.all('Region').find((region) => region.id === id);
  }

  byPublicId(type: Type) {
    return (_row: Row, args: Args) => this.rows.byId(type, uuidOf(args.id));
  }

  /** a connection of all rows */
  all(type: Type) {
    return (_row: Row, args: Args) => this.lists.page(type, this.rows.all(type), args);
  }

  /** a connection of the rows whose column refers to the current row */
  listOf(type: Type, column: string) {
    return (row: Row, args: Args) => {
      const own = this.rows.all(type).filter((each) => each[column] === row.id);
      return this.lists.page(type, own, args);
    };
  }

  sorted(type: Type, order: string, rows: readonly Row[]): Row[] {
    const ranks = this.rows.ranksIn(type, order);
    return [...rows].sort((a, b) => ranks.get(a.id)! - ranks.get(b.id)! || byText(a.id, b.id));
  }

  /** the records of a network on the reference day, longest first */
  onDay(type: Type, network: Row, args: Args): Row[] {
    const day = (args.on ?? this.asker.today) as string;
    return this.rows
      .all(type)
      .filter((row) => row.oudernetwerkId === network.id && covers(row, day))
      .sort((a, b) => byText(a.period.from, b.period.from) || byText(a.id, b.id));
  }

  /** the rows on the far side of a table of links, by name or code */
  linked(
    table:
      | 'organisationMunicipalities'
      | 'networkMunicipalities'
      | 'networkThemes'
      | 'profileThemes'
      | 'bodyOrganisations',
    key: string,
    type: 'Municipality' | 'Theme' | 'Organisation',
  ) {
    const other = `${type.toLowerCase()}Id`;
    return (row: Row) => {
      const links = this.rows.all(table).filter((link) => link[key] === row.id);
      const found = links.map((link) => this.rows.byId(type, link[other])!);
      return this.sorted(type, type === 'Theme' ? 'CODE' : 'NAME', found);
    };
  }
}
