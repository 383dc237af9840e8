import { v4 as randomUuid } from 'uuid';
import { nodeId } from '../kernel/node-id.js';
import { Makers } from '../testing/makers/makers.js';
import { attemptOf } from '../testing/access/mutations/mutation-world.js';
import { startTestService, type TestService } from '../testing/test-service.js';
import { unchanged } from '../testing/unchanged.js';

const CREATE = `mutation($input: OudernetwerkCreateInput!) { oudernetwerkCreate(input: $input) {
  oudernetwerk { id name } errors { code path message } } }`;
const START = `mutation($input: TrekkerschapStartInput!) { trekkerschapStart(input: $input) {
  trekkerschap { id } errors { code } } }`;

let service: TestService;
let make: Makers;
let region: string;
let regionId: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  regionId = nodeId('Region', region);
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('colleague', { role: 'COORDINATOR', regionId: region });
  await make.account('parent', { personId: await make.person(region) });
});
afterAll(() => service.close());

const networkNamed = (name: string, idempotencyKey: string = randomUuid()) => ({
  input: { name, regionId, sectors: ['PO'], idempotencyKey },
});

async function numberNamed(name: string): Promise<number> {
  const { rows } = await service.owner.query('select from oudernetwerken where name = $1', [name]);
  return rows.length;
}

