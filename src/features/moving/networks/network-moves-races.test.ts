import { Client } from 'pg';
import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { MovingScene } from '../testing/moving-scene.js';

const MOVE = `mutation($input: OudernetwerkMoveInput!) { oudernetwerkMove(input: $input) {
  regionAgreement { id } errors { code } } }`;
const DECIDE = `mutation($input: RegionAgreementDecideInput!) { done: regionAgreementDecide(input: $input) { errors { code } } }`;
const MERGE = `mutation($input: OudernetwerkMergeInput!) { done: oudernetwerkMerge(input: $input) { errors { code } } }`;

let service: TestService;
let scene: MovingScene;
let other: Client;

beforeAll(async () => {
  service = await startTestService();
  scene = await MovingScene.begin(service);
  other = new Client({ connectionString: service.urls.ownerUrl });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await service.close();
});

/** A network that the other region was asked to take, from today on; ids are public but for `network`. */
async function asked() {
  const network = await scene.make.network(scene.region);
  const id = nodeId('Oudernetwerk', network);
  const input = { id, toRegionId: nodeId('Region', scene.elsewhere), motivation: 'Daar wonen zij.' };
  const { oudernetwerkMove } = await scene.ask(MOVE, { input });
  return { network, id, agreement: oudernetwerkMove.regionAgreement.id as string };
}

async function codes(mutation: string, input: object, subject?: string): Promise<string[]> {
  const { done } = await scene.ask(mutation, { input }, subject);
  return done.errors.map(({ code }: { code: string }) => code);
}
const accept = (id: string) => codes(DECIDE, { id, accept: true }, 'neighbour');

async function somebodyWaits(): Promise<void> {
  for (let look = 0; look < 1_000; look++) {
    const { rows } = await service.owner.query(
      `select from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where a.datname = current_database() and not l.granted`,
    );
    if (rows.length > 0) return;
  }
  throw new Error('nobody waits for a lock');
}

test('whoever agrees waits for the network first, as whoever writes it: the two never wait for each other', async () => {
  const { network, agreement } = await asked();
  await other.query('begin');
  await other.query('select from oudernetwerken where id = $1 for no key update', [network]);
  const decided = accept(agreement);
  await somebodyWaits();
  const free = 'select from region_agreements where id = $1 for no key update nowait';
  await expect(other.query(free, [parseNodeId(agreement)!.uuid])).resolves.toMatchObject({ rowCount: 1 });
  await other.query('commit');
  expect(await decided).toEqual([]);
});

test('it moves, or goes up in another one, and not both', async () => {
  for (let round = 0; round < 4; round++) {
    const { id, network, agreement } = await asked();
    const into = nodeId('Oudernetwerk', await scene.make.network(scene.region));
    const merge = codes(MERGE, { ids: [id], into, reason: 'Samen sterker' });
    const [merged, moved] = await Promise.all([merge, accept(agreement)]);
    expect([merged.length, moved.length].sort()).toEqual([0, 1]);
    const [row] = await scene.rows<{ ended: boolean; moved: boolean }>(
      'select ended_on is not null as ended, region_id = $2 as moved from oudernetwerken where id = $1',
      network,
      scene.elsewhere,
    );
    expect(row).toEqual({ ended: merged.length === 0, moved: moved.length === 0 });
  }
});
