import { Client } from 'pg';
import { nodeId } from '../../../kernel/node-id.js';
import { times } from '../../../testing/effort.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';

const MANY = times('racesThatMatterMost');
const ROUNDS = times('races');
const SINCE_JANUARY = '[2026-01-01,)';

let service: TestService;
let make: Makers;
let regionId: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  regionId = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId });
  await make.account('colleague', { role: 'COORDINATOR', regionId });
});
afterAll(() => service.close());

/** An active network with two trekkers; ids are public but for `network`. */
async function ledByTwo() {
  const network = await make.network(regionId, {
    activeFrom: '2026-01-01',
    ledBy: await make.person(regionId),
  });
  await make.trekkerschap(network, await make.person(regionId), SINCE_JANUARY, 'CO_TREKKER');
  const { rows } = await service.owner.query<{ id: string }>(
    'select id from trekkerschappen where oudernetwerk_id = $1 order by id',
    [network],
  );
  return { network, uuids: rows.map(({ id }) => id), ids: rows.map(({ id }) => nodeId('Trekkerschap', id)) };
}

/** The codes it was refused with; empty if it succeeded. */
async function run(subject: string, mutation: string, input: object): Promise<string[]> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask(
    subject,
    `mutation($input: ${type}!) { ${mutation}(input: $input) { errors { code } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data[mutation].errors.map(({ code }: { code: string }) => code);
}

/** The days on which a network must be led and is not; empty = none. */
async function nobodys(network: string): Promise<string> {
  const { rows } = await service.owner.query<{ gap: string }>(
    `select (datemultirange(daterange(active_from, ended_on + 1))
       - coalesce((select range_agg(period) from trekkerschappen where oudernetwerk_id = n.id), '{}')
       - coalesce((select range_agg(period) from caretakerships where oudernetwerk_id = n.id), '{}'))::text as gap
     from oudernetwerken n where id = $1 and active_from is not null`,
    [network],
  );
  return rows[0]?.gap ?? 'not active';
}

async function standby(network: string): Promise<string[]> {
  const { rows } = await service.owner.query<{ period: string }>(
    'select period::text from caretakerships where oudernetwerk_id = $1 and standby order by 1',
    [network],
  );
  return rows.map(({ period }) => period);
}

test('two coordinators ending the last two trekkers at the same moment leave a caretaker, every time', async () => {
  for (let round = 0; round < MANY; round++) {
    const { network, ids } = await ledByTwo();
    const answers = await Promise.all([
      run('coordinator', 'trekkerschapEnd', { id: ids[0], reason: 'PERSONAL' }),
      run('colleague', 'trekkerschapEnd', { id: ids[1], reason: 'MOVED' }),
    ]);
    expect(answers).toEqual([[], []]);
    expect(await standby(network)).toEqual(['[2026-11-26,)']);
  }
});

test('a hand-over and an end of the same trekkerschap at once: one after the other, never a day for nobody', async () => {
  const next = nodeId('Person', await make.person(regionId));
  for (let round = 0; round < ROUNDS; round++) {
    const { network, ids } = await ledByTwo();
    await run('coordinator', 'trekkerschapEnd', { id: ids[1], on: '2026-11-01', reason: 'OTHER' });
    const answers = await Promise.all([
      run('coordinator', 'trekkerschapHandOver', { id: ids[0], toPersonId: next, on: '2026-12-31' }),
      run('colleague', 'trekkerschapEnd', { id: ids[0], on: '2026-12-15', reason: 'PERSONAL' }),
    ]);
    expect(answers).toEqual([[], []]);
    expect(await nobodys(network)).toBe('{}');
    expect([[], ['[2026-12-16,2027-01-01)']]).toContainEqual(await standby(network));
  }
});

test('a start and the end of the network at once: the start comes first and ends too, or is refused', async () => {
  const person = nodeId('Person', await make.person(regionId));
  for (let round = 0; round < ROUNDS; round++) {
    const network = await make.network(regionId, { activeFrom: '2026-01-01' });
    const id = nodeId('Oudernetwerk', network);
    const [started, ended] = await Promise.all([
      run('coordinator', 'trekkerschapStart', { oudernetwerkId: id, personId: person }),
      run('colleague', 'oudernetwerkEnd', { id, reason: 'Klaar' }),
    ]);
    expect(ended).toEqual([]);
    expect([[], ['NETWORK_ENDED']]).toContainEqual(started);
    const { rows } = await service.owner.query(
      'select 1 from trekkerschappen where oudernetwerk_id = $1 and upper_inf(period)',
      [network],
    );
    expect(rows).toEqual([]);
    expect(await nobodys(network)).toBe('{}');
  }
});

test('a network is activated once, whoever else does so at the same moment', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const network = await make.network(regionId);
    const id = nodeId('Oudernetwerk', network);
    const answers = await Promise.all([
      run('coordinator', 'oudernetwerkActivate', { id }),
      run('colleague', 'oudernetwerkActivate', { id, on: '2026-11-01' }),
    ]);
    expect(answers.map(String).sort()).toEqual(['', 'NETWORK_NOT_FORMING']);
    expect(await standby(network)).toHaveLength(1);
    expect(await nobodys(network)).toBe('{}');
  }
});

test('two people taking over the same trekkerschap at once: one does', async () => {
  const people = [await make.person(regionId), await make.person(regionId)];
  for (let round = 0; round < ROUNDS; round++) {
    const { ids } = await ledByTwo();
    const answers = await Promise.all(
      people.map((person) =>
        run('coordinator', 'trekkerschapHandOver', { id: ids[0], toPersonId: nodeId('Person', person) }),
      ),
    );
    expect(answers.map(String).sort()).toEqual(['', 'HANDED_OVER']);
  }
});

describe.each(['read committed', 'repeatable read'])('two sessions past the service, %s', (isolation) => {
  const sessions: Client[] = [];
  beforeAll(async () => {
    for (let n = 0; n < 2; n++) sessions.push(new Client({ connectionString: service.urls.ownerUrl }));
    await Promise.all(sessions.map((session) => session.connect()));
  });
  afterAll(() => Promise.all(sessions.map((session) => session.end())));

  test('cannot leave a network to nobody together', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { network, uuids } = await ledByTwo();
      await Promise.all(sessions.map((session) => session.query(`begin isolation level ${isolation}`)));
      await Promise.all(sessions.map((session, n) => endRaw(session, uuids[n]!)));
      const outcomes = await Promise.allSettled(sessions.map((session) => session.query('commit')));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await nobodys(network)).toBe('{}');
    }
  });

  test('nor one of them with the service', async () => {
    const [session] = sessions;
    for (let round = 0; round < ROUNDS; round++) {
      const { network, uuids, ids } = await ledByTwo();
      await session!.query(`begin isolation level ${isolation}`);
      await endRaw(session!, uuids[0]!);
      const [ended] = await Promise.allSettled([
        run('coordinator', 'trekkerschapEnd', { id: ids[1], reason: 'PERSONAL' }),
        session!.query('commit'),
      ]);
      expect(ended.status).toBe('fulfilled');
      expect(await nobodys(network)).toBe('{}');
    }
  });
});

async function endRaw(session: Client, trekkerschap: string): Promise<void> {
  await session.query(
    `update trekkerschappen set period = daterange(lower(period), '2026-11-26'), end_reason = 'OTHER' where id = $1`,
    [trekkerschap],
  );
}
