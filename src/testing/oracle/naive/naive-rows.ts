import { Client } from 'pg';
import { reachOf, roleOf, SET_VIEWER, viewerValues } from '../../../db/viewer-settings.js';
import { idsIn, type Viewer } from '../../../kernel/viewer.js';
import { hasWords, isSpeltNearly } from './naive-spelling.js';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows are as the tables have them */
export type Row = Record<string, any>;

/** The tables of the types. */
export const TABLES = {
  Region: 'regions',
  Municipality: 'municipalities',
  Organisation: 'organisations',
  Theme: 'themes',
  SchoolHoliday: 'school_holidays',
  ThemeProposal: 'theme_proposals',
  Person: 'people',
  PersonDeparture: 'departures',
  PersonTask: 'person_tasks',
  PersonMove: 'person_moves',
  RegionChange: 'region_changes',
  SchoolTie: 'school_ties',
  Oudernetwerk: 'oudernetwerken',
  Trekkerschap: 'trekkerschappen',
  Absence: 'absences',
  Caretakership: 'caretakerships',
  SupportArrangement: 'support_arrangements',
  Membership: 'memberships',
  Activity: 'activities',
  SuccessionPlan: 'succession_plans',
  SuccessorCandidate: 'successor_candidates',
  HandoverItem: 'handover_items',
  Ervaringsdeskundige: 'ervaringsdeskundigen',
  Training: 'trainings',
  Incompatibility: 'incompatibilities',
  Consent: 'consents',
  AdvisoryBody: 'advisory_bodies',
  RegionAgreement: 'region_agreements',
  AdvisorySeat: 'advisory_seats',
  SeatAppointment: 'seat_appointments',
  SeatInvitation: 'seat_invitations',
  PersonAccess: 'person_access_log',
  Import: 'imports',
} as const;

const WITHOUT_NODE = {
  details: 'person_details',
  contacts: 'person_contacts',
  notes: 'person_notes',
  contactPauses: 'contact_pauses',
  hiddenNames: 'hidden_names',
  toldApart: 'people_told_apart',
  PersonMerge: 'person_merges',
  accounts: 'accounts',
  accountRoles: 'account_roles',
  organisationMunicipalities: 'organisation_municipalities',
  networkMunicipalities: 'oudernetwerk_municipalities',
  networkThemes: 'oudernetwerk_themes',
  endTasks: 'network_end_tasks',
  NetworkSuccession: 'network_successions',
  continuities: 'continuities',
  findings: 'continuity_findings',
  thresholds: 'continuity_thresholds',
  expectedEnds: 'expected_ends',
  WorkItem: 'work_items',
  ImportRow: 'import_rows',
  importParts: 'import_parts',
  snoozes: 'work_item_snoozes',
  assignments: 'work_item_assignments',
  templateItems: 'handover_template_items',
  stages: 'school_stages',
  mailPreferences: 'mail_preferences',
  addressChanges: 'mail_address_changes',
  profileThemes: 'ervaringsdeskundige_themes',
  requirements: 'seat_requirements',
  alternates: 'seat_alternates',
  municipalityRegions: 'municipality_regions',
  nominees: 'seat_nominees',
  bodyOrganisations: 'advisory_body_organisations',
  AuditEntry: 'audit_log',
  auditValues: 'audit_values',
  annulments: 'annulments',
} as const;

/** Rows regardless of who may see them: a network is assessed by everything that is recorded of it. */
const EVERY = {
  everyPerson: 'people',
  everyTenure: 'trekkerschappen',
  everySuccession: 'network_successions',
  everyAbsence: 'absences',
  everyMembership: 'memberships',
  everyCandidate: 'successor_candidates',
  everyContact: 'person_contacts',
  everyPause: 'contact_pauses',
  everyTie: 'school_ties',
  everyAgreement: 'region_agreements',
  everySeat: 'seat_appointments',
  everyInvitation: 'seat_invitations',
  everyProfile: 'ervaringsdeskundigen',
  everyIncompatibility: 'incompatibilities',
  everyAccount: 'accounts',
  everyRole: 'account_roles',
  everyBody: 'advisory_bodies',
  everyNetwork: 'oudernetwerken',
  everyUndeliverable: 'undeliverable_addresses',
} as const;

