import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { parseNodeId } from '../../../kernel/node-id.js';
import { become } from '../../../testing/row-level/row-level-attempt.js';
import { ProfileScene } from '../testing/profile-scene.js';
import { CONSENT_TEXTS } from './consent-text.js';

const NOW = '2026-11-25T10:00:00Z';

let scene: ProfileScene;

beforeAll(async () => {
  scene = await ProfileScene.begin();
});
afterEach(() => scene.service.travelTo(NOW));
afterAll(() => scene.service.close());

async function ledger(id: string, subject = 'coordinator') {
  const query = `query($id: ID!) { ervaringsdeskundige(id: $id) { consents { totalCount nodes {
    id given scopes until textVersion language channel recordedAt } } } }`;
  const { data } = await scene.service.ask(subject, query, { id });
  return data.ervaringsdeskundige.consents as { totalCount: number; nodes: Record<string, unknown>[] };
}

const give = (id: string, input: object, subject: string) =>
  scene.refused(
    'findableConsentGive',
    { ervaringsdeskundigeId: id, scopes: ['REGION'], textVersion: CONSENT_TEXTS[0].version, ...input },
    subject,
  );

describe('the ledger', () => {
  test('tells what was agreed to, in which words, how, and what was taken back', async () => {
    const { id, parent } = await scene.profile();
    await scene.give(
      id,
      { scopes: ['COUNTRY', 'PARTNER_APPS'], until: '2028-02-29', language: 'EN' },
      parent.subject,
    );
    await scene.give(id, { scopes: ['REGION'], channel: 'PHONE' });
    await scene.withdraw(id, parent.subject);
    const told = {
      textVersion: CONSENT_TEXTS[0].version,
      recordedAt: expect.stringMatching(/^2026-11-25T10:00:00/),
    };
    const expected = {
      totalCount: 3,
      nodes: [
        { ...told, given: false, scopes: [], until: null, language: 'NL', channel: 'ONLINE' },
        { ...told, given: true, scopes: ['REGION'], until: '2028-11-25', language: 'NL', channel: 'PHONE' },
        {
          ...told,
          given: true,
          scopes: ['COUNTRY', 'PARTNER_APPS'],
          until: '2028-02-29',
          language: 'EN',
          channel: 'ONLINE',
        },
      ],
    };
    expect(await ledger(id)).toMatchObject(expected);
    expect(await ledger(id, parent.subject)).toMatchObject(expected);
  });

  test('is for the person and their coordinator; whoever else sees the profile sees nothing of it', async () => {
    const { id } = await scene.findable(['COUNTRY']);
    const [entry] = (await ledger(id)).nodes;
    for (const subject of ['secretary', 'secretary elsewhere', 'coordinator elsewhere', 'admin']) {
      expect(await ledger(id, subject)).toEqual({ totalCount: 0, nodes: [] });
      expect((await scene.shown(id, subject)).consent).toBeNull();
      const { data } = await scene.service.ask(subject, 'query($id: ID!) { node(id: $id) { id } }', {
        id: entry!.id,
      });
      expect(data.node).toBeNull();
    }
  });

  test('what was done with it is told by ids alone', async () => {
    const { id, parent } = await scene.findable(['REGION']);
    const { consent } = await scene.withdraw(id, parent.subject);
    const { rows } = await scene.service.owner.query(
      `select action, subject_type, facts from audit_log where subject_id = $1 order by happened_at, id`,
      [parseNodeId(id)!.uuid],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'ervaringsdeskundige.registered',
      'consent.given',
      'consent.withdrawn',
    ]);
    expect(rows.at(-1)).toEqual({
      action: 'consent.withdrawn',
      subject_type: 'Ervaringsdeskundige',
      facts: { consentId: parseNodeId(String(consent.id))!.uuid, scopes: [], channel: 'ONLINE' },
    });
  });

  test('is only added to, under one’s own name, whatever role the service takes on', async () => {
    const { id, parent } = await scene.findable(['REGION']);
    const entry = parseNodeId(String((await ledger(id)).nodes[0]!.id))!.uuid;
    const person = parseNodeId(parent.id)!.uuid;
    const client = new Client({ connectionString: scene.service.urls.serviceUrl });
    await client.connect();
    try {
      const add = (
        account: string,
      ) => `insert into consents (id, person_id, purpose, given, scopes, until, text_version,
        language, channel, account_id, recorded_at) values ('${uuid()}', '${person}', 'FINDABLE', true, '{COUNTRY}',
        '2030-01-01', '2026-11', 'nl', 'PAPER', '${account}', now())`;
      for (const subject of [parent.subject, 'coordinator', 'secretary', 'coordinator elsewhere', 'admin']) {
        const viewer = await become(client, subject);
        const refused = [
          `update consents set until = '2099-12-31' where id = '${entry}'`,
          `delete from consents where id = '${entry}'`,
          'truncate consents',
          add(uuid()),
          `update ervaringsdeskundigen set findable_until = '2099-12-31', findable_country = true`,
        ];
        const isKept = [parent.subject, 'coordinator'].includes(subject);
        if (!isKept) refused.push(add(viewer.accountId!));
        for (const sql of refused) {
          await client.query('savepoint attempt');
          await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
          await client.query('rollback to savepoint attempt');
        }
        if (isKept) await client.query(add(viewer.accountId!));
        await client.query('rollback');
      }
    } finally {
      await client.end();
    }
    for (const sql of [`update consents set given = given`, 'delete from consents', 'truncate consents']) {
      await expect(scene.service.owner.query(sql)).rejects.toThrow('append-only');
    }
  });
});

