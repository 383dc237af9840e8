import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';

const CREATE = `mutation($input: OrganisationCreateInput!) { organisationCreate(input: $input) { errors { code path }
  organisation { version name nameStatus officialName labelDerived kind code domains place region { code }
    parent { id } municipalities { name } } } }`;
const REGION = `mutation($input: RegionUpdateInput!) { regionUpdate(input: $input) { errors { code path }
  region { version coordinatingOrganisation { id } } } }`;

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
  await make.account('admin', { role: 'ADMIN' });
});
afterAll(() => service.close());

const ask = async (query: string, variables: object = {}) => {
  const { data, errors } = await service.ask('coordinator', query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const found = async (filter: object) =>
  (
    await ask(
      'query($filter: OrganisationFilter) { organisations(first: 100, filter: $filter) { totalCount nodes { name kind code domains } } }',
      {
        filter,
      },
    )
  ).organisations;
const names = (nodes: { name: string }[]) => nodes.map(({ name }) => name);

test('a coordinator adds an organisation to their region', async () => {
  const parent = nodeId('Organisation', await make.organisation(region));
  const { region: here } = await ask('{ region(code: "JZ06") { municipalities { id name } } }');
  const [first, second] = here.municipalities;
  const input = {
    name: '  Ouderpunt Élan ',
    kind: 'OUDER_JEUGDSTEUNPUNT',
    regionId,
    domains: ['JEUGD', 'ZORG'],
    municipalityIds: [second.id, first.id],
    parentId: parent,
    place: 'Alkmaar',
  };
  const { organisationCreate } = await ask(CREATE, { input });
  expect(organisationCreate).toEqual({
    errors: [],
    organisation: {
      version: 1,
      name: 'Ouderpunt Élan',
      nameStatus: 'OFFICIAL',
      officialName: 'Ouderpunt Élan',
      labelDerived: null,
      kind: 'OUDER_JEUGDSTEUNPUNT',
      code: null,
      domains: ['JEUGD', 'ZORG'],
      place: 'Alkmaar',
      region: { code: 'JZ06' },
      parent: { id: parent },
      municipalities: [{ name: first.name }, { name: second.name }],
    },
  });
});

test.each(['ouderpunt elan', 'OUDERPUNT', 'ouderpund élan', 'elan'])(
  'a search for "%s" finds it',
  async (search) => {
    expect(names((await found({ search })).nodes)).toContain('Ouderpunt Élan');
  },
);

test('not to another region, and not in another’s name', async () => {
  const elsewhere = nodeId('Region', await make.region('JZ22'));
  const input = { name: 'Elders', kind: 'STICHTING', regionId: elsewhere, domains: ['ZORG'] };
  const { errors } = await unchanged(service.owner, () => service.ask('coordinator', CREATE, { input }));
  expect(errors[0].extensions.code).toBe('FORBIDDEN');
});

const UPDATE = `mutation($input: OrganisationUpdateInput!) { organisationUpdate(input: $input) {
  organisation { name domains place email version } errors { code path } } }`;

test('a coordinator corrects an organisation of the region; of a public source only the mailbox', async () => {
  const id = nodeId('Organisation', await make.organisation(await make.region('JZ06')));
  const patch = { name: 'Ouderhuis', domains: ['ZORG'], place: 'Bergen', email: 'post@example.org' };
  expect((await ask(UPDATE, { input: { id, expectedVersion: 1, patch } })).organisationUpdate).toEqual({
    organisation: { ...patch, version: 2 },
    errors: [],
  });
  await ask(UPDATE, { input: { id, patch: { email: null, place: null } } });
  const { rows } = await service.owner.query(
    `select id from organisations where from_reference and region_id = (select id from regions where code = 'JZ06') limit 1`,
  );
  const school = nodeId('Organisation', rows[0].id);
  const mailbox = { input: { id: school, patch: { email: 'school@example.org' } } };
  expect((await ask(UPDATE, mailbox)).organisationUpdate.organisation.email).toBe('school@example.org');
  const refused: [object, string][] = [
    [{ id: school, patch: { name: 'Anders' } }, 'FROM_REFERENCE'],
    [{ id, patch: { email: 'post@example' } }, 'BAD_EMAIL'],
    [{ id, patch: { email: 'post@example.org\r\nBcc: a@example.org' } }, 'NOT_ONE_LINE'],
    [{ id, expectedVersion: 1, patch: { place: 'Heiloo' } }, 'CONFLICT'],
  ];
  for (const [input, code] of refused) {
    const { organisationUpdate } = await unchanged(service.owner, () => ask(UPDATE, { input }));
    expect(organisationUpdate.errors).toMatchObject([{ code }]);
  }
});

test('filters: kind, domain, region, municipality, code, and all of them together', async () => {
  const swv = await found({ kind: ['SAMENWERKINGSVERBAND_PO', 'SAMENWERKINGSVERBAND_VO'] });
  expect(swv.totalCount).toBe(151);
  const [one] = (await found({ code: 'PO2703' })).nodes;
  expect(one).toMatchObject({ code: 'PO2703', kind: 'SAMENWERKINGSVERBAND_PO' });
  expect((await found({ code: 'po2703' })).totalCount).toBe(0);
  const { region: here } = await ask('{ region(code: "JZ06") { municipalities { id name } } }');
  const alkmaar = here.municipalities.find(({ name }: { name: string }) => name === 'Alkmaar').id;
  const covering = await found({ municipalityId: alkmaar, kind: ['SAMENWERKINGSVERBAND_PO'] });
  expect(covering.totalCount).toBeGreaterThanOrEqual(1);
  expect(
    (await found({ regionId, domain: 'JEUGD' })).nodes.every(({ domains }: { domains: string[] }) =>
      domains.includes('JEUGD'),
    ),
  ).toBe(true);
  expect((await found({ regionId, domain: 'JEUGD', search: 'Élan', kind: ['WIJKTEAM'] })).totalCount).toBe(0);
});

test('a derived label is shown as one', async () => {
  const { nodes } = (
    await ask(`{ organisations(first: 100, filter: { kind: [SAMENWERKINGSVERBAND_PO] }) {
      nodes { name nameStatus officialName labelDerived } } }`)
  ).organisations;
  for (const { name, nameStatus, officialName, labelDerived } of nodes) {
    expect(name).toBe(nameStatus === 'DERIVED' ? `${labelDerived} (afgeleide aanduiding)` : officialName);
  }
});

test('by name, without case and accents, both ways and page by page', async () => {
  for (const name of ['zz Zon', 'zz élan', 'zz Appel', 'ZZ boom']) {
    await ask(CREATE, { input: { name, kind: 'WIJKTEAM', regionId, domains: ['ZORG'] } });
  }
  const list = async (page: string) => {
    const { organisations } = await ask(
      `{ organisations(${page} filter: { kind: [WIJKTEAM], regionId: "${regionId}", search: "zz" }) { nodes { name } pageInfo { endCursor } } }`,
    );
    return organisations;
  };
  const sorted = ['zz Appel', 'ZZ boom', 'zz élan', 'zz Zon'];
  expect(names((await list('')).nodes)).toEqual(sorted);
  expect(names((await list('orderBy: { field: NAME, direction: DESC },')).nodes)).toEqual(
    [...sorted].reverse(),
  );
  const first = await list('first: 2,');
  expect(names(first.nodes)).toEqual(sorted.slice(0, 2));
  expect(names((await list(`first: 2, after: "${first.pageInfo.endCursor}",`)).nodes)).toEqual(
    sorted.slice(2),
  );
});

describe('the coordinating organisation of a region', () => {
  const set = (input: object, subject = 'admin') => service.ask(subject, REGION, { input });

  test('is set and cleared by national admins, with expectedVersion', async () => {
    const organisation = nodeId('Organisation', await make.organisation(region));
    const { data } = await set({
      id: regionId,
      expectedVersion: 1,
      coordinatingOrganisationId: organisation,
    });
    expect(data.regionUpdate).toEqual({
      errors: [],
      region: { version: 2, coordinatingOrganisation: { id: organisation } },
    });
    const stale = await unchanged(service.owner, () => set({ id: regionId, expectedVersion: 1 }));
    expect(stale.data.regionUpdate.errors).toEqual([
      { code: 'CONFLICT', path: ['input', 'expectedVersion'] },
    ]);
    const cleared = await set({ id: regionId, expectedVersion: 2, coordinatingOrganisationId: null });
    expect(cleared.data.regionUpdate.region).toEqual({ version: 3, coordinatingOrganisation: null });
  });

  test('stays where it is not named', async () => {
    const organisation = nodeId('Organisation', await make.organisation(region));
    await set({ id: regionId, coordinatingOrganisationId: organisation });
    const { data } = await set({ id: regionId });
    expect(data.regionUpdate.region.coordinatingOrganisation).toEqual({ id: organisation });
  });

  test('of the country is never cleared', async () => {
    const { region: land } = await ask('{ region(code: "NL") { id } }');
    const { data } = await unchanged(service.owner, () =>
      set({ id: land.id, coordinatingOrganisationId: null }),
    );
    expect(data.regionUpdate.errors).toEqual([
      { code: 'REQUIRED', path: ['input', 'coordinatingOrganisationId'] },
    ]);
  });

  test('is not a coordinator’s to set', async () => {
    const { errors } = await unchanged(service.owner, () =>
      set({ id: regionId, phone: '0800 1234', coordinatingOrganisationId: null }, 'coordinator'),
    );
    expect(errors[0].extensions.code).toBe('FORBIDDEN');
  });
});
