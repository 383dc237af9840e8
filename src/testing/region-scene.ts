import { nodeId } from '../kernel/node-id.js';
import { Makers } from './makers/makers.js';
import type { TestService } from './test-service.js';

/** Two regions, each with a coordinator: of JZ06, and their neighbour. */
export class RegionScene {
  /** public */
  readonly regionId: string;

  constructor(
    readonly service: TestService,
    readonly make: Makers,
    readonly region: string,
    readonly elsewhere: string,
  ) {
    this.regionId = nodeId('Region', region);
  }

  static async begin<Scene extends RegionScene>(
    this: new (...parts: ConstructorParameters<typeof RegionScene>) => Scene,
    service: TestService,
  ): Promise<Scene> {
    const make = new Makers(service.owner);
    const region = await make.region('JZ06');
    const elsewhere = await make.region('JZ22');
    await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
    await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
    return new this(service, make, region, elsewhere);
  }

  async ask(query: string, variables: object = {}, subject = 'coordinator') {
    const { data, errors } = await this.service.ask(subject, query, variables);
    expect(errors).toBeUndefined();
    return data;
  }
}
