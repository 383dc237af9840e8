import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';

const ALL = `version displayName name { givenName infix familyName sortName } contact { email phone } note region { code }
  municipality { name } perspectives language participationForms availability { hoursPerMonth dayParts }`;
const CREATE = `mutation($input: PersonCreateInput!) { personCreate(input: $input) { errors { code path }
  person { id ${ALL} possibleDuplicates { displayName } } } }`;
const UPDATE = `mutation($input: PersonUpdateInput!) { personUpdate(input: $input) { errors { code path } person { ${ALL} } } }`;

let service: TestService;
let make: Makers;
let region: string;
let regionId: string;
let elsewhere: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  regionId = nodeId('Region', region);
  elsewhere = await make.region('JZ22');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
});
afterAll(() => service.close());

const ask = async (query: string, variables: object = {}, subject = 'coordinator') => {
  const { data, errors } = await service.ask(subject, query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const municipality = async (code: string, name: string): Promise<string> => {
  const { region: there } = await ask(`{ region(code: "${code}") { municipalities { id name } } }`);
  return there.municipalities.find((each: { name: string }) => each.name === name).id;
};

const complete = async () => ({
  regionId,
  municipalityId: await municipality('JZ06', 'Alkmaar'),
  name: { givenName: ' Amíra ', infix: 'el', familyName: 'Idrissi' },
  perspectives: ['OUDER', 'PROFESSIONAL'],
  language: 'AR',
  participationForms: ['BUDDY', 'SEAT'],
  availability: { hoursPerMonth: 6, dayParts: ['EVENING'] },
  contact: { email: 'amira@voorbeeld.nl', phone: '06 - 12 34 56 78' },
  note: 'Liever bellen na acht uur',
});

describe('making and changing a person', () => {
  test('everything given is kept, telephone and language in one spelling', async () => {
    const { personCreate } = await ask(CREATE, { input: await complete() });
    expect(personCreate).toMatchObject({
      errors: [],
      person: {
        version: 1,
        displayName: 'Amíra el Idrissi',
        name: { givenName: 'Amíra', infix: 'el', familyName: 'Idrissi', sortName: 'idrissi, amira el' },
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
    const { personCreate } = await ask(CREATE, {
      input: { regionId, name: { givenName: 'Bo', familyName: 'Wit' } },
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
    const { personCreate } = await ask(CREATE, { input: await complete() });
    const { id } = personCreate.person;
    const patch = async (patch: object) => (await ask(UPDATE, { input: { id, patch } })).personUpdate.person;
    const kept = await patch({});
    expect(kept).toMatchObject({ version: 2, note: 'Liever bellen na acht uur', language: 'ar' });
    const changed = await patch({
      name: { givenName: 'Amira', familyName: 'Bakker' },
      note: 'Verhuisd',
      language: 'nl',
    });
    expect(changed).toMatchObject({
      displayName: 'Amira Bakker',
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
      version: 4,
      displayName: 'Amira Bakker',
      municipality: null,
      language: 'nl',
      participationForms: [],
      availability: { hoursPerMonth: null, dayParts: [] },
      contact: null,
      note: null,
      perspectives: ['OUDER', 'PROFESSIONAL'],
    });
  });

  test('a municipality of another region is refused, by create and by patch', async () => {
    const municipalityId = await municipality('JZ22', 'Utrecht');
    const input = { regionId, municipalityId, name: { givenName: 'A', familyName: 'B' } };
    const made = await unchanged(service.owner, () => ask(CREATE, { input }));
    expect(made.personCreate.errors).toEqual([{ code: 'OTHER_REGION', path: ['input', 'municipalityId'] }]);
    const id = nodeId('Person', await make.person(region));
    const patched = await unchanged(service.owner, () =>
      ask(UPDATE, { input: { id, patch: { municipalityId } } }),
    );
    expect(patched.personUpdate.errors).toEqual([
      { code: 'OTHER_REGION', path: ['input', 'patch', 'municipalityId'] },
    ]);
  });

  test('a stale version is a CONFLICT; a person of another region is not there at all', async () => {
    const id = nodeId('Person', await make.person(region));
    const stale = await unchanged(service.owner, () =>
      ask(UPDATE, { input: { id, expectedVersion: 7, patch: { language: 'en' } } }),
    );
    expect(stale.personUpdate.errors).toEqual([{ code: 'CONFLICT', path: ['input', 'expectedVersion'] }]);
    const hidden = await unchanged(service.owner, () =>
      ask(UPDATE, { input: { id, expectedVersion: 7, patch: { language: 'en' } } }, 'neighbour'),
    );
    expect(hidden.personUpdate.errors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'id'] }]);
  });

  test('somebody recorded twice is shown with their namesakes', async () => {
    await make.person(region, { given: 'Fatima', infix: 'van der', family: 'Heijden' });
    await make.person(elsewhere, { given: 'Fatima', infix: 'van der', family: 'Heiden' });
    const name = { givenName: 'Fátima', infix: 'v.d.', familyName: 'Heyden' };
    const alike = { givenName: 'Fatima', infix: 'van der', familyName: 'Heiden' };
    await ask(CREATE, { input: { regionId, name } });
    const { personCreate } = await ask(CREATE, { input: { regionId, name: alike } });
    expect(personCreate.person.possibleDuplicates).toEqual([{ displayName: 'Fatima van der Heijden' }]);
  });
});
