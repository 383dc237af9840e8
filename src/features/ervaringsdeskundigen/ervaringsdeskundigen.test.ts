import { v7 as uuid } from 'uuid';
import { nodeId } from '../../kernel/node-id.js';
import { unchanged } from '../../testing/unchanged.js';
import { ProfileScene } from './testing/profile-scene.js';

let scene: ProfileScene;

beforeAll(async () => {
  scene = await ProfileScene.begin();
});
afterAll(() => scene.service.close());

const theme = async () => nodeId('Theme', await scene.make.theme());
const interviewed = { holds: true, basis: 'INTERVIEW', on: '2026-11-01' };

describe('registering', () => {
  test('a coordinator writes down what they know; nobody else finds the parent before they consent', async () => {
    const parent = await scene.parent();
    const { id } = await scene.profile(
      {
        themeIds: [await theme()],
        domains: ['ZORG', 'JEUGD'],
        levels: ['BELEID'],
        bringsOthersExperience: interviewed,
        connectsWithProfessionals: { holds: false, basis: 'OBSERVED' },
        availability: { hoursPerMonth: 6, dayParts: ['EVENING'], meetingForms: ['ONLINE', 'ON_SITE'] },
        languages: ['nl', 'TIG'],
        participationForms: ['SEAT', 'BUDDY'],
        compensation: 'ATTENDANCE_FEE',
        maxSeats: 2,
        pausedPeriod: { from: '2026-12-01', until: '2026-12-31' },
      },
      parent,
    );
    expect(await scene.shown(id)).toMatchObject({
      version: 1,
      registeredOn: '2026-11-25',
      region: { code: 'JZ06' },
      themes: [{ code: expect.stringMatching(/^THEMA_/) }],
      domains: ['ZORG', 'JEUGD'],
      levels: ['BELEID'],
      bringsOthersExperience: true,
      bringsOthersBasis: 'INTERVIEW',
      bringsOthersOn: '2026-11-01',
      connectsWithProfessionals: false,
      connectsBasis: 'OBSERVED',
      connectsOn: '2026-11-25',
      availability: { hoursPerMonth: 6, dayParts: ['EVENING'], meetingForms: ['ONLINE', 'ON_SITE'] },
      languages: ['nl', 'tig'],
      participationForms: ['SEAT', 'BUDDY'],
      compensation: 'ATTENDANCE_FEE',
      maxSeats: 2,
      currentSeats: 0,
      pausedPeriod: { from: '2026-12-01', until: '2026-12-31' },
      paused: false,
      findable: false,
      consent: null,
    });
    expect(await scene.shown(id, parent.subject)).toMatchObject({
      person: { displayName: expect.stringContaining('Proefpersoon') },
    });
    for (const subject of ['secretary', 'admin', 'coordinator elsewhere', 'supporter']) {
      expect(await scene.shown(id, subject)).toBeNull();
    }
  });

  test('who never said how they like to take part is there for a seat', async () => {
    const { id } = await scene.profile({});
    expect(await scene.shown(id)).toMatchObject({ participationForms: ['SEAT'] });
  });

  test('a parent registers themselves; what they leave out is as they told before', async () => {
    const parent = await scene.parent();
    const told = { hoursPerMonth: 4, dayParts: ['MORNING'] };
    const patch = { language: 'ar', participationForms: ['LID', 'SEAT'], availability: told };
    await scene.service.ask(
      parent.subject,
      'mutation($input: PersonUpdateInput!) { personUpdate(input: $input) { errors { code } } }',
      { input: { id: parent.id, patch } },
    );
    const input = {
      personId: parent.id,
      bringsOthersExperience: { holds: true, basis: 'SELF_DECLARED' },
    };
    const { ervaringsdeskundige } = await scene.done('ervaringsdeskundigeRegister', input, parent.subject);
    expect(ervaringsdeskundige).toMatchObject({
      languages: ['ar'],
      participationForms: ['LID', 'SEAT'],
      availability: { ...told, meetingForms: [] },
      bringsOthersBasis: 'SELF_DECLARED',
      connectsWithProfessionals: null,
      themes: [],
      maxSeats: null,
    });
  });

  test('a pseudonym is made of chance, leads to nobody and is different for each', async () => {
    const [first, second] = [await scene.profile(), await scene.profile()];
    const [one, other] = [await scene.shown(first.id), await scene.shown(second.id)];
    expect(one.pseudonym).toMatch(/^Ervaringsdeskundige [0-9a-f]{6}$/);
    expect(other.pseudonym).not.toBe(one.pseudonym);
  });

  test('only a parent, of the coordinator’s own region, and once', async () => {
    const { parent } = await scene.profile();
    const register = (personId: string, subject?: string) =>
      scene.refused('ervaringsdeskundigeRegister', { personId }, subject);
    expect(await register(parent.id)).toEqual(['ALREADY_REGISTERED input.personId']);
    expect(await register(parent.id, parent.subject)).toEqual(['ALREADY_REGISTERED input.personId']);

    const professional = await scene.make.person(scene.here);
    await scene.service.owner.query(
      `update people set perspectives = '{JONGERE,PROFESSIONAL}' where id = $1`,
      [professional],
    );
    expect(await register(nodeId('Person', professional))).toEqual(['NOT_A_PARENT input.personId']);

    const guest = await scene.make.person(scene.elsewhere);
    await scene.make.membership(await scene.make.network(scene.here), guest);
    expect(await register(nodeId('Person', guest))).toEqual(['FORBIDDEN']);
    expect(await register(nodeId('Person', await scene.make.person(scene.elsewhere)))).toEqual([
      'NOT_FOUND input.personId',
    ]);
    for (const subject of ['secretary', 'admin', 'supporter']) {
      expect(await register(parent.id, subject)).toEqual(['FORBIDDEN']);
    }
  });

  test('two who register the same parent at once: one does, the other hears that it was done', async () => {
    for (let round = 0; round < 10; round++) {
      const { id: personId } = await scene.parent();
      const answers = await Promise.all(
        ['coordinator', 'colleague'].map((subject) =>
          scene.run('ervaringsdeskundigeRegister', { personId }, subject),
        ),
      );
      const codes = answers.map(({ errors }) => String(errors[0] ?? '').split(' ')[0]);
      expect(codes.sort()).toEqual(['', 'ALREADY_REGISTERED']);
    }
  });

  test('the same request twice is done once', async () => {
    const { id: personId } = await scene.parent();
    const input = { personId, idempotencyKey: uuid() };
    const [first, again] = [
      await scene.done('ervaringsdeskundigeRegister', input),
      await scene.done('ervaringsdeskundigeRegister', input),
    ];
    expect(again.ervaringsdeskundige.id).toBe(first.ervaringsdeskundige.id);
  });
});