/** Sort keys of rows, as PostgreSQL compares them. */
const ORDERS: Readonly<Record<string, readonly [table: string, key: string, by: string]>> = {
  'Region CODE': ['regions', 'id', 'code'],
  'Region NAME': ['regions', 'id', 'fold(name)'],
  'Municipality NAME': ['municipalities', 'id', 'fold(name)'],
  'Theme CODE': ['themes', 'id', 'code'],
  'ThemeProposal PROPOSED_ON': ['theme_proposals', 'id', 'proposed_on'],
  'Organisation NAME': ['organisations', 'id', 'search_name'],
  'Person NAME': ['person_details', 'person_id', 'sort_name'],
  'Person CREATED_AT': ['people', 'id', 'created_at'],
  'Oudernetwerk NAME': ['oudernetwerken', 'id', 'sort_name'],
  'Oudernetwerk ACTIVE_FROM': ['oudernetwerken', 'id', 'active_from'],
  'Trekkerschap STARTED_ON': ['trekkerschappen', 'id', 'lower(period)'],
  'Caretakership STARTED_ON': ['caretakerships', 'id', 'lower(period)'],
  'Membership STARTED_ON': ['memberships', 'id', 'lower(period)'],
  'Activity ON': ['activities', 'id', 'on_day'],
  'SuccessionPlan OPENED_ON': ['succession_plans', 'id', 'opened_on'],
  'WorkItem URGENCY': ['work_items', 'id', 'urgency'],
  'ImportRow NUMBER': ['import_rows', 'id', 'number'],
  'Ervaringsdeskundige REGISTERED_ON': ['ervaringsdeskundigen', 'id', 'registered_on'],
  'Ervaringsdeskundige PSEUDONYM': ['ervaringsdeskundigen', 'id', 'pseudonym'],
  'AdvisoryBody NAME': ['advisory_bodies', 'id', 'sort_name'],
  'RegionAgreement ASKED_ON': ['region_agreements', 'id', 'asked_on'],
  'AdvisorySeat TITLE': ['advisory_seats', 'id', 'sort_title'],
  'SeatAppointment STARTED_ON': ['seat_appointments', 'id', 'lower(period)'],
  'SeatInvitation ASKED_ON': ['seat_invitations', 'id', 'asked_on'],
  'SeatInvitation EXPIRES_ON': ['seat_invitations', 'id', 'expires_on'],
  'PersonAccess HAPPENED_AT': ['person_access_log', 'id', 'happened_at'],
  'AccessEntry HAPPENED_AT': ['person_access_log', 'id', 'happened_at'],
  'AuditEntry HAPPENED_AT': ['audit_log', 'id', 'happened_at'],
  'Consent RECORDED_AT': ['consents', 'id', 'recorded_at'],
};

/** How similar a name must be for a search to find it, and where the names are. */
const SEARCHES: Readonly<Record<string, readonly [table: string, key: string, name: string, least: number]>> =
  {
    Region: ['regions', 'id', 'fold(name)', 0.6],
    Organisation: ['organisations', 'id', 'search_name', 0.6],
    Oudernetwerk: ['oudernetwerken', 'id', 'search_name', 0.6],
    AdvisoryBody: ['advisory_bodies', 'id', 'search_name', 0.6],
    AdvisorySeat: ['advisory_seats', 'id', 'search_name', 0.6],
    Person: ['person_details', 'person_id', 'fold(display_name)', 0.45],
  };

/** A name beside a text that is searched for. */
interface Compared {
  readonly id: string;
  readonly name: string;
  readonly folded: string;
  readonly score: number;
  readonly alike: boolean;
}

type Name = keyof typeof TABLES | keyof typeof WITHOUT_NODE | keyof typeof EVERY;

