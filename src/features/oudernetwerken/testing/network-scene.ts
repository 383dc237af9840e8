import { nodeId } from '../../../kernel/node-id.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import { RegionScene } from '../../../testing/region-scene.js';
import { unchanged } from '../../../testing/unchanged.js';

export const NETWORK = `oudernetwerk { id version name purpose status region { code } municipalities { name } sectors
  themes { code } meetingRhythm activeFrom endedOn endReason contactPerson { displayName }
  caretaker { standby organisation { name } } }`;

/** Networks of a region, as its coordinator records them. */
export class NetworkScene extends RegionScene {
  /** The payload of a mutation; of each error its code and path. */
  async run(mutation: string, input: object, selection = '', subject?: string) {
    const query = attemptOf(mutation).replace('errors {', `${selection} errors {`);
    const { done } = await this.ask(query, { input }, subject);
    return {
      ...done,
      errors: done.errors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path]),
    };
  }

  async refused(mutation: string, input: object, subject?: string): Promise<string[][]> {
    return (await unchanged(this.service.owner, () => this.run(mutation, input, '', subject))).errors;
  }

  /** The public id of an active network. */
  async active(): Promise<string> {
    return nodeId('Oudernetwerk', await this.make.network(this.region, { activeFrom: '2026-01-01' }));
  }

  async themeIds(): Promise<string[]> {
    const { themes } = await this.ask('{ themes { id } }');
    return themes.map(({ id }: { id: string }) => id);
  }

  /** Everything that can be recorded of a network. */
  async complete() {
    const { region } = await this.ask('{ region(code: "JZ06") { municipalities { id } } }');
    const contact = await this.make.person(this.region, { given: 'Con', family: 'Tact' });
    return {
      regionId: this.regionId,
      name: 'Oudernetwerk Noord',
      purpose: 'Samen sterker',
      municipalityIds: [region.municipalities[0].id as string],
      sectors: ['PO', 'ZORG'],
      themeIds: (await this.themeIds()).slice(0, 2),
      meetingRhythm: 'MONTHLY',
      contactPersonId: nodeId('Person', contact),
    };
  }
}
