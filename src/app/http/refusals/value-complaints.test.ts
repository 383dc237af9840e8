import { ask, startToyServer, type ToyServer } from '../testing/toy-server.js';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.close());

async function problemOf(query: string, variables: Record<string, unknown>, locale: string) {
  const { body } = await ask(server, query, variables, { 'accept-language': locale });
  expect(body.errors).toHaveLength(1);
  return body.errors![0]!;
}

const GIVE = 'query ($values: Values) { give(values: $values) }';
const given = (values: object): [string, Record<string, unknown>] => [GIVE, { values }];
const written = (values: string): [string, Record<string, unknown>] => [`{ give(values: ${values}) }`, {}];
const PAGE = 'query ($first: Int!) { page(first: $first) }';
const PLAN = 'mutation ($input: Span!) { plan(input: $input) }';

const CASES: readonly (readonly [
  what: string,
  asked: [string, Record<string, unknown>],
  dutch: string,
  english: string,
])[] = [
  // in variables
  ['of required type Int! was not provided', [PAGE, {}], 'first: vul dit in.', 'first: this is required.'],
  [
    'of non-null type Int! must not be null',
    [PAGE, { first: null }],
    'first: dit mag niet null zijn.',
    'first: this must not be null.',
  ],
  [
    'from of required type Day! was not',
    [PLAN, { input: {} }],
    'input: vul ook from in.',
    'input: from is required too.',
  ],
  [
    'non-nullable type Day!',
    [PLAN, { input: { from: null } }],
    'input.from: dit mag niet null zijn.',
    'input.from: this must not be null.',
  ],
  [
    'Values to be an object',
    [GIVE, { values: 'x' }],
    'values: geef een object Values.',
    'values: give an object Values.',
  ],
  [
    'rol is not defined by type Values. Did you mean role or roles',
    given({ rol: 'TREKKER' }),
    'values: Values heeft geen veld rol. Bedoelt u role of roles?',
    'values: Values has no field rol. Did you mean role or roles?',
  ],
  [
    'zzz is not defined by type Values.',
    given({ zzz: 1 }),
    'values: Values heeft geen veld zzz.',
    'values: Values has no field zzz.',
  ],
  [
    'Int cannot represent non-integer',
    given({ number: '5' }),
    'values.number: geef een geheel getal.',
    'values.number: give a whole number.',
  ],
  [
    'non 32-bit',
    given({ number: 2 ** 31 }),
    'values.number: dit getal is te groot of te klein.',
    'values.number: this number is too large or too small.',
  ],
  [
    'Float cannot represent',
    given({ share: 'half' }),
    'values.share: geef een getal.',
    'values.share: give a number.',
  ],
  [
    'String cannot represent',
    given({ text: 7 }),
    'values.text: geef een tekst.',
    'values.text: give a text.',
  ],
  [
    'Boolean cannot represent',
    given({ flag: 'ja' }),
    'values.flag: kies true of false.',
    'values.flag: choose true or false.',
  ],
  ['ID cannot represent', given({ id: {} }), 'values.id: geef een id.', 'values.id: give an id.'],
  ['not a valid UUID', given({ key: 'x' }), 'values.key: geef een UUID.', 'values.key: give a UUID.'],
  ['Value is not string', given({ key: 7 }), 'values.key: geef een UUID.', 'values.key: give a UUID.'],
  [
    'does not exist in Role',
    given({ role: 'X' }),
    'values.role: kies een van TREKKER of CO_TREKKER.',
    'values.role: choose one of TREKKER or CO_TREKKER.',
  ],
  [
    'non-string value',
    given({ role: 7 }),
    'values.role: kies een van TREKKER of CO_TREKKER.',
    'values.role: choose one of TREKKER or CO_TREKKER.',
  ],
  [
    'does not exist',
    given({ roles: ['TREKKER', 'X'] }),
    'values.roles[1]: kies een van TREKKER of CO_TREKKER.',
    'values.roles[1]: choose one of TREKKER or CO_TREKKER.',
  ],
  [
    'got invalid value',
    given({ text: ['Variable "$first" of required type'] }),
    'values.text: geef een tekst.',
    'values.text: give a text.',
  ],

  // in the document
  [
    'argument first of type Int! is required',
    ['{ page }', {}],
    'first: vul dit in.',
    'first: this is required.',
  ],
  [
    'Int!, found null',
    ['{ page(first: null) }', {}],
    'first: dit mag niet null zijn.',
    'first: this must not be null.',
  ],
  [
    'Span.from of required type',
    written('{ span: {} }'),
    'values.span: vul ook from in.',
    'values.span: from is required too.',
  ],
  [
    'Values, found x',
    written('"x"'),
    'values: geef een waarde van type Values.',
    'values: give a value of type Values.',
  ],
  [
    'rol is not defined',
    written('{ rol: X }'),
    'Values heeft geen veld rol. Bedoelt u role of roles?',
    'Values has no field rol. Did you mean role or roles?',
  ],
  [
    'non-integer',
    written('{ number: 1.5 }'),
    'values.number: geef een geheel getal.',
    'values.number: give a whole number.',
  ],
  [
    'non 32-bit',
    written('{ number: 9999999999 }'),
    'values.number: dit getal is te groot of te klein.',
    'values.number: this number is too large or too small.',
  ],
  [
    'Can only validate strings',
    written('{ key: 7 }'),
    'values.key: geef een UUID.',
    'values.key: give a UUID.',
  ],
  [
    'does not exist in',
    written('{ role: X }'),
    'values.role: kies een van TREKKER of CO_TREKKER.',
    'values.role: choose one of TREKKER or CO_TREKKER.',
  ],
  [
    'non-enum value',
    written('{ role: "X" }'),
    'values.role: kies een van TREKKER of CO_TREKKER.',
    'values.role: choose one of TREKKER or CO_TREKKER.',
  ],

  // in execution
  [
    'Argument first of non-null type Int!',
    ['query ($first: Int = 1) { page(first: $first) }', { first: null }],
    'first: dit mag niet null zijn.',
    'first: this must not be null.',
  ],
];

test.each(CASES)('%s', async (_what, [query, variables], dutch, english) => {
  const { message, ...others } = await problemOf(query, variables, 'en');
  expect(message).toBe(english);
  expect(await problemOf(query, variables, 'nl')).toEqual({ ...others, message: dutch });
});

test.each([
  ['{ page(frst: 1, first: 1) }', {}],
  ['{ nothing }', {}],
  ['{', {}],
  ['query ($first: Nothing) { page(first: $first) }', {}],
])('a mistake in the query stays English: %s', async (query, variables) => {
  expect(await problemOf(query, variables, 'nl')).toEqual(await problemOf(query, variables, 'en'));
});