/** Every row that a viewer sees, in memory, each knowing its `type`. */
export class NaiveRows {
  private readonly found = new Map<string, Promise<Map<string, number>>>();
  private readonly worked = new Map<string, ReadonlyMap<string, number>>();
  private asked: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly owner: Client,
    private readonly viewer: Viewer,
    private readonly tables: ReadonlyMap<string, readonly Row[]>,
    private readonly byIds: ReadonlyMap<string, Row>,
    private readonly ranks: ReadonlyMap<string, ReadonlyMap<string, number>>,
    private readonly draws: ReadonlyMap<string, number>,
  ) {}

  static async load(owner: Client, serviceUrl: string, viewer: Viewer): Promise<NaiveRows> {
    const client = new Client({
      connectionString: serviceUrl,
      options: `-c role=${roleOf(reachOf(viewer))}`,
    });
    await client.connect();
    const tables = new Map<string, readonly Row[]>();
    await client.query('begin read only');
    await client.query({ ...SET_VIEWER, values: viewerValues(viewer) });
    for (const [name, table] of Object.entries({ ...TABLES, ...WITHOUT_NODE })) {
      const { rows } = await client.query(`select to_jsonb(t) as row from ${table} t`);
      tables.set(
        name,
        rows.map(({ row }) => ({ type: name, ...camelCased(row as Row) })),
      );
    }
    await client.end();
    for (const [name, table] of Object.entries(EVERY)) {
      const { rows } = await owner.query(`select to_jsonb(t) as row from ${table} t`);
      tables.set(
        name,
        rows.map(({ row }) => camelCased(row as Row)),
      );
    }
    const ids = [...tables.values()].flat().filter((row) => typeof row.id === 'string');
    const ranks = new Map<string, Map<string, number>>();
    for (const [order, of] of Object.entries(ORDERS)) ranks.set(order, await ranksOf(owner, ...of));
    // a person whose name is hidden has no position by name
    const named = new Set(tables.get('details')!.map(({ personId }) => personId as string));
    ranks.set('Person NAME', new Map([...ranks.get('Person NAME')!].filter(([id]) => named.has(id))));
    for (const [order, keyOf] of Object.entries(JUDGED)) ranks.set(order, judgedRanks(tables, keyOf));
    const byIds = new Map(ids.map((row) => [`${row.type}:${row.id}`, row]));
    return new NaiveRows(owner, viewer, tables, byIds, ranks, await drawsOf(owner));
  }

  all(name: Name): readonly Row[] {
    return this.tables.get(name) ?? [];
  }

  byId(type: string, id: string | null): Row | null {
    return (id && this.byIds.get(`${type}:${id}`)) || null;
  }

  /** Positions of rows in an order, by id: equal rows share a rank, rows without a value have none. */
  ranksIn(type: string, order: string): ReadonlyMap<string, number> {
    const ranks = this.ranks.get(`${type} ${order}`);
    if (!ranks) throw new Error(`no order ${order} of ${type}`);
    return ranks;
  }

  /** Positions in an order that is not in a column: none for rows without a number. */
  rankedBy(type: string, order: string, numberOf: (row: Row) => number | null): ReadonlyMap<string, number> {
    const key = `${type} ${order}`;
    let ranks = this.worked.get(key);
    if (!ranks) {
      const numbers = this.all(type as Name).map((row) => [row.id as string, numberOf(row)] as const);
      ranks = new Map(numbers.filter((each): each is [string, number] => each[1] !== null));
      this.worked.set(key, ranks);
    }
    return ranks;
  }

  /** The number derived from a seat and a profile, which breaks ties. */
  drawn(seatId: string, profileId: string): number {
    return this.draws.get(`${seatId} ${profileId}`)!;
  }

  /** Those whose address or number it is, among the contact details that the viewer sees. */
  reachedBy(text: string): ReadonlySet<string> {
    const wanted = text.trim().toLowerCase();
    const reached = this.all('contacts').filter(
      ({ email, phone }) => email?.toLowerCase() === wanted || phone === wanted,
    );
    return new Set(reached.map((row) => row.personId as string));
  }

  /** How similar names are to a text, by id. */
  search(type: string, text: string): Promise<Map<string, number>> {
    const key = `${type} ${text}`;
    let found = this.found.get(key);
    if (!found) {
      // one after the other: the owner has one connection
      found = this.asked.then(() => this.resembling(type, text));
      this.asked = found;
      this.found.set(key, found);
    }
    return found;
  }

  private async resembling(type: string, text: string): Promise<Map<string, number>> {
    const [table, key, name, least] = SEARCHES[type]!;
    const { rows } = await this.owner.query<Compared>(
      `select id, name, score, score >= $2::real::float8 as alike, fold($1) as folded
       from (select ${key} as id, ${name} as name, word_similarity(fold($1), ${name})::float8 as score from ${table}) s`,
      [text, least],
    );
    const found = type === 'Person' ? this.meant(rows) : this.named(type, rows);
    return new Map(found.map(({ id, score }) => [id, score]));
  }

  /** Of those that the viewer sees, those with the words of the text, or if there are none, with a name like it. */
  private named(type: string, rows: readonly Compared[]): readonly Compared[] {
    const alike = rows.filter((row) => row.alike);
    if (type === 'Region') return alike;
    const having = rows.filter(({ id, name, folded }) => this.byId(type, id) && hasWords(folded, name));
    return having.length > 0 ? having : alike;
  }

  /** People with a name that is spelt nearly so where the viewer has most to see, or if there are none, with one like it. */
  private meant(rows: readonly Compared[]): Compared[] {
    const names = new Map(this.all('details').map((row) => [row.personId as string, row]));
    const named = rows.filter(({ id }) => names.has(id));
    const here = named.filter(({ id }) => this.isHere(names.get(id)!));
    const near = here.filter(({ id, folded }) => isSpeltNearly(folded, names.get(id)!.searchName as string));
    const elsewhere = named.filter((each) => each.alike && !here.includes(each));
    return [...elsewhere, ...(near.length > 0 ? near : here.filter(({ alike }) => alike))];
  }

  /** Of the country, or of a region that the viewer coordinates. */
  private isHere({ regionIds }: Row): boolean {
    const regions = idsIn('regions', this.viewer);
    return reachOf(this.viewer) === 'national' || (regionIds as string[]).some((id) => regions.includes(id));
  }
}

