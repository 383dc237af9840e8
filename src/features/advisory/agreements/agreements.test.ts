import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { times } from '../../../testing/effort.js';
import { NOW } from '../../../testing/test-service.js';
import { type SeatWorld, startSeatWorld } from '../testing/seats.js';

const ABOUT = `status subject { id } homeRegion { code } region { code } period { from until } askedOn motivation
  responsibilities answeredOn answerReason endedBy { code } endReason`;

let world: SeatWorld;
let elsewhere: string;
beforeAll(async () => {
  world = await startSeatWorld();
  elsewhere = nodeId('Region', world.elsewhere);
  await world.make.account('colleague there', { role: 'COORDINATOR', regionId: world.elsewhere });
  await world.make.account('secretary there', { role: 'SECRETARY', regionId: world.elsewhere });
});
afterEach(() => world.service.travelTo(NOW));
afterAll(() => world.service.close());

const asking = (subjectId: string, input: object = {}) => ({
  subjectId,
  regionId: elsewhere,
  motivation: 'Ouders uit beide regio’s aan één tafel',
  ...input,
});

async function asked(subjectId: string, input: object = {}): Promise<string> {
  const { regionAgreement } = await world.run('regionAgreementAsk', asking(subjectId, input), 'coordinator');
  return regionAgreement.id;
}

async function agreed(subjectId: string, input: object = {}): Promise<string> {
  const id = await asked(subjectId, input);
  await world.run('regionAgreementDecide', { id, accept: true }, 'neighbour');
  return id;
}

/** The regions in which a body works today besides its own. */
async function worksIn(body: string): Promise<string[]> {
  const { regions } = await world.show(body, 'regions { code }');
  return regions.map(({ code }: { code: string }) => code);
}

describe('an agreement', () => {
  test('is asked by the body’s region, decided by the other, and makes the body work there', async () => {
    const body = await world.body();
    const responsibilities = 'Ieder voor de eigen ouders; de raad voor de notulen.';
    const id = await asked(body, { from: '2026-12-01', until: '2027-11-30', responsibilities });
    const open = {
      status: 'ASKED',
      subject: { id: body },
      homeRegion: { code: 'JZ06' },
      region: { code: 'JZ22' },
      period: { from: '2026-12-01', until: '2027-11-30' },
      askedOn: '2026-11-25',
      motivation: 'Ouders uit beide regio’s aan één tafel',
      responsibilities,
      answeredOn: null,
      answerReason: null,
      endedBy: null,
      endReason: null,
    };
    for (const who of ['coordinator', 'secretary', 'neighbour'])
      expect(await world.show(id, ABOUT, who)).toEqual(open);
    const decision = { id, accept: true, reason: 'Graag samen' };
    const { regionAgreement } = await world.run('regionAgreementDecide', decision, 'neighbour');
    expect(regionAgreement.status).toBe('AGREED');
    expect(await worksIn(body)).toEqual([]);
    const answered = { ...open, answeredOn: '2026-11-25', answerReason: 'Graag samen' };
    for (const [day, status, regions] of [
      ['2026-12-01', 'IN_FORCE', ['JZ22']],
      ['2027-11-30', 'IN_FORCE', ['JZ22']],
      ['2027-12-01', 'ENDED', []],
    ] as const) {
      world.service.travelTo(`${day}T10:00:00Z`);
      expect(await world.show(id, ABOUT)).toEqual({ ...answered, status });
      expect(await worksIn(body)).toEqual(regions);
    }
  });

  test('that is decided late begins on that day', async () => {
    const body = await world.body();
    const id = await asked(body, { from: '2026-11-28' });
    world.service.travelTo('2026-12-05T10:00:00Z');
    const { regionAgreement } = await world.run('regionAgreementDecide', { id, accept: true }, 'neighbour');
    expect(regionAgreement).toMatchObject({
      status: 'IN_FORCE',
      period: { from: '2026-12-05', until: null },
    });
  });

  test('that is declined says why, leaves the body where it was, and can be asked again', async () => {
    const body = await world.body();
    const id = await asked(body);
    expect(await world.refused('regionAgreementDecide', { id, accept: false }, 'neighbour')).toEqual([
      'REQUIRED input.reason',
    ]);
    const no = { id, accept: false, reason: 'Wij hebben al een raad' };
    await world.run('regionAgreementDecide', no, 'neighbour');
    expect(await world.show(id, 'status answerReason')).toEqual({
      status: 'DECLINED',
      answerReason: 'Wij hebben al een raad',
    });
    // nothing is asked any more: the other region keeps its answer, and does not see the body
    expect(await world.show(id, 'status subject { id }', 'neighbour')).toEqual({
      status: 'DECLINED',
      subject: null,
    });
    expect(await worksIn(body)).toEqual([]);
    await agreed(body);
    expect(await worksIn(body)).toEqual(['JZ22']);
  });

  test('is listed with the body and with both regions, by status and side', async () => {
    const body = await world.body();
    const [open, withdrawn] = [
      await asked(body, { from: '2027-06-01' }),
      await asked(body, { until: '2026-12-31' }),
    ];
    await world.run('regionAgreementWithdraw', { id: withdrawn }, 'coordinator');
    const list = async (of: string, filter: object, who: string) => {
      const query = `query($of: ID!, $filter: RegionAgreementFilter) { node(id: $of) {
        ... on AdvisoryBody { agreements(filter: $filter) { nodes { id } } }
        ... on Region { agreements(first: 100, filter: $filter) { nodes { id } } } } }`;
      const { node } = await world.ask(who, query, { of, filter });
      const ids = node.agreements.nodes.map(({ id }: { id: string }) => id);
      return [open, withdrawn].filter((id) => ids.includes(id));
    };
    expect(await list(body, {}, 'secretary')).toEqual([open, withdrawn]);
    expect(await list(body, { status: ['ASKED'] }, 'neighbour')).toEqual([open]);
    const home = nodeId('Region', world.region);
    expect(await list(home, { status: ['WITHDRAWN'] }, 'coordinator')).toEqual([withdrawn]);
    expect(await list(elsewhere, { homeRegionId: home }, 'neighbour')).toEqual([open, withdrawn]);
    expect(await list(elsewhere, { regionId: home }, 'neighbour')).toEqual([]);
    expect(await list(elsewhere, {}, 'secretary there')).toEqual([]);
  });
});