describe('who gives it, and how', () => {
  test('the parent themselves online; a coordinator of the region says how they heard it', async () => {
    const { id, parent } = await scene.profile();
    expect(await give(id, { channel: 'PAPER' }, parent.subject)).toEqual(['OTHER_CHANNEL input.channel']);
    expect(await give(id, {}, 'coordinator')).toEqual(['REQUIRED input.channel']);
    expect(await give(id, { channel: 'ONLINE' }, 'coordinator')).toEqual(['OTHER_CHANNEL input.channel']);
    for (const subject of ['secretary', 'supporter', 'admin']) {
      expect(await give(id, { channel: 'PAPER' }, subject)).toEqual(['FORBIDDEN']);
    }
    expect(await give(id, { channel: 'PAPER' }, 'coordinator elsewhere')).toEqual([
      'NOT_FOUND input.ervaringsdeskundigeId',
    ]);
    await scene.give(id, { scopes: ['COUNTRY'] });
    expect(await give(id, { channel: 'PAPER' }, 'coordinator elsewhere')).toEqual(['FORBIDDEN']);
    const withdraw = { ervaringsdeskundigeId: id, channel: 'PHONE' };
    expect(await scene.refused('findableConsentWithdraw', withdraw, 'coordinator elsewhere')).toEqual([
      'FORBIDDEN',
    ]);
    await scene.done('findableConsentWithdraw', withdraw);
    expect((await ledger(id)).nodes[0]).toMatchObject({ given: false, channel: 'PHONE' });
  });

  test.each<[string, object, string[]]>([
    ['apps alone', { scopes: ['PARTNER_APPS'] }, ['PLACE_NEEDED input.scopes']],
    ['nowhere', { scopes: [] }, ['PLACE_NEEDED input.scopes']],
    ['twice the same', { scopes: ['REGION', 'REGION'] }, ['DUPLICATE_VALUE input.scopes']],
    ['a day that has passed', { until: '2026-11-24' }, ['DATE_OUT_OF_RANGE input.until']],
    ['more than five years', { until: '2031-11-26' }, ['DATE_OUT_OF_RANGE input.until']],
    ['other words', { textVersion: '2020-01' }, ['OTHER_CONSENT_TEXT input.textVersion']],
  ])('%s is refused', async (_name, input, refusal) => {
    const { id, parent } = await scene.profile();
    expect(await give(id, input, parent.subject)).toEqual(refusal);
  });

  test('five years from today, and today alone, are right; two years is what it is when nobody says', async () => {
    const { id, parent } = await scene.profile();
    for (const until of ['2031-11-25', '2026-11-25']) await scene.give(id, { until }, parent.subject);
    scene.service.travelTo('2028-02-29T10:00:00Z');
    await scene.give(id, {}, parent.subject);
    expect((await ledger(id)).nodes[0]).toMatchObject({ until: '2030-02-28' });
  });

  test('the words are shown in the language of who looks, and those of the ledger can be read again', async () => {
    const query = `query($version: String) { findableConsentText(version: $version) { version language text current } }`;
    const text = async (headers?: Record<string, string>, version?: string) =>
      (await scene.service.ask('coordinator', query, { version }, headers)).data.findableConsentText;
    const dutch = await text();
    const { version } = CONSENT_TEXTS[0];
    expect(dutch).toMatchObject({ version, language: 'NL', current: true });
    expect(dutch.text).toContain('Ik kan haar elke dag weer intrekken');
    expect(await text({ 'accept-language': 'en' })).toMatchObject({ language: 'EN', version });
    expect(await text({}, version)).toEqual(dutch);
    const older = await text({}, '2026-11');
    expect(older).toMatchObject({ version: '2026-11', current: false });
    expect(older.text).toContain('als ik ja zeg op een vraag');
    expect(await text({}, '1999-01')).toBeNull();
  });
});