describe('an idempotency key', () => {
  test('gives the first answer again, and makes nothing', async () => {
    const variables = networkNamed('Eén keer');
    const { data: first } = await service.ask('coordinator', CREATE, variables);
    const { data: again } = await unchanged(service.owner, () =>
      service.ask('coordinator', CREATE, variables),
    );
    expect(first.oudernetwerkCreate.errors).toEqual([]);
    expect(again).toEqual(first);
  });

  test('gives a refusal again, though it would succeed by now', async () => {
    const network = await make.network(region);
    const input = { id: nodeId('Oudernetwerk', network), idempotencyKey: randomUuid() };
    const pause = attemptOf('oudernetwerkPause');
    const { data: first } = await service.ask('coordinator', pause, { input });
    expect(first.done.errors).toMatchObject([{ code: 'NETWORK_NOT_ACTIVE' }]);
    await service.ask('coordinator', attemptOf('oudernetwerkActivate'), { input: { id: input.id } });
    const { data: again } = await unchanged(service.owner, () =>
      service.ask('coordinator', pause, { input }),
    );
    expect(again).toEqual(first);
  });

  test('gives the answer of an update that changed nothing again, though it would change something by now', async () => {
    const id = nodeId('Oudernetwerk', await make.network(region, { name: 'Zo heet het' }));
    const update = `mutation($input: OudernetwerkUpdateInput!) { oudernetwerkUpdate(input: $input) {
      committed oudernetwerk { version name } errors { code } } }`;
    const named = (name: string, idempotencyKey?: string) =>
      service.ask('coordinator', update, { input: { id, patch: { name }, idempotencyKey } });
    const key = randomUuid();
    const { data: first } = await unchanged(service.owner, () => named('Zo heet het', key), [
      'idempotency_keys',
    ]);
    expect(first.oudernetwerkUpdate).toMatchObject({
      committed: true,
      oudernetwerk: { version: 1 },
      errors: [],
    });
    await named('Anders');
    const { data: again } = await unchanged(service.owner, () => named('Zo heet het', key));
    expect(again.oudernetwerkUpdate.oudernetwerk).toEqual({ version: 2, name: 'Anders' });
  });

  test('is refused with another input and with another mutation', async () => {
    const key = randomUuid();
    await service.ask('coordinator', CREATE, networkNamed('Sleutel', key));
    const other = await unchanged(service.owner, () =>
      service.ask('coordinator', CREATE, networkNamed('Andere sleutel', key)),
    );
    expect(other.data.oudernetwerkCreate).toMatchObject({
      oudernetwerk: null,
      errors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }],
    });
    const input = { regionId, name: { givenName: 'A', familyName: 'B' }, idempotencyKey: key };
    const { data } = await unchanged(service.owner, () =>
      service.ask('coordinator', attemptOf('personCreate'), { input }),
    );
    expect(data.done.errors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  test('of another account is another key', async () => {
    const variables = networkNamed('Van ieder één');
    const mine = await service.ask('coordinator', CREATE, variables);
    const theirs = await service.ask('colleague', CREATE, variables);
    expect(theirs.data.oudernetwerkCreate.errors).toEqual([]);
    expect(theirs.data.oudernetwerkCreate.oudernetwerk.id).not.toBe(
      mine.data.oudernetwerkCreate.oudernetwerk.id,
    );
  });

  test('twice at the same moment makes one record, and both hear of it', async () => {
    for (let round = 0; round < 20; round++) {
      const variables = networkNamed(`Tegelijk ${round}`);
      const answers = await Promise.all([1, 2, 3].map(() => service.ask('coordinator', CREATE, variables)));
      const [first, ...others] = answers.map(({ data }) => data);
      expect(first.oudernetwerkCreate.errors).toEqual([]);
      expect(others).toEqual([first, first]);
      expect(await numberNamed(`Tegelijk ${round}`)).toBe(1);
    }
  });

  test('twice at the same moment, where the second alone would be refused, gives both the first answer', async () => {
    for (let round = 0; round < 20; round++) {
      const input = {
        oudernetwerkId: nodeId('Oudernetwerk', await make.network(region)),
        personId: nodeId('Person', await make.person(region)),
        idempotencyKey: randomUuid(),
      };
      const answers = await Promise.all([1, 2].map(() => service.ask('coordinator', START, { input })));
      const [first, second] = answers.map(({ data }) => data);
      expect(first.trekkerschapStart.errors).toEqual([]);
      expect(second).toEqual(first);
    }
  });

  test('twice at the same moment with different inputs makes one record', async () => {
    for (let round = 0; round < 10; round++) {
      const key = randomUuid();
      const answers = await Promise.all(
        ['links', 'rechts'].map((side) =>
          service.ask('coordinator', CREATE, networkNamed(`${side} ${round}`, key)),
        ),
      );
      const codes = answers.map(({ data }) => String(data.oudernetwerkCreate.errors[0]?.code ?? ''));
      expect(codes.sort()).toEqual(['', 'IDEMPOTENCY_KEY_REUSED']);
      expect((await numberNamed(`links ${round}`)) + (await numberNamed(`rechts ${round}`))).toBe(1);
    }
  });

  test('does not let in viewers without the right', async () => {
    const variables = networkNamed('Niet van u');
    const ask = () => unchanged(service.owner, () => service.ask('parent', CREATE, variables));
    for (const { errors } of [await ask(), await ask()]) {
      expect(errors[0].extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('messages', () => {
  const NO_NAME = { input: { name: ' ', regionId, sectors: ['PO'] } };
  test('have their code in every language, under one name for all mutations', async () => {
    const query = `mutation($input: OudernetwerkCreateInput!) { oudernetwerkCreate(input: $input) {
      errors { ... on UserError { errorCode } code } } }`;
    const { data } = await service.ask('coordinator', query, { input: { ...NO_NAME.input, regionId } });
    expect(data.oudernetwerkCreate.errors).toEqual([{ errorCode: 'REQUIRED', code: 'REQUIRED' }]);
  });

  const said = async (subject: string, headers: Record<string, string> = {}) => {
    const { data } = await service.ask(subject, CREATE, { input: { ...NO_NAME.input, regionId } }, headers);
    return data.oudernetwerkCreate.errors;
  };
  const forbidden = async (subject: string, headers: Record<string, string> = {}) => {
    const { errors } = await service.ask(
      subject,
      attemptOf('themeCreate'),
      { input: { code: 'SLAAP', labelNl: 'Slaap', labelEn: 'Sleep' } },
      headers,
    );
    return errors[0].message;
  };
  const NL = 'Vul dit in.';
  const EN = 'Fill this in.';

  test.each([
    [undefined, NL],
    ['en', EN],
    ['en-GB,en;q=0.9,nl;q=0.8', EN],
    ['fr, en;q=0.1, nl;q=0.5', NL],
    ['de', NL],
    ['', NL],
  ])('Accept-Language %s', async (language, message) => {
    const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
    expect(await said('coordinator', headers)).toEqual([
      { code: 'REQUIRED', path: ['input', 'name'], message },
    ]);
  });

  test.each([
    ['nl', 'en', NL, 'Met uw rol kunt u dit niet doen.'],
    ['en', 'nl', EN, 'Your role does not allow this.'],
  ])(
    'the language %s of the account goes before Accept-Language %s',
    async (locale, language, message, whole) => {
      const subject = await make.account(`speaks ${locale}`, { role: 'COORDINATOR', regionId: region });
      await service.owner.query('update accounts set locale = $1 where subject = $2', [locale, subject]);
      expect(await said(subject, { 'accept-language': language })).toMatchObject([{ message }]);
      expect(await forbidden(subject, { 'accept-language': language })).toBe(whole);
    },
  );
});

test('everything that is wrong is reported at once', async () => {
  const input = { name: '', purpose: 'x'.repeat(2_001), regionId, sectors: [] };
  const { data } = await unchanged(service.owner, () => service.ask('coordinator', CREATE, { input }));
  expect(
    data.oudernetwerkCreate.errors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path]),
  ).toEqual([
    ['REQUIRED', 'input', 'name'],
    ['TOO_LONG', 'input', 'purpose'],
    ['REQUIRED', 'input', 'sectors'],
  ]);
});

test('every update checks expectedVersion, counts up, and changes nothing on CONFLICT', async () => {
  const id = nodeId('Oudernetwerk', await make.network(region));
  const update = `mutation($input: OudernetwerkUpdateInput!) { oudernetwerkUpdate(input: $input) {
    oudernetwerk { version name } errors { code path message } } }`;
  const rename = (name: string, expectedVersion: number) =>
    service.ask('coordinator', update, { input: { id, expectedVersion, patch: { name } } });
  expect((await rename('Tweede', 1)).data.oudernetwerkUpdate.oudernetwerk).toEqual({
    version: 2,
    name: 'Tweede',
  });
  const { data } = await unchanged(service.owner, () => rename('Derde', 1));
  expect(data.oudernetwerkUpdate).toEqual({
    oudernetwerk: null,
    errors: [
      {
        code: 'CONFLICT',
        path: ['input', 'expectedVersion'],
        message:
          'Iemand anders heeft dit intussen gewijzigd (het is nu versie 2). Haal het opnieuw op en probeer het nog eens.',
      },
    ],
  });
});

test('of two writers with the same version one changes it', async () => {
  const id = nodeId('Oudernetwerk', await make.network(region));
  const answers = await Promise.all(
    ['Links', 'Rechts'].map((name) =>
      service.ask('coordinator', attemptOf('oudernetwerkUpdate'), {
        input: { id, expectedVersion: 1, patch: { name } },
      }),
    ),
  );
  expect(answers.map(({ data }) => String(data.done.errors[0]?.code ?? '')).sort()).toEqual(['', 'CONFLICT']);
});
