import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { PURPOSE_TEXTS } from './purpose-texts.js';

let service: TestService;
let make: Makers;
let region: string;
let uuid: string;
let personId: string;
let parent: string;
let made = 0;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: await make.region('JZ07') });
});
beforeEach(async () => {
  uuid = await make.person(region);
  personId = nodeId('Person', uuid);
  parent = `parent ${++made}`;
  await make.account(parent, { personId: uuid });
});
afterAll(() => service.close());

interface Answer {
  readonly errors: readonly { readonly code: string; readonly path?: readonly string[] }[];
  readonly schoolTie: { readonly id: string };
}
async function ask(as: string, mutation: string, input: object, answer = ''): Promise<Answer> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ${answer} errors { code path } } }`;
  const { data, errors } = await service.ask(as, query, { input });
  if (errors) {
    const refused = errors.map(({ extensions }: { extensions: { code: string } }) => ({
      code: extensions.code,
    }));
    return { errors: refused, schoolTie: { id: '' } };
  }
  return data.done;
}
const codes = async (work: Promise<Answer>) => (await work).errors.map(({ code }) => code);
type Purpose = keyof typeof PURPOSE_TEXTS;
const give = (as: string, purpose: Purpose, more: object = {}) =>
  codes(ask(as, 'consentGive', { personId, purpose, textVersion: PURPOSE_TEXTS[purpose].version, ...more }));
const withdraw = (as: string, purpose: Purpose, more: object = {}) =>
  codes(ask(as, 'consentWithdraw', { personId, purpose, ...more }));

async function ledger(as = parent) {
  const { data } = await service.ask(
    as,
    `query($id: ID!) { person(id: $id) { consents { nodes { purpose given textVersion language channel until scopes } } } }`,
    { id: personId },
  );
  return data.person?.consents.nodes;
}
const mails = async () =>
  (
    await service.owner.query(
      `select params ->> 'purpose' as purpose, params ->> 'outcome' as outcome from mails
       where kind = 'CONSENT_SAID' and recipient_id = $1 order by made_at, id`,
      [uuid],
    )
  ).rows;

test('the texts are there for whoever shows them', async () => {
  const { data } = await service.ask(parent, '{ consentTexts { purpose version language text } }', {});
  expect(data.consentTexts.map(({ purpose }: { purpose: string }) => purpose)).toEqual([
    'SCHOOL_AND_THEMES',
    'CONTACT_BY_APP',
    'PHOTO',
    'NEWSLETTER',
  ]);
  expect(data.consentTexts[0]).toMatchObject({ version: '2026-12-school', language: 'NL' });
  expect(data.consentTexts[0].text).toContain('uitdrukkelijk ja');
});

test('a parent says yes to one purpose and to no other, and takes it back as easily', async () => {
  expect(await give(parent, 'PHOTO')).toEqual([]);
  expect(await give(parent, 'PHOTO')).toEqual([]);
  expect(await ledger()).toEqual([
    {
      purpose: 'PHOTO',
      given: true,
      textVersion: '2026-12-foto',
      language: 'NL',
      channel: 'ONLINE',
      until: null,
      scopes: [],
    },
  ]);
  expect(await withdraw(parent, 'PHOTO')).toEqual([]);
  expect((await ledger())[0]).toMatchObject({ purpose: 'PHOTO', given: false, channel: 'ONLINE' });
  // what they did themselves is not mailed
  expect(await mails()).toEqual([]);
});

test('a coordinator records what was said and how, and the parent is told', async () => {
  expect(await give('coordinator', 'NEWSLETTER', { channel: 'PHONE', language: 'EN' })).toEqual([]);
  expect(await ledger('coordinator')).toMatchObject([
    { purpose: 'NEWSLETTER', given: true, channel: 'PHONE', language: 'EN' },
  ]);
  expect(await withdraw('coordinator', 'NEWSLETTER', { channel: 'PAPER' })).toEqual([]);
  expect(await mails()).toEqual([
    { purpose: 'NEWSLETTER', outcome: 'GIVEN' },
    { purpose: 'NEWSLETTER', outcome: 'WITHDRAWN' },
  ]);
});

test('after a parent said no themselves nobody else says yes for them, and only to that purpose', async () => {
  expect(await withdraw(parent, 'CONTACT_BY_APP')).toEqual([]);
  expect(await give('coordinator', 'CONTACT_BY_APP', { channel: 'PAPER' })).toEqual(['WIDER_THAN_GIVEN']);
  expect(await give('coordinator', 'PHOTO', { channel: 'PAPER' })).toEqual([]);
  expect(await give(parent, 'CONTACT_BY_APP')).toEqual([]);
});

test.each<[string, () => Promise<string[]>, string[]]>([
  ['without saying how', () => give('coordinator', 'PHOTO'), ['REQUIRED']],
  ['as if it were the parent', () => give('coordinator', 'PHOTO', { channel: 'ONLINE' }), ['OTHER_CHANNEL']],
  ['of an older text', () => give(parent, 'PHOTO', { textVersion: '2020' }), ['OTHER_CONSENT_TEXT']],
  ['for somebody of another region', () => give('neighbour', 'PHOTO', { channel: 'PAPER' }), ['NOT_FOUND']],
  ['a no without saying how', () => withdraw('coordinator', 'PHOTO'), ['REQUIRED']],
])('%s: refused, and nothing is recorded', async (_what, work, refused) => {
  const answer = await unchanged(service.owner, work);
  expect(answer).toEqual(refused);
});

const TIE = 'schoolTie { id stage yearLevel statedExit expectedExit { latest } }';
const tie = (as: string, stage: string, more: object = {}) =>
  ask(as, 'schoolTieRecord', { personId, stage, yearLevel: 6, schoolYear: '2026-2027', ...more }, TIE);

test.each(['SBO', 'SO', 'VSO', 'PRO'])(
  '%s is kept on an explicit yes alone, whoever writes it',
  async (stage) => {
    const yearLevel = 1;
    for (const as of ['coordinator', parent]) {
      const { errors } = await unchanged(service.owner, () => tie(as, stage, { yearLevel }));
      expect(errors).toEqual([{ code: 'CONSENT_NEEDED', path: ['input', 'stage'] }]);
    }
    expect(await give('coordinator', 'SCHOOL_AND_THEMES', { channel: 'PAPER' })).toEqual([]);
    expect((await tie('coordinator', stage, { yearLevel })).errors).toEqual([]);
  },
);

test('of a special school that came in with a list only its end is kept, until the parent says which it is', async () => {
  // as a list records it
  const { schoolTie } = await tie('coordinator', 'PO', { yearLevel: null, statedExit: '2029-07-31' });
  const confirm = (as: string) =>
    ask(as, 'schoolTieConfirm', { id: schoolTie.id, stage: 'SO', yearLevel: 6 }, TIE);
  expect((await unchanged(service.owner, () => confirm(parent))).errors).toMatchObject([
    { code: 'CONSENT_NEEDED' },
  ]);
  expect(await give(parent, 'SCHOOL_AND_THEMES')).toEqual([]);
  expect(await confirm(parent)).toMatchObject({
    errors: [],
    schoolTie: { stage: 'SO', yearLevel: 6, statedExit: '2029-07-31' },
  });
});

test('with a no the kind of school and the themes go at once, and when the child leaves stays', async () => {
  expect(await give(parent, 'SCHOOL_AND_THEMES')).toEqual([]);
  await tie(parent, 'SO');
  await tie(parent, 'VSO', { yearLevel: 2 });
  await tie(parent, 'BO');
  const profile = await new ProfileMakers(service.owner).profile(uuid, null);
  await service.owner.query(
    'insert into ervaringsdeskundige_themes (ervaringsdeskundige_id, theme_id) values ($1, $2)',
    [profile, await make.theme()],
  );
  expect(await withdraw(parent, 'SCHOOL_AND_THEMES')).toEqual([]);
  const { data } = await service.ask(
    parent,
    `query($id: ID!) { person(id: $id) { schoolTies { stage yearLevel expectedExit { latest } } ervaringsdeskundige { themes { id } } } }`,
    { id: personId },
  );
  expect(data.person.schoolTies.map((each: { stage: string }) => each.stage).sort()).toEqual(['BO', 'PO']);
  expect(data.person.schoolTies).toContainEqual({
    stage: 'PO',
    yearLevel: null,
    expectedExit: { latest: '2029-07-31' },
  });
  expect(data.person.ervaringsdeskundige.themes).toEqual([]);
});