describe('what holds is the newest entry', () => {
  test('giving, narrowing, withdrawing and giving again act on the next query', async () => {
    const { id, parent } = await scene.profile();
    const seen = async () => [await scene.listed('secretary'), await scene.listed('secretary elsewhere')];
    const where = async () => (await seen()).map((ids) => ids.includes(id));
    expect(await where()).toEqual([false, false]);
    await scene.give(id, { scopes: ['COUNTRY'] }, parent.subject);
    expect(await where()).toEqual([true, true]);
    await scene.give(id, { scopes: ['REGION'] }, parent.subject);
    expect(await where()).toEqual([true, false]);
    await scene.withdraw(id, parent.subject);
    expect(await where()).toEqual([false, false]);
    await scene.give(id, { scopes: ['REGION'] }, parent.subject);
    expect(await where()).toEqual([true, false]);
  });

  test('it runs out by itself, at midnight in the Netherlands', async () => {
    const { id, parent } = await scene.findable(['COUNTRY'], {}, '2028-02-29');
    const holds = async () => ({
      listed: (await scene.listed('secretary elsewhere')).includes(id),
      consent: (await scene.shown(id)).consent?.until ?? null,
    });
    expect(await holds()).toEqual({ listed: true, consent: '2028-02-29' });
    scene.service.travelTo('2028-02-29T22:59:59Z');
    expect(await holds()).toEqual({ listed: true, consent: '2028-02-29' });
    scene.service.travelTo('2028-02-29T23:00:00Z');
    expect(await holds()).toEqual({ listed: false, consent: null });
    const withdraw = { ervaringsdeskundigeId: id, channel: 'PHONE' };
    expect(await scene.refused('findableConsentWithdraw', withdraw)).toEqual([
      'NO_CONSENT input.ervaringsdeskundigeId',
    ]);
    await scene.withdraw(id, parent.subject);
  });

  test('there is nothing to take back twice, or before it was given', async () => {
    const { id, parent } = await scene.profile();
    const withdraw = () =>
      scene.refused('findableConsentWithdraw', { ervaringsdeskundigeId: id }, parent.subject);
    expect(await withdraw()).toEqual(['NO_CONSENT input.ervaringsdeskundigeId']);
    await scene.give(id, {}, parent.subject);
    await scene.withdraw(id, parent.subject);
    expect(await withdraw()).toEqual(['NO_CONSENT input.ervaringsdeskundigeId']);
  });

  test('who comes later is later in the ledger, also by a clock that runs behind', async () => {
    const { id, parent } = await scene.findable(['REGION']);
    scene.service.travelTo('2026-11-25T09:59:00Z');
    await scene.withdraw(id, parent.subject);
    expect((await ledger(id)).nodes.map(({ given }) => given)).toEqual([false, true]);
    expect(await scene.listed('secretary')).not.toContain(id);
  });

  test('the same request twice adds one entry', async () => {
    const { id, parent } = await scene.profile();
    const idempotencyKey = uuid();
    for (let time = 0; time < 2; time++) await scene.give(id, { idempotencyKey }, parent.subject);
    expect((await ledger(id)).totalCount).toBe(1);
  });

  test('given and taken back at once, the one that was done last holds, for the ledger and for who seeks', async () => {
    for (let round = 0; round < 20; round++) {
      const { id, parent } = await scene.findable(['COUNTRY']);
      await Promise.all([
        scene.withdraw(id, parent.subject),
        scene.give(id, { scopes: ['COUNTRY'] }, parent.subject),
        scene.give(id, { scopes: ['REGION'] }, parent.subject),
      ]);
      const { nodes } = await ledger(id);
      const [newest] = nodes;
      const { rows } = await scene.service.owner.query(
        'select findable_until is not null as found, findable_country as country from ervaringsdeskundigen where id = $1',
        [parseNodeId(id)!.uuid],
      );
      const country = (newest!.scopes as string[]).includes('COUNTRY');
      expect(rows[0]).toEqual({ found: newest!.given, country });
      expect((await scene.listed('secretary elsewhere')).includes(id)).toBe(country);
      expect(nodes).toHaveLength(4);
    }
  });
});