describe('whoever asked does not decide', () => {
  test('though they coordinate both regions: a colleague does', async () => {
    await world.make.account('of both', { role: 'COORDINATOR', regionId: world.region });
    await world.service.owner.query(
      `insert into account_roles (id, account_id, role, region_id, period)
       select gen_random_uuid(), id, 'COORDINATOR', $1, '[2020-01-01,)' from accounts where subject = 'of both'`,
      [world.elsewhere],
    );
    const body = await world.body();
    const { regionAgreement } = await world.run('regionAgreementAsk', asking(body), 'of both');
    const decision = { id: regionAgreement.id, accept: true };
    expect(await world.refused('regionAgreementDecide', decision, 'of both')).toEqual([
      'OWN_QUESTION input.id',
    ]);
    expect(await world.refused('regionAgreementDecide', decision, 'coordinator')).toEqual(['FORBIDDEN']);
    await world.run('regionAgreementDecide', decision, 'neighbour');
  });

  test('nor past the service', async () => {
    const id = await asked(await world.body());
    const { uuid } = parseNodeId(id)!;
    await expect(
      world.service.owner.query(
        `update region_agreements set answer = 'AGREED', answered_on = asked_on, answered_by = asked_by where id = $1`,
        [uuid],
      ),
    ).rejects.toThrow('region_agreements_decided_by_another');
  });

  test('two who answer at the same moment give one answer', async () => {
    for (let round = 0; round < times('races'); round++) {
      const body = await world.body();
      const id = await asked(body);
      const decide = (accept: boolean, who: string) =>
        world.service.ask(
          who,
          `mutation($input: RegionAgreementDecideInput!) { done: regionAgreementDecide(input: $input) { errors { code } } }`,
          { input: { id, accept, reason: 'Zo besloten' } },
        );
      const answers = await Promise.all([decide(true, 'neighbour'), decide(false, 'colleague there')]);
      const codes = answers.map(({ data }) =>
        data.done.errors.map(({ code }: { code: string }) => code).join(),
      );
      expect(codes.sort()).toEqual(['', 'ALREADY_DECIDED']);
    }
  });
});

