import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import type { TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

const PLANS = `query($id: ID!) { oudernetwerk(id: $id) {
  successionPlans { nodes { id version status openedBecause openedOn targetOn closedOn stopReason motivation
    trekkerschap { id } successor { id } candidates { id version stage rank nextStepOn declineReason endedOn
      motivation person { id } }
    handover { progress items { id version key label mandatory owner { id } dueOn doneOn } } } }
  trekkerschappen { nodes { id role person { id } predecessor { id } period { from until } endReason } }
  caretakerships { nodes { period { from until } } } } }`;

interface Refusal {
  readonly code: string;
  readonly path: readonly string[];
}

export interface Plan {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly openedBecause: string;
  readonly targetOn: string | null;
  readonly closedOn: string | null;
  readonly stopReason: string | null;
  readonly motivation: string | null;
  readonly trekkerschap: { id: string } | null;
  readonly successor: { id: string } | null;
  readonly candidates: { id: string; version: number; stage: string; person: { id: string } }[];
  readonly handover: { progress: number; items: Item[] } | null;
}

export interface Item {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly label: string;
  readonly mandatory: boolean;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}

interface Tenure {
  readonly id: string;
  readonly role: string;
  readonly person: { id: string };
  readonly predecessor: { id: string } | null;
  readonly period: { from: string; until: string | null };
  readonly endReason: string | null;
}

interface Shown {
  readonly plans: Plan[];
  readonly tenures: Tenure[];
  readonly cared: { from: string; until: string | null }[];
}

/** Networks of JZ06 with a coordinator and a colleague. Ids are public. */
export class SuccessionWorld {
  private constructor(
    readonly service: TestService,
    readonly make: Makers,
    readonly region: string,
  ) {}

  static async begin(service: TestService): Promise<SuccessionWorld> {
    const make = new Makers(service.owner);
    const region = await make.region('JZ06');
    await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
    await make.account('colleague', { role: 'COORDINATOR', regionId: region });
    return new SuccessionWorld(service, make, region);
  }

  /** Why it was refused; empty if it succeeded. */
  async run(mutation: string, input: object, subject = 'coordinator'): Promise<Refusal[]> {
    const { data, errors } = await this.service.ask(subject, attemptOf(mutation), { input });
    expect(errors).toBeUndefined();
    return data.done.errors.map(({ code, path }: Refusal) => ({ code, path }));
  }

  async done(mutation: string, input: object, subject?: string): Promise<void> {
    expect([mutation, await this.run(mutation, input, subject)]).toEqual([mutation, []]);
  }

  /** The one code and path of a refusal, after which no row is different. */
  async refused(mutation: string, input: object, subject?: string): Promise<string> {
    const refusals = await unchanged(this.service.owner, () => this.run(mutation, input, subject));
    return refusals.map(({ code, path }) => `${code} ${path.join('.')}`).join();
  }

  async shown(network: string): Promise<Shown> {
    const { data, errors } = await this.service.ask('coordinator', PLANS, { id: network });
    expect(errors).toBeUndefined();
    return {
      plans: data.oudernetwerk.successionPlans.nodes,
      tenures: data.oudernetwerk.trekkerschappen.nodes,
      cared: data.oudernetwerk.caretakerships.nodes.map(({ period }: { period: object }) => period),
    };
  }

  /** The plan that was opened last. */
  async plan(network: string): Promise<Plan> {
    const { plans } = await this.shown(network);
    expect(plans.length).toBeGreaterThan(0);
    return plans[0]!;
  }

  async person(): Promise<string> {
    return nodeId('Person', await this.make.person(this.region));
  }

  /** An active network since 1 January, led by one person since then. */
  async ledNetwork() {
    const person = await this.make.person(this.region);
    const uuid = await this.make.network(this.region, { activeFrom: '2026-01-01', ledBy: person });
    const id = nodeId('Oudernetwerk', uuid);
    const { tenures } = await this.shown(id);
    return { id, uuid, personUuid: person, person: nodeId('Person', person), tenure: tenures[0]!.id };
  }

  /** The last departure of somebody that stands. */
  async departureOf(person: string): Promise<string> {
    const query = 'query($id: ID!) { person(id: $id) { departure { id } } }';
    return (await this.service.ask('coordinator', query, { id: person })).data.person.departure.id;
  }

  /** A led network with an open plan that targets a day. */
  async sought(targetOn = '2027-07-31') {
    const network = await this.ledNetwork();
    await this.done('successionOpen', { trekkerschapId: network.tenure, targetOn });
    return { ...network, plan: (await this.plan(network.id)).id };
  }

  /** Adds a person to a plan at a stage and returns the candidate. */
  async candidate(network: string, plan: string, stage = 'AGREED', personId?: string): Promise<string> {
    const person = personId ?? (await this.person());
    const first = ['SHADOWING', 'READY'].includes(stage) ? 'AGREED' : stage;
    await this.done('candidateAdd', { planId: plan, personId: person, readiness: 'NOW', stage: first });
    const { candidates } = (await this.shown(network)).plans.find(({ id }) => id === plan)!;
    const { id } = candidates.filter((each) => each.person.id === person).at(-1)!;
    if (first !== stage) await this.done('candidateMove', { id, stage });
    return id;
  }

  /** Everything on a plan's checklist is done. */
  async handOver(network: string): Promise<void> {
    const { handover } = await this.plan(network);
    for (const { id } of handover!.items) await this.done('handoverItemSet', { id, doneOn: '2026-11-25' });
  }
}
