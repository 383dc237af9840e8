import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import type { TestService } from '../../../testing/test-service.js';

export const PERSON = `version displayName name { givenName infix familyName sortName } contact { email phone } note
  region { code } municipality { name } perspectives language participationForms availability { hoursPerMonth dayParts }`;
export const CREATE = `mutation($input: PersonCreateInput!) { personCreate(input: $input) { errors { code path }
  person { id ${PERSON} possibleDuplicates { displayName } } } }`;

/** Two regions, each with a coordinator: of JZ06, and their neighbour. */
export class PeopleScene {
  /** public */
  readonly regionId: string;

  private constructor(
    readonly service: TestService,
    readonly make: Makers,
    readonly region: string,
    readonly elsewhere: string,
  ) {
    this.regionId = nodeId('Region', region);
  }

  static async begin(service: TestService): Promise<PeopleScene> {
    const make = new Makers(service.owner);
    const region = await make.region('JZ06');
    const elsewhere = await make.region('JZ22');
    await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
    await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
    return new PeopleScene(service, make, region, elsewhere);
  }

  async ask(query: string, variables: object = {}, subject = 'coordinator') {
    const { data, errors } = await this.service.ask(subject, query, variables);
    expect(errors).toBeUndefined();
    return data;
  }

  async municipality(code: string, name: string): Promise<string> {
    const { region } = await this.ask(`{ region(code: "${code}") { municipalities { id name } } }`);
    return region.municipalities.find((each: { name: string }) => each.name === name).id;
  }

  /** Everything that can be recorded of a person. */
  async complete() {
    return {
      regionId: this.regionId,
      municipalityId: await this.municipality('JZ06', 'Alkmaar'),
      name: { givenName: ' Amíra ', infix: 'el', familyName: 'Idrissi' },
      perspectives: ['OUDER', 'PROFESSIONAL'],
      language: 'AR',
      participationForms: ['BUDDY', 'SEAT'],
      availability: { hoursPerMonth: 6, dayParts: ['EVENING'] },
      contact: { email: 'amira@voorbeeld.nl', phone: '06 - 12 34 56 78' },
      note: 'Liever bellen na acht uur',
    };
  }
}
