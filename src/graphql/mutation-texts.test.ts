import { buildSchema, type GraphQLInputObjectType } from 'graphql';
import { textProblems } from './mutation-texts.js';

const schema = buildSchema(`
  enum Kind { A B }
  type Query { name: String }
  type Mutation { note(input: Note!, reason: String, key: ID): Query }
  input Note { text: String phone: String purpose: String id: ID kind: Kind parts: [Note!] tags: [[String!]] number: Int }
`);
const fields = (schema.getType('Note') as GraphQLInputObjectType).getFields();
Object.assign(fields.phone!.extensions, { screened: false });
Object.assign(fields.purpose!.extensions, { multiline: true });
const mutation = schema.getMutationType()!.getFields().note!;

const problems = (args: Record<string, unknown>) =>
  textProblems(mutation, args).map(({ code, path }) => `${code} ${path.join('.')}`);

const BSN = '111222333';

test('names every argument that holds a BSN, and screens only what is text', () => {
  const part = { text: `bsn ${BSN}`, phone: BSN, id: BSN, kind: 'A', number: Number(BSN) };
  expect(
    problems({
      reason: BSN,
      key: BSN,
      input: { ...part, parts: [{ text: 'fine' }, part], tags: [['a'], ['b', BSN], null] },
    }),
  ).toEqual([
    'BSN_IN_TEXT input.text',
    'BSN_IN_TEXT input.parts.1.text',
    'BSN_IN_TEXT input.tags.1.1',
    'BSN_IN_TEXT reason',
  ]);
});

const BREAKS = ['\n', '\r', '\r\n', '\u2028', '\u2029'];
const UNSEEN = [
  '\v',
  '\f',
  '\u0085',
  '\u0001',
  '\u001b',
  '\u007f',
  '\u009f',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
];
const written = (character: string) => `Jan${character}de Vries`;

test.each([...BREAKS, ...UNSEEN, '\t'].map((character) => [JSON.stringify(character), written(character)]))(
  'text is one line, without %s, wherever it stands',
  (_shown, text) => {
    expect(problems({ reason: text, key: text, input: { phone: text, tags: [[text]], id: text } })).toEqual([
      'NOT_ONE_LINE input.phone',
      'NOT_ONE_LINE input.tags.0.0',
      'NOT_ONE_LINE reason',
    ]);
  },
);

test('a text that is declared to have lines has lines and tabs, and nothing unseen', () => {
  for (const character of [...BREAKS, '\t'])
    expect(problems({ input: { purpose: written(character) } })).toEqual([]);
  for (const character of UNSEEN) {
    expect(problems({ input: { purpose: written(character) } })).toEqual(['UNSEEN_CHARACTER input.purpose']);
  }
});

test('names keep their accents, joiners and marks of direction', () => {
  for (const text of ['Zoë van ’t Hof', 'علي\u200fـ', 'क्\u200dष', '👩\u200d👧', 'a\u00a0b']) {
    expect(problems({ input: { text } })).toEqual([]);
  }
});

test('a text of more than twice the longest field is not read', () => {
  const start = `bsn ${BSN}\n`;
  const of = (length: number) => start + 'x'.repeat(length - start.length);
  expect(problems({ reason: of(4_000) })).toEqual(['BSN_IN_TEXT reason', 'NOT_ONE_LINE reason']);
  expect(problems({ reason: of(4_001), input: { phone: of(80_000), purpose: of(4_001) } })).toEqual([
    'TOO_LONG input.phone',
    'TOO_LONG input.purpose',
    'TOO_LONG reason',
  ]);
});
