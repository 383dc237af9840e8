import { nodeId } from '../../../../kernel/node-id.js';
import { Makers } from '../../../../testing/makers/makers.js';
import { SeatMakers } from '../../../../testing/makers/seat-makers.js';
import { attemptOf } from '../../../../testing/access/mutations/mutation-world.js';
import type { TestService } from '../../../../testing/test-service.js';

/** A network as it is on the first day: its trekkers since when, and until when it is supported. */
export interface Beginning {
  readonly leads: Readonly<
    Record<string, { since: string; role?: 'CO_TREKKER'; groep?: number; plannedEnd?: string }>
  >;
  readonly supportedUntil?: string;
}

const FOLLOWS = `query($id: ID!) { oudernetwerk(id: $id) {
  trekkerschappen { nodes { id person { id } period { from until } } }
  successionPlans { nodes { id status openedOn targetOn trekkerschap { id }
    candidates { id person { id } } } } } }`;

const JUDGED = `band securedUntil findings { code severity since dueOn message }`;
export const FIRST_DAY = '2026-09-01';

/** A region that is lived through day by day. Networks and people have short names; ids are public. */
export class SchoolYears {
  today = FIRST_DAY;
  readonly networks = new Map<string, string>();
  /** the networks that somebody changed, with the last day of that */
  readonly touched = new Map<string, string>();
  private readonly people = new Map<string, string>();

  private constructor(
    readonly service: TestService,
    private readonly make: Makers,
    private readonly region: string,
    private readonly organisation: string,
  ) {}

  static async begin(
    service: TestService,
    beginnings: Readonly<Record<string, Beginning>>,
  ): Promise<SchoolYears> {
    const make = new Makers(service.owner);
    const region = await make.region('JZ06');
    await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
    await service.owner.query(
      `update accounts set email_norm = 'coordinator@voorbeeld.nl' where subject = 'coordinator'`,
    );
    const years = new SchoolYears(service, make, region, await make.organisation(region));
    service.travelTo(`${FIRST_DAY}T08:00:00Z`);
    for (const [name, beginning] of Object.entries(beginnings)) await years.beginNetwork(name, beginning);
    return years;
  }

  /** A new person who is reachable and has an account. */
  async person(name: string): Promise<string> {
    const known = this.people.get(name);
    if (known) return known;
    const uuid = await this.make.person(this.region);
    await this.service.owner.query(
      `insert into person_contacts (person_id, phone) values ($1, '0612345678')`,
      [uuid],
    );
    await this.make.account(name, { personId: uuid });
    const id = nodeId('Person', uuid);
    this.people.set(name, id);
    return id;
  }

  /** Its uuid. */
  newOrganisation(): Promise<string> {
    return this.make.organisation(this.region);
  }

  /** Runs it today, in a network; fails if it is refused. */
  async done(network: string, mutation: string, input: object, as = 'coordinator'): Promise<void> {
    const { data, errors } = await this.service.ask(as, attemptOf(mutation), { input });
    expect([this.today, mutation, errors, data?.done.errors]).toEqual([this.today, mutation, undefined, []]);
    this.touched.set(network, this.today);
  }

  /** A child of this person is in this groep in the current school year. */
  async child(network: string, name: string, groep: number): Promise<void> {
    const year = Number(this.today.slice(0, 4)) - (this.today.slice(5) < '08-01' ? 1 : 0);
    const personId = await this.person(name);
    const schoolYear = `${year}-${year + 1}`;
    await this.done(network, 'schoolTieRecord', { personId, stage: 'BO', yearLevel: groep, schoolYear });
  }

  /** The latest trekkerschap of a person in a network. */
  async tenure(network: string, name: string): Promise<string> {
    const person = await this.person(name);
    const { trekkerschappen } = await this.shown(network);
    return trekkerschappen.nodes.find((each: { person: { id: string } }) => each.person.id === person).id;
  }

  /** The open plan for the trekkerschap of this person. */
  async plan(network: string, name: string) {
    const tenure = await this.tenure(network, name);
    const { successionPlans } = await this.shown(network);
    return successionPlans.nodes.find(
      (plan: { trekkerschap: { id: string } | null; status: string }) =>
        plan.trekkerschap?.id === tenure && !['COMPLETED', 'STOPPED'].includes(plan.status),
    );
  }

  id(network: string): string {
    return this.networks.get(network)!;
  }

  /**
   * The assessments of networks: as stored today, or as predicted for a later day. By name; ended ones are left out.
   */
  async judged(on?: string): Promise<ReadonlyMap<string, { band: string; findings: { code: string }[] }>> {
    const parts = [...this.networks].map(
      ([name, id]) =>
        `${name}: oudernetwerk(id: "${id}") { status continuity${on ? `(on: "${on}")` : ''} { ${JUDGED} } }`,
    );
    const { data, errors } = await this.service.ask('coordinator', `{ ${parts.join(' ')} }`);
    expect(errors).toBeUndefined();
    const names = [...this.networks.keys()].filter((name) => data[name].status !== 'ENDED');
    return new Map(names.map((name) => [name, data[name].continuity]));
  }

  /** A person of a network is appointed to a seat of a new body. */
  async seat(network: string, name: string, from: string, until: string): Promise<void> {
    const bodyId = nodeId(
      'AdvisoryBody',
      await new SeatMakers(this.service.owner).body(this.region, { carryOver: false }),
    );
    await this.done(network, 'advisorySeatCreate', { bodyId, title: 'Zetel' });
    const { data } = await this.service.ask(
      'coordinator',
      'query($id: ID!) { advisoryBody(id: $id) { seats { nodes { id } } } }',
      { id: bodyId },
    );
    const [{ id: seatId }] = data.advisoryBody.seats.nodes;
    await this.done(network, 'seatAppoint', { seatId, personId: await this.person(name), from, until });
  }

  private async shown(network: string) {
    const { data } = await this.service.ask('coordinator', FOLLOWS, { id: this.id(network) });
    return data.oudernetwerk;
  }

  private async beginNetwork(name: string, { leads, supportedUntil }: Beginning): Promise<void> {
    const [first] = Object.values(leads);
    const uuid = await this.make.network(this.region, { name });
    this.networks.set(name, nodeId('Oudernetwerk', uuid));
    const until = supportedUntil ? `'${supportedUntil}'::date + 1` : 'null';
    await this.service.owner.query(
      `insert into support_arrangements (id, oudernetwerk_id, region_id, organisation_id, period)
       values (gen_random_uuid(), $1, $2, $3, daterange($4, ${until}))`,
      [uuid, this.region, this.organisation, first!.since],
    );
    for (const [person, { since, role = 'TREKKER', groep, plannedEnd }] of Object.entries(leads)) {
      await this.done(name, 'trekkerschapStart', {
        oudernetwerkId: this.id(name),
        personId: await this.person(person),
        role,
        from: since,
        ...(plannedEnd && { plannedEnd: { on: plannedEnd, reason: 'PERSONAL' } }),
      });
      if (groep) await this.child(name, person, groep);
    }
    await this.done(name, 'oudernetwerkActivate', { id: this.id(name), on: first!.since });
  }
}