async function ranksOf(owner: Client, table: string, key: string, by: string): Promise<Map<string, number>> {
  const { rows } = await owner.query(
    `select ${key} as id, dense_rank() over (order by ${by})::integer as rank from ${table} where ${by} is not null`,
  );
  return new Map(rows.map(({ id, rank }) => [id as string, rank as number]));
}

/** PostgreSQL’s own hash: its values do not matter here, only that they break ties. */
async function drawsOf(owner: Client): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ pair: string; drawn: number }>(
    `select s.id || ' ' || e.id as pair, (uuid_hash_extended(e.id, uuid_hash_extended(s.id, 0)) & 255)::integer as drawn
     from advisory_seats s, ervaringsdeskundigen e`,
  );
  return new Map(rows.map(({ pair, drawn }) => [pair, drawn]));
}

/** By the assessment of networks, as far as the viewer sees it; the row is undefined if it is hidden. */
const JUDGED: Readonly<Record<string, (judged: Row | undefined) => number>> = {
  'Oudernetwerk SEVERITY': (judged) => (judged ? judged.severity : -1) as number,
  'Oudernetwerk SECURED_UNTIL': (judged) =>
    Number(String(judged ? (judged.securedUntil ?? '0001-01-01') : '9999-12-31').replaceAll('-', '')),
};

function judgedRanks(
  tables: ReadonlyMap<string, readonly Row[]>,
  keyOf: (judged: Row | undefined) => number,
): Map<string, number> {
  const judged = new Map(tables.get('continuities')!.map((row) => [row.oudernetwerkId as string, row]));
  return new Map(tables.get('Oudernetwerk')!.map(({ id }) => [id as string, keyOf(judged.get(id))]));
}

function camelCased(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replaceAll(/_(.)/g, (_all, letter: string) => letter.toUpperCase()),
      readable(name, value),
    ]),
  );
}

/** Ranges of days as first and last day; anything else as it is. */
function readable(name: string, value: unknown): unknown {
  if (value === null) return null;
  return ['period', 'paused', 'contact_paused'].includes(name) ? inclusive(value as string) : value;
}

/** `[2026-01-01,2027-01-01)` as first and last day. */
function inclusive(range: string): { from: string; until: string | null } {
  const [from = '', after = ''] = range.slice(1, -1).split(',');
  if (!after) return { from, until: null };
  const last = new Date(`${after}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return { from, until: last.toISOString().slice(0, 10) };
}

export function uuidOf(publicId: unknown): string {
  return Buffer.from(String(publicId), 'base64url').toString().split(':')[1] ?? '';
}
