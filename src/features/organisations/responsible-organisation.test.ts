import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';

let service: TestService;
let make: Makers;
let region: string;
let person: string;

const NATIONAL = 'Landelijk steunpunt oudernetwerken';

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  person = await make.person(region);
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('parent', { personId: person });
  await make.account('stranger', { role: 'COORDINATOR', regionId: await make.region('JZ10') });
});
afterAll(() => service.close());

/** A new organisation of the region, as its node id. */
async function organisation(name: string): Promise<string> {
  const { data } = await service.ask(
    'coordinator',
    `mutation ($input: OrganisationCreateInput!) { organisationCreate(input: $input) { organisation { id } } }`,
    {
      input: {
        name,
        kind: 'SAMENWERKINGSVERBAND_PO',
        regionId: nodeId('Region', region),
        domains: ['ONDERWIJS'],
        email: 'privacy@swv.example',
        phone: '072 123 45 67',
      },
    },
  );
  return data.organisationCreate.organisation.id;
}

async function answers(by: string, id: string): Promise<unknown> {
  const { data } = await service.ask(
    by,
    `query ($id: ID!) { node(id: $id) {
      ... on Region { responsibleOrganisation { name } } ... on Person { responsibleOrganisation { name } }
      ... on Oudernetwerk { responsibleOrganisation { name } } ... on AdvisoryBody { responsibleOrganisation { name } } } }`,
    { id },
  );
  return data.node?.responsibleOrganisation?.name;
}

const change = async (by: string, mutation: string, input: object) => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { code path } } }`;
  const { data, errors } = await service.ask(by, text, { input });
  return data[mutation]?.errors ?? errors?.map((error: { extensions: object }) => error.extensions);
};

const personId = () => nodeId('Person', person);
const regionId = () => nodeId('Region', region);
const choose = (by: string, responsibleOrganisationId: string | null, id = personId()) =>
  change(by, 'personUpdate', { id, patch: { responsibleOrganisationId } });

test('whoever nobody chose for is answered for by the region, and that by whoever is above it', async () => {
  expect(await answers('parent', personId())).toBe(NATIONAL);
  await change('coordinator', 'regionUpdate', {
    id: regionId(),
    responsibleOrganisationId: await organisation('SWV van de regio'),
  });
  for (const id of [personId(), regionId()])
    expect(await answers('coordinator', id)).toBe('SWV van de regio');
  await change('coordinator', 'regionUpdate', { id: regionId(), responsibleOrganisationId: null });
  expect(await answers('parent', personId())).toBe(NATIONAL);
});

test.each([
  ['oudernetwerkCreate', 'oudernetwerkUpdate', 'oudernetwerk', { name: 'Vos', sectors: ['PO'] }],
  [
    'advisoryBodyCreate',
    'advisoryBodyUpdate',
    'advisoryBody',
    { name: 'Raad', kind: 'ADVIESRAAD', level: 'BELEID', domains: ['ONDERWIJS'] },
  ],
  [
    'personCreate',
    'personUpdate',
    'person',
    { name: { givenName: 'Bas', familyName: 'Smit' }, perspectives: ['OUDER'] },
  ],
])('%s and %s name another one', async (creating, updating, field, described) => {
  const chosen = await organisation(`SWV bij ${creating}`);
  const created = await service.ask(
    'coordinator',
    `mutation ($input: ${creating[0]!.toUpperCase()}${creating.slice(1)}Input!) { ${creating}(input: $input) {
      ${field} { id } errors { code path } } }`,
    { input: { regionId: regionId(), ...described, responsibleOrganisationId: chosen } },
  );
  expect(created.data[creating].errors).toEqual([]);
  const { id } = created.data[creating][field];
  expect(await answers('coordinator', id)).toBe(`SWV bij ${creating}`);
  expect(await change('coordinator', updating, { id, patch: { responsibleOrganisationId: null } })).toEqual(
    [],
  );
  expect(await answers('coordinator', id)).toBe(NATIONAL);
});

test('it is the coordinator’s to say, and not the parent’s nor another region’s', async () => {
  const chosen = await organisation('SWV van een ander');
  for (const by of ['parent', 'stranger']) {
    const errors = await unchanged(service.owner, () => choose(by, chosen));
    expect(errors).toMatchObject(
      by === 'parent' ? [{ code: 'FORBIDDEN' }] : [{ code: 'NOT_FOUND', path: ['input', 'id'] }],
    );
  }
  const nobody = nodeId('Organisation', '018f0000-0000-7000-8000-000000000000');
  expect(await unchanged(service.owner, () => choose('coordinator', nobody))).toEqual([
    { code: 'NOT_FOUND', path: ['input', 'patch', 'responsibleOrganisationId'] },
  ]);
});

test('who moves is answered for by the new region, and again by whoever was chosen once they are back', async () => {
  expect(await choose('coordinator', await organisation('SWV van Anna'))).toEqual([]);
  expect(await answers('parent', personId())).toBe('SWV van Anna');
  const moveTo = (id: string) =>
    service.owner.query('update people set region_id = $2 where id = $1', [person, id]);
  await moveTo(await make.region('JZ10'));
  expect(await answers('parent', personId())).toBe(NATIONAL);
  await moveTo(region);
  expect(await answers('parent', personId())).toBe('SWV van Anna');
});
