import { nodeId } from '../../../kernel/node-id.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { RegionScene } from '../../../testing/region-scene.js';
import { renewAll } from '../../../testing/stored-is-fresh.js';

const MOVE = `mutation($input: PersonMoveInput!) { personMove(input: $input) {
  person { region { code } municipality { id } } move { id version status on toRegion { code } } errors { code path } } }`;
const ANSWER = `mutation($input: PersonMoveAnswerInput!) { personMoveAnswer(input: $input) {
  move { status answeredOn } errors { code path } } }`;
const ANNUL = `mutation($input: PersonMoveAnnulInput!) { personMoveAnnul(input: $input) {
  person { region { code } move { id } } errors { code path } } }`;

/** Two regions with their coordinators, and people who go from the first to the second. */
export class MovingScene extends RegionScene {
  readonly profiles = new ProfileMakers(this.service.owner);

  async move(personId: string, input: object = {}, subject = 'coordinator') {
    const given = {
      id: nodeId('Person', personId),
      toRegionId: nodeId('Region', this.elsewhere),
      ...input,
    };
    return (await this.ask(MOVE, { input: given }, subject)).personMove;
  }

  async answer(id: string, mayIntroduce: boolean, subject = 'coordinator') {
    return (await this.ask(ANSWER, { input: { id, mayIntroduce } }, subject)).personMoveAnswer;
  }

  async annul(id: string, subject = 'coordinator') {
    return (await this.ask(ANNUL, { input: { id, reason: 'Vergissing' } }, subject)).personMoveAnnul;
  }

  /** Whether somebody sees a person, or a record of another type. */
  async sees(subject: string, uuid: string, type: 'Person' | 'Oudernetwerk' = 'Person'): Promise<boolean> {
    const { node } = await this.ask(
      'query($id: ID!) { node(id: $id) { id } }',
      { id: nodeId(type, uuid) },
      subject,
    );
    return node !== null;
  }

  async rows<Row = Record<string, unknown>>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return (await this.service.owner.query(sql, values)).rows as Row[];
  }

  async home(personId: string): Promise<string> {
    const [row] = await this.rows<{ code: string }>(
      'select r.code from people p join regions r on r.id = p.region_id where p.id = $1',
      personId,
    );
    return row!.code;
  }

  /** What the worklist of a coordinator says of a person. */
  async tasks(subject: string, personId: string): Promise<string[]> {
    const { worklist } = await this.ask(
      '{ worklist(snoozed: true) { nodes { subject { ... on PersonTask { person { id } } } reasons { code } } } }',
      {},
      subject,
    );
    type Item = { subject: { person?: { id: string } }; reasons: { code: string }[] };
    return (worklist.nodes as Item[])
      .filter(({ subject: about }) => about.person?.id === nodeId('Person', personId))
      .flatMap(({ reasons }) => reasons.map(({ code }) => code));
  }

  renew(): Promise<void> {
    return renewAll(this.service);
  }
}