describe('changing', () => {
  test('left out is kept, null is cleared', async () => {
    const [kept, gone] = [await theme(), await theme()];
    const { id, parent } = await scene.profile({
      themeIds: [kept, gone],
      domains: ['ZORG'],
      maxSeats: 3,
      compensation: 'NONE',
      availability: { hoursPerMonth: 6, dayParts: ['EVENING'] },
      bringsOthersExperience: { holds: true, basis: 'SELF_DECLARED' },
      pausedPeriod: { from: '2026-11-01' },
    });
    const before = await scene.shown(id);
    expect(before).toMatchObject({ paused: true, pausedPeriod: { from: '2026-11-01', until: null } });
    const cleared = {
      domains: null,
      maxSeats: null,
      compensation: null,
      availability: null,
      bringsOthersExperience: null,
      pausedPeriod: null,
      participationForms: null,
    };
    const patch = { ...cleared, themeIds: [kept] };
    const answer = await scene.done('ervaringsdeskundigeUpdate', { id, patch }, parent.subject);
    expect(answer.ervaringsdeskundige).toMatchObject({
      ...cleared,
      domains: [],
      participationForms: [],
      bringsOthersBasis: null,
      bringsOthersOn: null,
      paused: false,
      languages: ['nl'],
      version: Number(before.version) + 1,
      pseudonym: before.pseudonym,
    });
    expect(answer.ervaringsdeskundige.themes).toHaveLength(1);
    expect(await scene.refused('ervaringsdeskundigeUpdate', { id, patch: { languages: null } })).toEqual([
      'REQUIRED input.patch.languages',
    ]);
  });

  test('so it is with each part of the availability and of a pause', async () => {
    const { id } = await scene.profile({
      availability: { hoursPerMonth: 6, dayParts: ['EVENING'], meetingForms: ['ONLINE'] },
      pausedPeriod: { from: '2026-11-01', until: '2026-12-31' },
    });
    const after = async (patch: object) =>
      (await scene.done('ervaringsdeskundigeUpdate', { id, patch })).ervaringsdeskundige;
    expect(await after({ availability: { hoursPerMonth: 8 } })).toMatchObject({
      availability: { hoursPerMonth: 8, dayParts: ['EVENING'], meetingForms: ['ONLINE'] },
    });
    expect(await after({ availability: { meetingForms: null } })).toMatchObject({
      availability: { hoursPerMonth: 8, dayParts: ['EVENING'], meetingForms: [] },
    });
    const longer = { from: '2026-11-01', until: '2027-01-31' };
    expect(await after({ pausedPeriod: { until: longer.until } })).toMatchObject({ pausedPeriod: longer });
    expect(await after({ pausedPeriod: { until: null } })).toMatchObject({
      pausedPeriod: { ...longer, until: null },
    });
    expect(
      await scene.refused('ervaringsdeskundigeUpdate', { id, patch: { pausedPeriod: { from: null } } }),
    ).toEqual(['REQUIRED input.patch.pausedPeriod.from']);
  });

  test('what was said long ago may be saved again, by whomever, with no new day', async () => {
    const brings = { holds: true, basis: 'INTERVIEW', on: '2026-01-15' };
    const { id, parent } = await scene.profile({
      bringsOthersExperience: brings,
      pausedPeriod: { from: '2026-01-01', until: '2028-01-01' },
    });
    try {
      scene.service.travelTo('2027-06-01T10:00:00Z');
      const { holds, basis } = brings;
      const patch = { bringsOthersExperience: { holds, basis }, pausedPeriod: { from: '2026-01-01' } };
      const { ervaringsdeskundige } = await unchanged(scene.service.owner, () =>
        scene.done('ervaringsdeskundigeUpdate', { id, patch }, parent.subject),
      );
      expect(ervaringsdeskundige).toMatchObject({ version: 1, bringsOthersOn: brings.on });
    } finally {
      scene.service.travelTo('2026-11-25T10:00:00Z');
    }
  });

  test('a parent says it of themselves; what a coordinator established is not theirs to change', async () => {
    const { id, parent } = await scene.profile();
    const as = (subject: string) => (patch: object) =>
      scene.run('ervaringsdeskundigeUpdate', { id, patch }, subject);
    const [self, coordinator] = [as(parent.subject), as('coordinator')];
    const own = { holds: true, basis: 'SELF_DECLARED' };
    expect((await self({ bringsOthersExperience: interviewed })).errors).toEqual([
      'ONLY_SELF_DECLARED input.patch.bringsOthersExperience.basis',
    ]);
    expect((await self({ bringsOthersExperience: own })).errors).toEqual([]);
    expect((await self({ bringsOthersExperience: null })).errors).toEqual([]);
    expect((await coordinator({ bringsOthersExperience: interviewed })).errors).toEqual([]);
    for (const word of [own, null]) {
      expect((await self({ bringsOthersExperience: word })).errors).toEqual([
        'ESTABLISHED_BY_COORDINATOR input.patch.bringsOthersExperience',
      ]);
    }
    expect((await self({ connectsWithProfessionals: own })).errors).toEqual([]);
    expect((await coordinator({ bringsOthersExperience: own })).errors).toEqual([]);
  });

  test('a retired theme stays with who has it, and nobody takes it anew', async () => {
    const retiring = await theme();
    const { id } = await scene.profile({ themeIds: [retiring] });
    await scene.service.ask(
      'admin',
      'mutation($input: ThemeUpdateInput!) { themeUpdate(input: $input) { errors { code } } }',
      { input: { id: retiring, patch: { retiredOn: '2026-11-25' } } },
    );
    const other = await scene.profile();
    const choose = (of: string) =>
      scene.run('ervaringsdeskundigeUpdate', { id: of, patch: { themeIds: [retiring] } });
    expect((await choose(id)).ervaringsdeskundige.themes).toHaveLength(1);
    expect((await choose(other.id)).errors).toEqual(['THEME_RETIRED input.patch.themeIds.0']);
    await scene.done('ervaringsdeskundigeUpdate', { id, patch: { themeIds: [] } });
    expect((await choose(id)).errors).toEqual(['THEME_RETIRED input.patch.themeIds.0']);
  });

  test('who saw an old version is told; who may not is refused, seen or hidden', async () => {
    const { id } = await scene.findable(['COUNTRY']);
    const { version } = await scene.shown(id);
    const change = (subject: string, expectedVersion?: number) =>
      scene.refused('ervaringsdeskundigeUpdate', { id, expectedVersion, patch: { maxSeats: 1 } }, subject);
    expect(await change('coordinator', version - 1)).toEqual(['CONFLICT input.expectedVersion']);
    expect(await change('coordinator elsewhere')).toEqual(['FORBIDDEN']);
    expect(await change((await scene.parent()).subject)).toEqual(['NOT_FOUND input.id']);
    const hidden = await scene.profile();
    const patch = { maxSeats: 1 };
    expect(
      await scene.refused('ervaringsdeskundigeUpdate', { id: hidden.id, patch }, 'coordinator elsewhere'),
    ).toEqual(['NOT_FOUND input.id']);
  });

  test('two changes at once of the same version: one is refused', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await scene.profile();
      const change = (subject: string, maxSeats: number) =>
        scene.run('ervaringsdeskundigeUpdate', { id, expectedVersion: 1, patch: { maxSeats } }, subject);
      const answers = await Promise.all([change('coordinator', 1), change('colleague', 2)]);
      expect(answers.map(({ errors }) => errors.join()).sort()).toEqual([
        '',
        'CONFLICT input.expectedVersion',
      ]);
    }
  });

  test('a pause is a matter of days, on both ends', async () => {
    const { id } = await scene.profile({ pausedPeriod: { from: '2028-02-29', until: '2028-03-01' } });
    const days = ['2028-02-28', '2028-02-29', '2028-03-01', '2028-03-02'];
    const fields = days.map((day, index) => `d${index}: paused(on: "${day}")`).join(' ');
    const { data } = await scene.service.ask(
      'coordinator',
      `query($id: ID!) { ervaringsdeskundige(id: $id) { ${fields} } }`,
      { id },
    );
    expect(Object.values(data.ervaringsdeskundige)).toEqual([false, true, true, false]);
  });

  test('a person who moves to another region keeps their profile, with their consent', async () => {
    const { id, parent } = await scene.findable(['REGION']);
    expect(await scene.listed('secretary')).toContain(id);
    await scene.service.owner.query(
      `update people set region_id = $1 where id = (select person_id from accounts where subject = $2)`,
      [scene.elsewhere, parent.subject],
    );
    expect(await scene.listed('secretary')).not.toContain(id);
    expect(await scene.listed('secretary elsewhere')).toContain(id);
    expect(await scene.shown(id)).toBeNull();
  });
});