describe('the region with its agreements', () => {
  const WIDER = { scopes: ['REGION_AND_AGREEMENTS'] };

  test('has a text of its own, and the text for other places will not do', async () => {
    const { id, parent } = await scene.profile();
    const query = `query($scope: ConsentScope!) { findableConsentText(scope: $scope) { version scopes current } }`;
    const { data } = await scene.service.ask(parent.subject, query, { scope: 'REGION_AND_AGREEMENTS' });
    const { version } = data.findableConsentText;
    expect(data.findableConsentText).toEqual({ version, ...WIDER, current: true });
    expect(version).not.toBe(CONSENT_TEXTS[0].version);
    expect(await give(id, WIDER, parent.subject)).toEqual(['OTHER_CONSENT_TEXT input.textVersion']);
    expect(await give(id, { textVersion: version }, parent.subject)).toEqual([
      'OTHER_CONSENT_TEXT input.textVersion',
    ]);
    const both = { scopes: ['REGION_AND_AGREEMENTS', 'COUNTRY'], textVersion: version };
    expect(await give(id, both, parent.subject)).toEqual(['ONE_PLACE input.scopes']);
    const { ervaringsdeskundige } = await scene.give(id, WIDER, parent.subject);
    expect(ervaringsdeskundige.consent).toMatchObject({ ...WIDER, textVersion: version });
  });

  test('is not what a coordinator makes of less', async () => {
    const textVersion = CONSENT_TEXTS[1]!.version;
    const { id, parent } = await scene.findable(['REGION']);
    const wider = { ...WIDER, textVersion, channel: 'PAPER' };
    expect(await give(id, wider, 'coordinator')).toEqual(['WIDER_THAN_GIVEN input.scopes']);
    const country = { scopes: ['COUNTRY'], channel: 'PAPER' };
    expect(await give(id, country, 'coordinator')).toEqual(['WIDER_THAN_GIVEN input.scopes']);
    // nor by way of taking it back first
    await scene.done('findableConsentWithdraw', { ervaringsdeskundigeId: id, channel: 'PHONE' });
    expect(await give(id, wider, 'coordinator')).toEqual(['WIDER_THAN_GIVEN input.scopes']);
    await scene.give(id, { scopes: ['REGION'], channel: 'PHONE' });
    await scene.give(id, WIDER, parent.subject);
  });

  test.each([[['REGION']], [['COUNTRY', 'PARTNER_APPS']]])(
    'nobody else gives what the parent took back themselves: %j',
    async (scopes) => {
      const { id, parent } = await scene.findable(['REGION']);
      await scene.withdraw(id, parent.subject);
      for (const channel of ['PAPER', 'PHONE', 'IN_PERSON']) {
        expect(await give(id, { scopes, channel }, 'coordinator')).toEqual(['WIDER_THAN_GIVEN input.scopes']);
      }
      await scene.give(id, { scopes: ['REGION'] }, parent.subject);
      await scene.give(id, { scopes: ['REGION'] });
    },
  );

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['expired', async () => scene.service.travelTo('2027-01-01T10:00:00Z')],
    [
      'was withdrawn by somebody else',
      (id) => scene.done('findableConsentWithdraw', { ervaringsdeskundigeId: id, channel: 'PHONE' }),
    ],
  ])('the parent says no for good also after it %s', async (_how, over) => {
    const { id, parent } = await scene.findable(['REGION'], {}, '2026-12-31');
    await over(id);
    await scene.withdraw(id, parent.subject);
    expect(await give(id, { channel: 'PAPER' }, 'coordinator')).toEqual(['WIDER_THAN_GIVEN input.scopes']);
    const again = { ervaringsdeskundigeId: id };
    expect(await scene.refused('findableConsentWithdraw', again, parent.subject)).toEqual([
      'NO_CONSENT input.ervaringsdeskundigeId',
    ]);
  });

  test('what the parent allowed stays the limit after it expired', async () => {
    const { id } = await scene.findable(['REGION'], {}, '2026-12-31');
    scene.service.travelTo('2027-01-01T10:00:00Z');
    const country = { scopes: ['COUNTRY'], channel: 'PAPER' };
    expect(await give(id, country, 'coordinator')).toEqual(['WIDER_THAN_GIVEN input.scopes']);
    await scene.give(id, { scopes: ['REGION'] });
  });

  test('is recorded for a parent without an account only when they signed for it', async () => {
    const { id } = await scene.profile();
    const heard = { ...WIDER, textVersion: CONSENT_TEXTS[1]!.version, channel: 'PHONE' };
    expect(await give(id, heard, 'coordinator')).toEqual(['ON_PAPER_ONLY input.scopes']);
    await scene.give(id, { ...WIDER, channel: 'PAPER' });
  });
});
