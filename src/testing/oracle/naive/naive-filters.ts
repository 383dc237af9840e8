import { searchedFor } from '../../random-queries/random-arguments.js';
import { covers, networkStatus } from './naive-days.js';
import { daysInRole } from './naive-absences.js';
import { profileTest } from './naive-profile-filters.js';
import { seatTest } from './naive-seat-filters.js';
import { type NaiveRows, type Row, uuidOf } from './naive-rows.js';

export type Filter = Readonly<Record<string, unknown>>;
type Test = (row: Row) => boolean;

/** The part of the viewer that filters depend on. */
interface Onlooker {
  readonly today: string;
  seesInside(network: Row): boolean;
}

/** What each filter lets through, in memory. */
export class NaiveFilters {
  readonly today: string;

  constructor(
    private readonly rows: NaiveRows,
    readonly asker: Onlooker,
    private readonly seatsTold: (profile: Row) => number,
  ) {
    this.today = asker.today;
  }

  async tests(type: string, filter: Filter): Promise<Test[]> {
    const tests: Test[] = [];
    for (const [name, value] of Object.entries(filter)) {
      const isSearch = name !== 'search' || searchedFor(filter) !== null;
      if (value != null && isSearch) tests.push(await this.test(type, name, value));
    }
    return tests;
  }

  private async test(type: string, name: string, value: unknown): Promise<Test> {
    if (name === 'search') {
      const found = await this.rows.search(type, String(value));
      const code = String(value).toUpperCase();
      return (row) => found.has(row.id) || (type === 'Region' && row.code === code);
    }
    switch (`${type}.${name}`) {
      case 'Region.kind':
      case 'Organisation.kind':
        return (row) => (value as string[]).includes(row.kind);
      case 'Region.parentId':
        return (row) => row.parentId === uuidOf(value);
      case 'Organisation.domain':
        return (row) => row.domains.includes(value);
      case 'Organisation.regionId':
        return (row) => row.regionId === uuidOf(value);
      case 'Organisation.municipalityId':
        return this.linked('organisationMunicipalities', 'organisationId', 'municipalityId', value);
      case 'Organisation.code':
        return (row) => row.code === value;
      case 'Person.regionId': {
        const regions = this.regions(value);
        const roles = [...this.rows.all('Trekkerschap'), ...this.rows.all('Membership')];
        const having = new Set(
          roles.filter((role) => regions.has(role.regionId)).map((role) => role.personId),
        );
        return (row) => regions.has(row.regionId) || having.has(row.id);
      }
      case 'Person.tieConfirmedBefore': {
        const old = this.rows.all('SchoolTie').filter((tie) => tie.confirmedOn < (value as string));
        const people = new Set(old.map((tie) => tie.personId));
        return (row) => people.has(row.id);
      }
      case 'Person.reachedBy': {
        const reached = this.rows.reachedBy(String(value));
        return (row) => reached.has(row.id);
      }
      case 'Person.municipalityId':
        return (row) => row.municipalityId === uuidOf(value);
      case 'Person.perspective':
        return (row) => row.perspectives.includes(value);
      case 'Person.participationForm':
        return (row) => row.participationForms.includes(value);
      case 'Trekkerschap.current':
        return (row) => covers(row, this.today) === value;
      case 'Trekkerschap.role':
        return (row) => row.role === value;
      case 'SuccessionPlan.open':
        return (row) => (row.closedOn === null) === value;
      default:
        return this.otherTest(type, name, value);
    }
  }

  private otherTest(type: string, name: string, value: unknown): Test {
    const regionsAt = (id: unknown) => this.regions(id);
    switch (type) {
      case 'Ervaringsdeskundige':
        return profileTest(this.rows, name, value, this.today, regionsAt, this.seatsTold);
      case 'Match':
        return ({ fit }) => (value as string[]).includes(fit as string);
      case 'AdvisoryBody':
      case 'RegionAgreement':
      case 'AdvisorySeat':
      case 'SeatInvitation':
        return seatTest(this.rows, type, name, value, this.today, regionsAt);
      default:
        return this.networkTest(name, value);
    }
  }

  private networkTest(name: string, value: unknown): Test {
    switch (name) {
      case 'regionId': {
        const regions = this.regions(value);
        return (row) => regions.has(row.regionId);
      }
      case 'municipalityId':
        return this.linked('networkMunicipalities', 'oudernetwerkId', 'municipalityId', value);
      case 'themeId':
        return this.linked('networkThemes', 'oudernetwerkId', 'themeId', value);
      case 'status':
        return (row) => (value as string[]).includes(networkStatus(row, this.today));
      case 'sector':
        return (row) => row.sectors.includes(value);
      case 'inactiveSince':
        return (row) =>
          this.asker.seesInside(row) && (row.lastActivityOn === null || row.lastActivityOn < String(value));
      case 'band':
        return (row) => (value as string[]).includes(this.judged(row)?.band ?? 'UNKNOWN');
      case 'securedUntil':
        return (row) => {
          const judged = this.judged(row);
          return (
            judged !== undefined && (judged.securedUntil === null || judged.securedUntil <= String(value))
          );
        };
      case 'ledByCaretaker': {
        const covered = this.having('Caretakership');
        const led = new Set(
          this.rows
            .all('Trekkerschap')
            .filter((role) => covers(role, this.today) && !this.isAway(role))
            .map((role) => role.oudernetwerkId),
        );
        return (row) => (covered.has(row.id) && !led.has(row.id)) === value;
      }
      case 'supported': {
        const supported = this.having('SupportArrangement');
        return (row) => supported.has(row.id) === value;
      }
      default:
        throw new Error(`a filter that is not known here: ${name}`);
    }
  }

  private isAway({ personId, oudernetwerkId }: Row): boolean {
    const roles = this.rows.all('Trekkerschap');
    return this.rows
      .all('Absence')
      .filter((absence) => absence.personId === personId && absence.oudernetwerkId === oudernetwerkId)
      .map((absence) => ({ period: daysInRole(roles, absence, 'oudernetwerkId') }))
      .some(({ period }) => period !== null && covers({ period }, this.today));
  }

  /** the assessment of a network; undefined if it is hidden from the viewer */
  private judged({ id }: Row): Row | undefined {
    return this.rows.all('continuities').find(({ oudernetwerkId }) => oudernetwerkId === id);
  }

  /** the networks that have such a role today */
  private having(type: 'Caretakership' | 'SupportArrangement'): ReadonlySet<string> {
    const roles = this.rows.all(type).filter((row) => covers(row, this.today));
    return new Set(roles.map((row) => row.oudernetwerkId));
  }

  private linked(
    table: 'organisationMunicipalities' | 'networkMunicipalities' | 'networkThemes',
    key: string,
    other: string,
    value: unknown,
  ): Test {
    const links = this.rows.all(table).filter((link) => link[other] === uuidOf(value));
    const ids = new Set(links.map((link) => link[key]));
    return (row) => ids.has(row.id);
  }

  /** The region and all below it. */
  below(regionId: string): ReadonlySet<string> {
    const found = new Set([regionId]);
    for (let size = 0; size !== found.size;) {
      size = found.size;
      for (const region of this.rows.all('Region')) if (found.has(region.parentId)) found.add(region.id);
    }
    return found;
  }

  /** That region and all below it; nothing if it does not exist. */
  regions(id: unknown): ReadonlySet<string> {
    const region = this.rows.byId('Region', uuidOf(id));
    return region ? this.below(region.id) : new Set();
  }
}

export function publicId(row: Row): string {
  return Buffer.from(`${row.type}:${row.id}`).toString('base64url');
}