describe('an agreement ends', () => {
  test.each([
    ['coordinator', 'JZ06'],
    ['neighbour', 'JZ22'],
  ])('by the %s', async (who, code) => {
    const body = await world.body();
    const id = await agreed(body);
    const end = { id, on: '2026-12-31', reason: 'De raad gaat verder in één regio' };
    const { regionAgreement } = await world.run('regionAgreementEnd', end, who);
    expect(regionAgreement).toMatchObject({ status: 'IN_FORCE', period: { until: '2026-12-31' } });
    expect(await world.show(id, 'endedBy { code } endReason')).toEqual({
      endedBy: { code },
      endReason: end.reason,
    });
    world.service.travelTo('2027-01-01T10:00:00Z');
    expect(await worksIn(body)).toEqual([]);
    expect(await world.refused('regionAgreementEnd', { id, reason: 'Nog eens' }, who)).toEqual([
      'NOT_AGREED input.id',
    ]);
  });

  test('at once, with yesterday as its last day', async () => {
    const body = await world.body();
    const { uuid } = parseNodeId(body)!;
    const id = nodeId('RegionAgreement', await world.seats.agreement(uuid, world.elsewhere));
    await world.run('regionAgreementEnd', { id, on: '2026-11-24', reason: 'Per direct' }, 'neighbour');
    expect([await worksIn(body), await world.show(id, 'status')]).toEqual([[], { status: 'ENDED' }]);
  });

  test('before it began: then it never holds, and the same days are free to ask for', async () => {
    const body = await world.body();
    const id = await agreed(body, { from: '2027-01-01' });
    await world.run('regionAgreementEnd', { id, reason: 'Toch niet' }, 'neighbour');
    expect(await world.show(id, 'status endReason')).toEqual({ status: 'WITHDRAWN', endReason: 'Toch niet' });
    await asked(body, { from: '2027-01-01' });
  });

  test('never later than was agreed', async () => {
    const id = await agreed(await world.body(), { until: '2026-12-31' });
    const late = { id, on: '2027-01-01', reason: 'Langer' };
    expect(await world.refused('regionAgreementEnd', late, 'coordinator')).toEqual([
      'DATE_OUT_OF_RANGE input.on',
    ]);
    const { uuid } = parseNodeId(id)!;
    const grown = `update region_agreements set period = '[2026-11-25,)' where id = $1`;
    await expect(world.service.owner.query(grown, [uuid])).rejects.toThrow('only shortened');
  });
});

describe('it is not asked', () => {
  test.each([
    ['of the whole country', 'NL', 'WHOLE_COUNTRY'],
    ['of the body’s own region', 'JZ06', 'OWN_REGION'],
  ])('%s', async (_name, code, expected) => {
    const input = asking(await world.body(), { regionId: nodeId('Region', await world.make.region(code)) });
    expect(await world.refused('regionAgreementAsk', input, 'coordinator')).toEqual([
      `${expected} input.regionId`,
    ]);
  });

  test('twice for one day, whether that was answered or not', async () => {
    const body = await world.body();
    await asked(body, { from: '2026-12-01', until: '2026-12-31' });
    const again = asking(body, { from: '2026-12-31' });
    expect(await world.refused('regionAgreementAsk', again, 'coordinator')).toEqual(['ALREADY_AGREED ']);
    await agreed(body, { from: '2027-01-01' });
    const later = asking(body, { from: '2028-01-01' });
    expect(await world.refused('regionAgreementAsk', later, 'coordinator')).toEqual(['ALREADY_AGREED ']);
  });

  test.each([
    [{ from: '2026-11-24' }, 'DATE_OUT_OF_RANGE input.from'],
    [{ from: '2026-12-02', until: '2026-12-01' }, 'ENDS_BEFORE_START input.until'],
    [{ motivation: ' ' }, 'REQUIRED input.motivation'],
  ])('with %j', async (input, error) => {
    const about = asking(await world.body(), input);
    expect(await world.refused('regionAgreementAsk', about, 'coordinator')).toEqual([error]);
  });

  test('for a body that ended, nor decided after its last day, nor withdrawn after the answer', async () => {
    const ended = await world.body();
    await world.run('advisoryBodyEnd', { id: ended, on: '2026-11-24' }, 'coordinator');
    expect(await world.refused('regionAgreementAsk', asking(ended), 'coordinator')).toEqual([
      'BODY_ENDED input.subjectId',
    ]);
    const body = await world.body();
    const answered = await agreed(body, { from: '2027-01-01' });
    expect(await world.refused('regionAgreementWithdraw', { id: answered }, 'coordinator')).toEqual([
      'ALREADY_DECIDED input.id',
    ]);
    const id = await asked(body, { until: '2026-11-30' });
    world.service.travelTo('2026-12-01T10:00:00Z');
    expect(await world.refused('regionAgreementDecide', { id, accept: true }, 'neighbour')).toEqual([
      'AGREEMENT_OVER input.id',
    ]);
  });
});

test('each step is in the audit log, by ids alone', async () => {
  const body = await world.body();
  const id = await agreed(body);
  await world.run('regionAgreementEnd', { id, reason: 'Klaar' }, 'neighbour');
  const { rows } = await world.service.owner.query(
    `select action, display_name as by, facts from audit_log l join accounts a on a.id = l.account_id
     where subject_id = $1 order by l.happened_at, l.id`,
    [parseNodeId(id)!.uuid],
  );
  expect(rows).toEqual([
    {
      action: 'regionAgreement.asked',
      by: 'coordinator',
      facts: { subjectId: parseNodeId(body)!.uuid, regionId: world.elsewhere },
    },
    { action: 'regionAgreement.agreed', by: 'neighbour', facts: {} },
    { action: 'regionAgreement.ended', by: 'neighbour', facts: { on: '2026-11-25' } },
  ]);
});
