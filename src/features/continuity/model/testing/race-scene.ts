import { nodeId } from '../../../../kernel/node-id.js';
import { Makers } from '../../../../testing/makers/makers.js';
import { SeatMakers } from '../../../../testing/makers/seat-makers.js';
import { attemptOf } from '../../../../testing/access/mutations/mutation-world.js';
import type { TestService } from '../../../../testing/test-service.js';

/** Where two writers collide: public ids, and the subject of the person who leads both networks. */
export interface Scene {
  readonly subject: string;
  readonly network: string;
  /** of the other region */
  readonly other: string;
  readonly tenure: string;
  readonly elsewhere: string;
  readonly co: string;
  readonly leader: string;
  readonly second: string;
  readonly next: string;
  readonly plan: string;
  readonly candidate: string;
}

/** Two regions: a coordinator and a colleague in the first, a neighbour in the other. */
export class Races {
  private constructor(
    private readonly service: TestService,
    private readonly make: Makers,
    private readonly regions: readonly [string, string],
  ) {}

  static async begin(service: TestService): Promise<Races> {
    const make = new Makers(service.owner);
    const [here, there] = [await make.region('JZ06'), await make.region('JZ07')];
    await make.account('coordinator', { role: 'COORDINATOR', regionId: here });
    await make.account('colleague', { role: 'COORDINATOR', regionId: here });
    await make.account('neighbour', { role: 'COORDINATOR', regionId: there });
    return new Races(service, make, [here, there]);
  }

  /** Two networks of two regions, the same person leads both; the first has a co-trekker and a candidate who agreed. */
  async scene(): Promise<Scene> {
    const { make, regions } = this;
    const [leader, second, next] = [await this.person(), await this.person(), await this.person()];
    const network = await make.network(regions[0], { activeFrom: '2026-01-01', ledBy: leader });
    const co = await make.trekkerschap(network, second, '[2026-01-01,)', 'CO_TREKKER');
    const other = await make.network(regions[1], { activeFrom: '2026-01-01', ledBy: leader });
    const tenure = await this.oneOf(network, 'Trekkerschap', 'trekkerschappen', leader);
    const subject = await make.account(`parent ${leader}`, { personId: leader });
    await this.done('successionOpen', { trekkerschapId: tenure });
    const plan = await this.oneOf(network, 'SuccessionPlan', 'succession_plans');
    const personId = nodeId('Person', next);
    await this.done('candidateAdd', { planId: plan, personId, readiness: 'NOW', stage: 'AGREED' });
    return {
      subject,
      network: nodeId('Oudernetwerk', network),
      other: nodeId('Oudernetwerk', other),
      tenure,
      elsewhere: await this.oneOf(other, 'Trekkerschap', 'trekkerschappen'),
      co: nodeId('Trekkerschap', co),
      leader: nodeId('Person', leader),
      second: nodeId('Person', second),
      next: personId,
      plan,
      candidate: await this.oneOf(network, 'SuccessorCandidate', 'successor_candidates'),
    };
  }

  /** The codes it was refused with; empty if it succeeded. A fault in the service itself would be an error. */
  async run(as: string, mutation: string, input: object): Promise<string[]> {
    const { data, errors } = await this.service.ask(as, attemptOf(mutation), { input });
    expect([mutation, errors]).toEqual([mutation, undefined]);
    return data.done.errors.map(({ code }: { code: string }) => code);
  }

  private async done(mutation: string, input: object): Promise<void> {
    expect([mutation, await this.run('coordinator', mutation, input)]).toEqual([mutation, []]);
  }

  /** Somebody whom both regions know. */
  private async person(): Promise<string> {
    const person = await this.make.person(this.regions[0]);
    await new SeatMakers(this.service.owner).formerSeat(this.regions[1], person);
    return person;
  }

  /** The public id of the row of a network, or of one person in it. */
  private async oneOf(network: string, type: string, table: string, person?: string): Promise<string> {
    const { rows } = await this.service.owner.query<{ id: string }>(
      `select id from ${table} where oudernetwerk_id = $1 ${person ? 'and person_id = $2' : ''}`,
      person ? [network, person] : [network],
    );
    return nodeId(type, rows[0]!.id);
  }
}
