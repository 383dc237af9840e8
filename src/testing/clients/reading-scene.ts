import { Makers } from '../makers/makers.js';
import { type Json, startTestService, type TestService } from '../test-service.js';
import type { ClientApp } from './client-app.js';
import { relayApp } from './compile-relay.js';
import type { PagedList } from './paged-list.js';
import { ThreeClients } from './three-clients.js';

/**
 * A service on a socket, and a reader in a region who pages through lists with three clients. Rows have letters as
 * names.
 */
export class ReadingScene {
  region = '';
  regionCode = '';
  /** the subject of the reader */
  reader = '';
  /** the coordinator, who writes */
  private keeper = '';
  private regions = 0;
  private readonly letters = new Map<string, string>();

  private constructor(
    readonly service: TestService,
    readonly make: Makers,
    private readonly address: string,
    private readonly app: ClientApp,
  ) {}

  static async set(): Promise<ReadingScene> {
    const app = await relayApp();
    const service = await startTestService();
    const address = await service.app.listen({ host: '127.0.0.1', port: 0 });
    return new ReadingScene(service, new Makers(service.owner), address, app);
  }

  async clear(): Promise<void> {
    await this.service.close();
    this.app.remove();
  }

  /** To an empty region; the coordinator reads there, or a secretary. */
  async moveToNextRegion(reader: 'COORDINATOR' | 'SECRETARY' = 'COORDINATOR'): Promise<void> {
    this.regionCode = `JZ${String(++this.regions).padStart(2, '0')}`;
    this.region = await this.make.region(this.regionCode);
    const account = (role: 'COORDINATOR' | 'SECRETARY') =>
      this.make.account(`${role}-${this.regionCode}`, { role, regionId: this.region });
    this.keeper = await account('COORDINATOR');
    this.reader = reader === 'COORDINATOR' ? this.keeper : await account(reader);
    this.letters.clear();
  }

  call(id: string, letter: string): void {
    this.letters.set(id, letter);
  }

  letterOf(id: string): string {
    return this.letters.get(id) ?? `(${id})`;
  }

  idOf(letter: string): string {
    const [id] = [...this.letters].find(([, each]) => each === letter)!;
    return id;
  }

  read(list: PagedList, variables: object, pageSize: number): Promise<ThreeClients> {
    return ThreeClients.of(this.app, {
      address: this.address,
      subject: this.reader,
      list,
      variables,
      pageSize,
    });
  }

  /** A mutation of the coordinator that succeeds; returns the selected fields of its payload. */
  async done(mutation: string, input: object, answer = ''): Promise<Json> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await this.service.ask(
      this.keeper,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answer} errors { code message } } }`,
      { input },
    );
    expect([errors, data?.[mutation].errors]).toEqual([undefined, []]);
    return data[mutation];
  }
}
