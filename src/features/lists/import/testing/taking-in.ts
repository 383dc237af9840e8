import { nodeId } from '../../../../kernel/node-id.js';
import { type Json, type TestService } from '../../../../testing/test-service.js';

const START = `mutation($input: ImportStartInput!) { importStart(input: $input) {
  import { id } url errors { code path } } }`;
const DECIDE = `mutation($input: ImportDecideInput!) { importDecide(input: $input) { errors { code path } } }`;
const APPLY = `mutation($input: ImportApplyInput!) { importApply(input: $input) { errors { code message } } }`;
const UNDO = `mutation($input: ImportUndoInput!) { importUndo(input: $input) { errors { code } } }`;
const IMPORT = `query($id: ID!) { import(id: $id) {
  state columns { name field } kept { number kind reason }
  counts { total recorded new same changes doubtful bad undecided }
  rows(first: 100) { nodes { number name outcome problems { column code message } changes { field from to }
    candidates { reasons person { id displayName } } person { displayName } } } } }`;

/** Lists that the coordinator of a region takes in. */
export class TakingIn {
  constructor(
    private readonly service: TestService,
    private readonly region: string,
  ) {}

  /** An import whose rows are judged. */
  async judged(content: string | Buffer, input: object): Promise<string> {
    const { import: made, url } = await this.ask(START, {
      regionId: nodeId('Region', this.region),
      ...input,
    });
    const { pathname, search } = new URL(url);
    const { statusCode, body } = await this.service.app.inject({
      method: 'PUT',
      url: pathname + search,
      payload: Buffer.from(content as string),
    });
    expect([statusCode, body]).toEqual([200, expect.anything()]);
    await this.service.settled();
    return made.id;
  }

  async decide(id: string, rows: readonly object[]): Promise<void> {
    await this.ask(DECIDE, { id, rows });
  }

  async applied(id: string): Promise<Json> {
    await this.ask(APPLY, { id });
    await this.service.settled();
    return this.seen(id);
  }

  async undone(id: string): Promise<Json> {
    await this.ask(UNDO, { id });
    await this.service.settled();
    return this.seen(id);
  }

  async seen(id: string): Promise<Json> {
    return (await this.service.ask('coordinator', IMPORT, { id })).data.import;
  }

  private async ask(query: string, input: object): Promise<Json> {
    const { data, errors } = await this.service.ask('coordinator', query, { input });
    expect(errors).toBeUndefined();
    const answer = Object.values(data as object)[0];
    expect(answer.errors).toEqual([]);
    return answer;
  }
}
