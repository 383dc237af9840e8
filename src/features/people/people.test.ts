import { nodeId } from '../../kernel/node-id.js';
import { startTestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';
import { CREATE, PeopleScene, PERSON } from './testing/people-scene.js';

const UPDATE = `mutation($input: PersonUpdateInput!) { personUpdate(input: $input) { errors { code path }
  person { ${PERSON} } } }`;

let scene: PeopleScene;

beforeAll(async () => {
  scene = await PeopleScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

describe('making and changing a person', () => {
  test('everything given is kept, telephone and language in one spelling', async () => {
    const { personCreate } = await scene.ask(CREATE, { input: await scene.complete() });
    expect(personCreate).toMatchObject({
      errors: [],
      person: {
        version: 1,
        displayName: 'Amíra el Idrissi',
        name: { givenName: 'Amíra', infix: 'el', familyName: 'Idrissi', sortName: 'idrissi  amira  el' },
        contact: { email: 'amira@voorbeeld.nl', phone: '+31612345678' },
        note: 'Liever bellen na acht uur',
        region: { code: 'JZ06' },
        municipality: { name: 'Alkmaar' },
        perspectives: ['OUDER', 'PROFESSIONAL'],
        language: 'ar',
        participationForms: ['BUDDY', 'SEAT'],
        availability: { hoursPerMonth: 6, dayParts: ['EVENING'] },
        possibleDuplicates: [],
      },
    });
  });

  test('a parent of whom little is known', async () => {
    const { personCreate } = await scene.ask(CREATE, {
      input: { regionId: scene.regionId, name: { givenName: 'Bo', familyName: 'Wit' } },
    });
    expect(personCreate.person).toMatchObject({
      contact: null,
      note: null,
      municipality: null,
      perspectives: ['OUDER'],
      language: 'nl',
      participationForms: [],
      availability: { hoursPerMonth: null, dayParts: [] },
    });
  });

  test('a patch changes what it names, clears what it nulls, keeps the rest', async () => {
    const { personCreate } = await scene.ask(CREATE, { input: await scene.complete() });
    const { id } = personCreate.person;
    const patch = async (patch: object) =>
      (await scene.ask(UPDATE, { input: { id, patch } })).personUpdate.person;
    const kept = await patch({});
    expect(kept).toMatchObject({ version: 1, note: 'Liever bellen na acht uur', language: 'ar' });
    const changed = await patch({
      name: { infix: null, familyName: 'Bakker' },
      note: 'Verhuisd',
      language: 'nl',
    });
    expect(changed).toMatchObject({
      displayName: 'Amíra Bakker',
      name: { infix: null },
      note: 'Verhuisd',
      contact: kept.contact,
      participationForms: kept.participationForms,
    });
    const cleared = await patch({
      municipalityId: null,
      language: null,
      participationForms: null,
      availability: null,
      contact: null,
      note: null,
    });
    expect(cleared).toMatchObject({
      version: 3,
      displayName: 'Amíra Bakker',
      municipality: null,
      language: 'nl',
      participationForms: [],
      availability: { hoursPerMonth: null, dayParts: [] },
      contact: null,
      note: null,
      perspectives: ['OUDER', 'PROFESSIONAL'],
    });
  });

  test('so it is with each part of a name and of the availability', async () => {
    const { personCreate } = await scene.ask(CREATE, { input: await scene.complete() });
    const { id, availability, name } = personCreate.person;
    const after = async (patch: object) =>
      (await scene.ask(UPDATE, { input: { id, patch } })).personUpdate.person;
    const { dayParts } = availability;
    const hoursPerMonth = 12;
    expect((await after({ availability: { hoursPerMonth } })).availability).toEqual({
      hoursPerMonth,
      dayParts,
    });
    expect((await after({ availability: { dayParts: null } })).availability).toEqual({
      hoursPerMonth,
      dayParts: [],
    });
    expect((await after({ availability: { hoursPerMonth: null } })).availability).toEqual({
      hoursPerMonth: null,
      dayParts: [],
    });
    expect((await after({ name: { givenName: 'Ámira' } })).name).toMatchObject({
      givenName: 'Ámira',
      infix: name.infix,
      familyName: name.familyName,
    });
    const refused = await unchanged(scene.service.owner, () =>
      scene.ask(UPDATE, { input: { id, patch: { name: { familyName: null } } } }),
    );
    expect(refused.personUpdate.errors).toMatchObject([
      { code: 'REQUIRED', path: ['input', 'patch', 'name', 'familyName'] },
    ]);
  });

  test('so it is with each of the contact details', async () => {
    const { personCreate } = await scene.ask(CREATE, { input: await scene.complete() });
    const { id } = personCreate.person;
    const contactAfter = async (contact: object | null) =>
      (await scene.ask(UPDATE, { input: { id, patch: { contact } } })).personUpdate.person.contact;
    const email = 'amira@voorbeeld.nl';
    expect(await contactAfter({})).toEqual({ email, phone: '+31612345678' });
    expect(await contactAfter({ phone: '0687654321' })).toEqual({ email, phone: '+31687654321' });
    expect(await contactAfter({ phone: null })).toEqual({ email, phone: null });
    expect(await contactAfter({ phone: '0612345678' })).toEqual({ email, phone: '+31612345678' });
    expect(await contactAfter({ email: null })).toEqual({ email: null, phone: '+31612345678' });
    expect(await contactAfter({ phone: null })).toBeNull();
    expect(await contactAfter({ phone: '0612345678' })).toEqual({ email: null, phone: '+31612345678' });
    expect(await contactAfter(null)).toBeNull();
  });

  test('another telephone number leaves an address that waits alone', async () => {
    const { personCreate } = await scene.ask(CREATE, { input: await scene.complete() });
    const { id } = personCreate.person;
    const change = (contact: object) => scene.ask(UPDATE, { input: { id, patch: { contact } } });
    await change({ email: 'nieuw@voorbeeld.nl' });
    const waits = async () => {
      const { person } = await scene.ask(`{ person(id: "${id}") { contact { pendingEmail } } }`);
      return person.contact.pendingEmail;
    };
    expect(await waits()).toBe('nieuw@voorbeeld.nl');
    await change({ phone: '0687654321' });
    await change({ email: 'amira@voorbeeld.nl', phone: '0687654322' });
    expect(await waits()).toBe('nieuw@voorbeeld.nl');
    await change({ email: 'amira@voorbeeld.nl' });
    expect(await waits()).toBeNull();
  });

  test('a municipality of another region is refused, by create and by patch', async () => {
    const municipalityId = await scene.municipality('JZ22', 'Utrecht');
    const input = { regionId: scene.regionId, municipalityId, name: { givenName: 'A', familyName: 'B' } };
    const made = await unchanged(scene.service.owner, () => scene.ask(CREATE, { input }));
    expect(made.personCreate.errors).toEqual([{ code: 'OTHER_REGION', path: ['input', 'municipalityId'] }]);
    const id = nodeId('Person', await scene.make.person(scene.region));
    const patched = await unchanged(scene.service.owner, () =>
      scene.ask(UPDATE, { input: { id, patch: { municipalityId } } }),
    );
    expect(patched.personUpdate.errors).toEqual([
      { code: 'OTHER_REGION', path: ['input', 'patch', 'municipalityId'] },
    ]);
  });

  test('a stale version is a CONFLICT; a person of another region is not there at all', async () => {
    const id = nodeId('Person', await scene.make.person(scene.region));
    const stale = await unchanged(scene.service.owner, () =>
      scene.ask(UPDATE, { input: { id, expectedVersion: 7, patch: { language: 'en' } } }),
    );
    expect(stale.personUpdate.errors).toEqual([{ code: 'CONFLICT', path: ['input', 'expectedVersion'] }]);
    const hidden = await unchanged(scene.service.owner, () =>
      scene.ask(UPDATE, { input: { id, expectedVersion: 7, patch: { language: 'en' } } }, 'neighbour'),
    );
    expect(hidden.personUpdate.errors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'id'] }]);
  });

  test('somebody recorded twice is shown with their namesakes', async () => {
    await scene.make.person(scene.region, { given: 'Fatima', infix: 'van der', family: 'Heijden' });
    await scene.make.person(scene.elsewhere, { given: 'Fatima', infix: 'van der', family: 'Heiden' });
    const name = { givenName: 'Fátima', infix: 'v.d.', familyName: 'Heyden' };
    const alike = { givenName: 'Fatima', infix: 'van der', familyName: 'Heiden' };
    await scene.ask(CREATE, { input: { regionId: scene.regionId, name } });
    const { personCreate } = await scene.ask(CREATE, { input: { regionId: scene.regionId, name: alike } });
    expect(personCreate.person.possibleDuplicates).toEqual([{ displayName: 'Fatima van der Heijden' }]);
  });

  test('given and family name may have changed places; a similar name of which neither part is the same is another', async () => {
    const make = async (given: string, family: string) => scene.make.person(scene.region, { given, family });
    await make('Bouchra', 'Tahiri');
    await make('Bouchraa', 'Tahirii');
    const { personCreate } = await scene.ask(CREATE, {
      input: { regionId: scene.regionId, name: { givenName: 'Tahiri', familyName: 'Bouchra' } },
    });
    expect(personCreate.person.possibleDuplicates).toEqual([{ displayName: 'Bouchra Tahiri' }]);
  });
});