describe('languages', () => {
  const learn = (id: string, languages: string[], subject: string) =>
    scene.refused('ervaringsdeskundigeUpdate', { id, patch: { languages } }, subject);

  test.each(['xx', 'zzz', 'mul', 'und', 'nl-NL', '12'])('%s is none', async (code) => {
    const { id, parent } = await scene.profile();
    expect(await learn(id, ['nl', code], parent.subject)).toEqual(['BAD_LANGUAGE input.patch.languages.1']);
  });

  test('nobody speaks more than ten of them', async () => {
    const { id, parent } = await scene.profile();
    const eleven = ['nl', 'en', 'ar', 'tr', 'ti', 'tig', 'zh', 'pl', 'uk', 'fr', 'de'];
    expect(await learn(id, eleven, parent.subject)).toEqual(['TOO_MANY_ITEMS input.patch.languages']);
    const patch = { languages: eleven.slice(1) };
    await scene.done('ervaringsdeskundigeUpdate', { id, patch }, parent.subject);
  });

  test('one more than there is place for is refused, and a new theme finds its own', async () => {
    const { id, parent } = await scene.profile();
    const { owner } = scene.service;
    await owner.query(`insert into traits (position, kind, value)
      select (select max(position) from traits) + place, 'LANGUAGE', 'made up ' || place
      from generate_series(1, (select trait_places_left('LANGUAGE'))::integer) place`);
    try {
      expect(await learn(id, ['nl', 'fy'], parent.subject)).toEqual(['NO_PLACE_LEFT']);
      const patch = { themeIds: [await theme()] };
      await scene.done('ervaringsdeskundigeUpdate', { id, patch }, parent.subject);
    } finally {
      await owner.query(`delete from traits where value like 'made up %'`);
    }
  });
});
