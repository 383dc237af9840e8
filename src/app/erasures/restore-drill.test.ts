import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeId } from '../../kernel/node-id.js';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { keepRows } from '../../testing/kept-rows.js';
import { Makers } from '../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { StartProblem } from '../lifecycle.js';
import { erasureLedger } from './erasure-ledger.js';

let folder: string;
let other: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'okn-erasures-'));
  other = await cloneDatabase();
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await other.drop();
});

const ERASE = `mutation($input: PersonEraseInput!) { personErase(input: $input) { errors { code } } }`;

async function scene(ledger: string) {
  const service = await startTestService({ ERASURE_LEDGER: ledger });
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  const personId = await make.person(region, { given: 'Ottoline', family: 'Zeldzaam' });
  const network = await make.network(region, { activeFrom: '2026-01-01', ledBy: personId });
  const erase = async () => {
    const input = { personId: nodeId('Person', personId), reason: 'ASKED' };
    expect((await service.ask('coordinator', ERASE, { input })).data.personErase.errors).toEqual([]);
    await service.settled();
  };
  return { service, personId, network, erase };
}

async function named({ owner }: TestService, personId: string): Promise<number> {
  return (await owner.query('select from person_details where person_id = $1', [personId])).rowCount!;
}
/** A machine with much to do may not answer in time. */
async function ready(service: TestService, tries = 20): Promise<unknown> {
  const { statusCode, body } = await service.app.inject('/readyz');
  const { reason } = JSON.parse(body) as { reason?: string };
  return reason === 'the check took too long' && tries > 0 ? ready(service, tries - 1) : [statusCode, reason];
}
const BEHIND = expect.stringMatching(
  /^the database is behind its ledger of erasures: 1 person .*Run npm run erasures:replay/,
);

test.each(['a folder', 'another PostgreSQL'])(
  'who was erased comes back with a backup, and is erased again before anybody is served: %s',
  async (kind) => {
    const setting = kind === 'a folder' ? folder : other.superuserUrl;
    const { service, personId, network, erase } = await scene(setting);
    const backup = await keepRows(service);
    try {
      await service.requireAbreast();
      await erase();
      const told = await erasureLedger(setting).all();
      expect(told).toEqual([
        { personId, reason: 'ASKED', erasedAt: expect.stringMatching(/^2026-11-25T10:00:00/) },
      ]);

      await backup.restore();
      expect(await named(service, personId)).toBe(1);
      service.travelTo('2026-11-30T10:00:00Z');
      expect(await ready(service)).toEqual([503, BEHIND]);
      await expect(service.requireAbreast()).rejects.toThrow(StartProblem);

      expect(await service.replayErasures()).toEqual({ erased: 1, failed: [] });
      expect(await named(service, personId)).toBe(0);
      expect(await ready(service)).toEqual([200, undefined]);
      await service.requireAbreast();
      const { rows } = await service.owner.query(
        `select p.erased_on::text, upper(t.period)::text as until, lower(c.period)::text as covered
         from people p join trekkerschappen t on t.person_id = p.id
         join caretakerships c on c.oudernetwerk_id = t.oudernetwerk_id where p.id = $1 and t.oudernetwerk_id = $2`,
        [personId, network],
      );
      // as of the day on which it was done first
      expect(rows).toEqual([{ erased_on: '2026-11-25', until: '2026-11-26', covered: '2026-11-26' }]);
      expect(await service.replayErasures()).toEqual({ erased: 0, failed: [] });
    } finally {
      await backup.close();
      await service.close();
    }
  },
);

test('what the ledger could not be told waits, and is told later', async () => {
  const lost = path.join(folder, 'lost');
  const { service, personId, erase } = await scene(path.join('/dev/null', 'ledger'));
  try {
    await erase();
    const waits = async () =>
      (await service.owner.query('select from erasures where ledger_at is null')).rowCount;
    expect(await waits()).toBe(1);
    await expect(service.requireAbreast()).rejects.toThrow(/ledger of erasures cannot be read/);
  } finally {
    await service.close();
  }
  const later = await scene(lost);
  try {
    await later.erase();
    expect(await readdir(lost)).toEqual([`${later.personId}.json`]);
    // a ledger that was lost is written anew from the database
    await rm(lost, { recursive: true });
    await later.service.requireAbreast();
    expect(await readdir(lost)).toEqual([`${later.personId}.json`]);
    expect(await named(later.service, personId)).toBe(0);
  } finally {
    await later.service.close();
  }
});
