import { nodeId } from '../../../kernel/node-id.js';
import { NOW, startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

const period = { from: '2026-12-01', until: '2026-12-31' };

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const organisation = async () => nodeId('Organisation', await scene.make.organisation(scene.region));

describe('caretakers', () => {
  const CARETAKERS =
    'caretakership { id } oudernetwerk { caretakerships { nodes { id standby period { from until } } } }';

  test('an appointed one takes the place of standby for its days, and gives it back when it ends', async () => {
    const oudernetwerkId = await scene.active();
    const open = { from: '2026-12-01' };
    const started = await scene.run(
      'caretakershipStart',
      { oudernetwerkId, organisationId: await organisation(), period: open },
      CARETAKERS,
    );
    expect(started.oudernetwerk.caretakerships.nodes).toMatchObject([
      { standby: false, period: { from: '2026-12-01', until: null } },
      { standby: true, period: { from: '2026-01-01', until: '2026-11-30' } },
    ]);
    const { id } = started.caretakership;
    const closed = await scene.run('caretakershipEnd', { id, on: '2027-01-31' }, CARETAKERS);
    expect(closed.oudernetwerk.caretakerships.nodes).toMatchObject([
      { standby: true, period: { from: '2027-02-01', until: null } },
      { standby: false, period: { from: '2026-12-01', until: '2027-01-31' } },
      { standby: true },
    ]);
    expect(await scene.refused('caretakershipEnd', { id, on: '2026-11-30' })).toEqual([
      ['DATE_OUT_OF_RANGE', 'input', 'on'],
    ]);
  });

  test('one at a time; standby is not ended by hand; what has ended stays ended', async () => {
    const oudernetwerkId = await scene.active();
    const started = await scene.run(
      'caretakershipStart',
      {
        oudernetwerkId,
        organisationId: await organisation(),
        period: { from: '2026-02-01', until: '2026-03-01' },
      },
      CARETAKERS,
    );
    const again = { oudernetwerkId, organisationId: await organisation(), period: { from: '2026-03-01' } };
    expect(await scene.refused('caretakershipStart', again)).toEqual([
      ['CARETAKER_TAKEN', 'input', 'period'],
    ]);
    expect(await scene.refused('caretakershipEnd', { id: started.caretakership.id })).toEqual([
      ['ALREADY_ENDED', 'input', 'id'],
    ]);
    const standby = started.oudernetwerk.caretakerships.nodes.find(
      ({ standby }: { standby: boolean }) => standby,
    );
    expect(await scene.refused('caretakershipEnd', { id: standby.id })).toEqual([['STANDBY', 'input', 'id']]);
  });
});

describe('support', () => {
  test('starts, overlaps with another organisation only, ends', async () => {
    const input = {
      oudernetwerkId: await scene.active(),
      organisationId: await organisation(),
      hoursPerMonth: 7.5,
      period,
    };
    const { support } = await scene.run(
      'supportStart',
      input,
      'support { id hoursPerMonth period { from until } }',
    );
    expect(support).toMatchObject({ hoursPerMonth: 7.5, period });
    expect(await scene.refused('supportStart', input)).toEqual([['PERIOD_TAKEN', 'input', 'period']]);
    expect(
      (await scene.run('supportStart', { ...input, organisationId: await organisation() })).errors,
    ).toEqual([]);
    const ending = await scene.run(
      'supportEnd',
      { id: support.id, on: '2026-12-15' },
      'support { period { until } }',
    );
    expect(ending.support.period.until).toBe('2026-12-15');
    expect(await scene.refused('supportEnd', { id: support.id, on: '2026-11-30' })).toEqual([
      ['DATE_OUT_OF_RANGE', 'input', 'on'],
    ]);
    const past = nodeId(
      'SupportArrangement',
      await scene.make.support(
        await scene.make.network(scene.region),
        await scene.make.organisation(scene.region),
        '[2026-01-01,2026-02-01)',
      ),
    );
    expect(await scene.refused('supportEnd', { id: past })).toEqual([['ALREADY_ENDED', 'input', 'id']]);
  });
});

describe('members', () => {
  test('join, once at a time, leave and come back', async () => {
    const input = {
      oudernetwerkId: await scene.active(),
      personId: nodeId('Person', await scene.make.person(scene.region)),
    };
    const { membership } = await scene.run(
      'membershipStart',
      input,
      'membership { id period { from until } }',
    );
    expect(membership.period).toEqual({ from: '2026-11-25', until: null });
    expect(await scene.refused('membershipStart', input)).toEqual([['PERIOD_TAKEN', 'input', 'from']]);
    expect((await scene.run('membershipEnd', { id: membership.id })).errors).toEqual([]);
    expect((await scene.run('membershipStart', { ...input, from: '2026-11-26' })).errors).toEqual([]);
    expect(await scene.refused('membershipEnd', { id: membership.id, on: '2026-11-26' })).toMatchObject([
      ['PERIOD_TAKEN'],
    ]);
    const query = `query($id: ID!) { person(id: $id) { memberships { totalCount } }
      oudernetwerk(id: "${input.oudernetwerkId}") { members { totalCount } } }`;
    const { data } = await scene.service.ask('coordinator', query, { id: input.personId });
    expect(data).toEqual({
      person: { memberships: { totalCount: 2 } },
      oudernetwerk: { members: { totalCount: 1 } },
    });
  });
});

describe('as what somebody is a member', () => {
  const person = async (...perspectives: string[]) => {
    const id = await scene.make.person(scene.region);
    await scene.service.owner.query('update people set perspectives = $2 where id = $1', [id, perspectives]);
    return nodeId('Person', id);
  };

  test('as a parent where they are one, else as what they are, or as they say; each is counted apart', async () => {
    const oudernetwerkId = await scene.active();
    const joins = async (personId: string, perspective?: string) =>
      (
        await scene.run(
          'membershipStart',
          { oudernetwerkId, personId, perspective },
          'membership { perspective }',
        )
      ).membership.perspective;
    expect(await joins(await person('PROFESSIONAL', 'OUDER'))).toBe('OUDER');
    expect(await joins(await person('JONGERE'))).toBe('JONGERE');
    expect(await joins(await person('OUDER', 'PROFESSIONAL'), 'PROFESSIONAL')).toBe('PROFESSIONAL');
    const { data } = await scene.service.ask(
      'coordinator',
      `query($id: ID!) { oudernetwerk(id: $id) { all: members { totalCount }
        parents: members(perspective: OUDER) { totalCount } young: members(perspective: JONGERE) { totalCount } } }`,
      { id: oudernetwerkId },
    );
    expect(data.oudernetwerk).toEqual({
      all: { totalCount: 3 },
      parents: { totalCount: 1 },
      young: { totalCount: 1 },
    });
    const young = { oudernetwerkId, personId: await person('JONGERE'), perspective: 'OUDER' };
    expect(await scene.refused('membershipStart', young)).toEqual([
      ['NOT_THEIR_PERSPECTIVE', 'input', 'perspective'],
    ]);
  });

  test('only a parent leads a network', async () => {
    const oudernetwerkId = await scene.active();
    const parent = await person('OUDER', 'PROFESSIONAL');
    const { trekkerschap } = await scene.run(
      'trekkerschapStart',
      { oudernetwerkId, personId: parent },
      'trekkerschap { id }',
    );
    const professional = await person('PROFESSIONAL');
    expect(await scene.refused('trekkerschapStart', { oudernetwerkId, personId: professional })).toEqual([
      ['NOT_LED_BY_PARENT', 'input', 'personId'],
    ]);
    const over = { id: trekkerschap.id, toPersonId: await person('JONGERE') };
    expect(await scene.refused('trekkerschapHandOver', over)).toEqual([
      ['NOT_LED_BY_PARENT', 'input', 'toPersonId'],
    ]);
    const leads = [['NOT_LED_BY_PARENT', 'input', 'patch', 'perspectives']];
    // and goes on taking part as one, as far as whoever changes that sees what they lead
    const professionalNow = { id: parent, patch: { perspectives: ['PROFESSIONAL'] } };
    expect(await scene.refused('personUpdate', professionalNow)).toEqual(leads);
    const elsewhere = await scene.make.network(scene.elsewhere);
    const hidden = await scene.make.person(scene.region);
    await scene.make.trekkerschap(elsewhere, hidden, '[2026-01-01,)');
    const patch = { perspectives: ['PROFESSIONAL'] };
    expect((await scene.run('personUpdate', { id: nodeId('Person', hidden), patch })).errors).toEqual([]);
    const ended = { id: trekkerschap.id, on: '2026-11-25', reason: 'PERSONAL' };
    expect((await scene.run('trekkerschapEnd', ended)).errors).toEqual([]);
    expect(await scene.refused('personUpdate', professionalNow)).toEqual(leads);
    scene.service.travelTo('2026-11-26T10:00:00Z');
    expect((await scene.run('personUpdate', professionalNow)).errors).toEqual([]);
    scene.service.travelTo(NOW);
  });
});

test('nothing starts in a network that has ended, and nothing in it outlives it', async () => {
  const oudernetwerkId = await scene.active();
  const personId = nodeId('Person', await scene.make.person(scene.region));
  const { membership } = await scene.run(
    'membershipStart',
    { oudernetwerkId, personId },
    'membership { id }',
  );
  const { trekkerschap } = await scene.run(
    'trekkerschapStart',
    { oudernetwerkId, personId },
    'trekkerschap { id }',
  );
  await scene.run('oudernetwerkEnd', { id: oudernetwerkId, reason: 'Klaar' });
  const starting = { oudernetwerkId, organisationId: await organisation(), period };
  for (const [mutation, input] of [
    ['trekkerschapStart', { oudernetwerkId, personId }],
    ['membershipStart', { oudernetwerkId, personId }],
    ['supportStart', starting],
    ['caretakershipStart', starting],
  ] as const) {
    expect(await scene.refused(mutation, input)).toEqual([['NETWORK_ENDED', 'input', 'oudernetwerkId']]);
  }
  const longer = ['DATE_OUT_OF_RANGE', 'input', 'on'];
  expect(await scene.refused('membershipEnd', { id: membership.id, on: '2026-12-31' })).toEqual([longer]);
  expect(
    await scene.refused('trekkerschapEnd', { id: trekkerschap.id, on: '2026-12-31', reason: 'OTHER' }),
  ).toEqual([longer]);
  expect(await scene.refused('trekkerschapContinue', { id: trekkerschap.id })).toEqual([
    ['NETWORK_ENDED', 'input', 'id'],
  ]);
});
