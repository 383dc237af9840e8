import type { GraphQLSchema } from 'graphql';
import { v7 as uuid } from 'uuid';
import { nodeId } from '../../../kernel/node-id.js';
import { inputPlaces, type InputPlace, spoiled } from './testing/input-places.js';
import { type Attempt, attemptOf, mutationWorld } from '../../../testing/access/mutations/mutation-world.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { testSchema } from '../../../testing/schema.js';

const schema: GraphQLSchema = testSchema();
const STRICT = { accept: 'application/graphql-response+json' };
const MUTATIONS = Object.keys(schema.getMutationType()!.getFields());

let service: TestService;
let world: Readonly<Record<string, Attempt>>;

beforeAll(async () => {
  service = await startTestService();
  world = await mutationWorld(service);
});
afterAll(() => service.close());

function placesOf(mutation: string): InputPlace[] {
  return inputPlaces(schema.getMutationType()!.getFields()[mutation]!.args[0]!);
}

interface Expected {
  /** of the whole request */
  readonly code?: string;
  /** one of these, in the payload */
  readonly codes?: readonly string[];
}

/** Null if the value was refused as it should be: with the right code and path. Otherwise what came instead. */
async function complaint(
  mutation: string,
  place: InputPlace,
  value: unknown,
  { code, codes }: Expected,
): Promise<string | null> {
  const { as } = world[mutation]!;
  const input = inputFor(world[mutation]!, place);
  const variables = spoiled({ input }, place.path, place.list ? [value] : value);
  const { status, data, errors } = await service.ask(as, attemptOf(mutation), variables, STRICT);
  const path = place.list ? [...place.path, '0'] : place.path;
  const said = dotted(errors?.[0]?.message ?? '');
  const inPayload = (data?.done?.errors ?? []) as { code: string; path: string[]; message: string }[];
  const fits = code
    ? status < 500 && errors?.[0].extensions.code === code && said.includes(path.join('.'))
    : inPayload.some(
        (error) => codes?.includes(error.code) && String(error.path) === String(path) && error.message !== '',
      );
  const shown = JSON.stringify(value).slice(0, 60);
  return fits ? null : `${path.join('.')} = ${shown}: ${status} ${JSON.stringify(errors ?? inPayload)}`;
}

/** graphql-js writes `input.ids[0]`: read it as `input.ids.0` */
const dotted = (message: string) => message.replace(/\[(\d+)\]/g, '.$1');

type Case = readonly [value: unknown, expected: Expected];

const BAD: Expected = { code: 'BAD_USER_INPUT' };
const TEXTS = ['a\0b', '\ud800', 'half \udc00 teken'];
const WITH_BSN = ['111222333', 'bsn 111–222–333!', '１１１２\u202f２２\u202f３３３'];
const BREAKS = ['\n', '\r', '\u2028', '\u2029'];
/** C0, DEL, C1 and what turns the direction of reading */
const UNSEEN = ['\u001b', '\u007f', '\u0085', '\u202e', '\u2067'];
/** of what counts only as it is seen */
const WITHOUT_UNSEEN = ['NOT_ONE_LINE', 'BAD_EMAIL', 'BAD_PHONE'];
const DAY_CODES = ['DATE_OUT_OF_RANGE', 'ENDS_BEFORE_START', 'HOLIDAY_TOO_LONG'];
const OTHER_TYPE = nodeId('Viewer', uuid());

function casesFor({ type, list, screened, multiline, seenOnly, path }: InputPlace): Case[] {
  const inText: Case[] = TEXTS.map((text) => [text, BAD]);
  switch (type) {
    case 'String':
      return [
        ...inText,
        ...(screened ? WITH_BSN : []).map((text): Case => [text, { codes: ['BSN_IN_TEXT'] }]),
        ...UNSEEN.map((character): Case => [
          `Jan${character}de Vries`,
          { codes: seenOnly ? WITHOUT_UNSEEN : [multiline ? 'UNSEEN_CHARACTER' : 'NOT_ONE_LINE'] },
        ]),
        ...(multiline ? [] : BREAKS).map((end): Case => [`Jan${end}de Vries`, { codes: ['NOT_ONE_LINE'] }]),
      ];
    case 'ID': {
      // any type but the right one: a Viewer is not a record
      const wrong: Case[] = ['', 'x', '../../etc', OTHER_TYPE, `${OTHER_TYPE}=`].map((id) => [id, BAD]);
      return [...inText, ...wrong];
    }
    case 'UUID':
      return [['x', BAD], ['00000000-0000-0000-0000-00000000000', BAD], ...inText];
    case 'Date': {
      const days = [
        '2026-02-30',
        '2027-02-29',
        '10000-01-01',
        '0000-01-01',
        '+010000-01-01',
        'morgen',
        20261125,
        '',
      ];
      const far: Case[] = ['0001-01-01', '9999-12-31'].map((text) => [text, { codes: DAY_CODES }]);
      return [...days.map((text): Case => [text, BAD]), ...far];
    }
    case 'Int':
    case 'Float':
      return [
        [-1, { codes: ['OUT_OF_RANGE', 'YEAR_LEVEL_OUT_OF_RANGE', 'CONFLICT'] }],
        ['5', BAD],
        ...(type === 'Int' ? [2 ** 31, 1.5].map((value): Case => [value, BAD]) : []),
        ...(path.at(-1) === 'expectedVersion'
          ? []
          : [[1_000_000, { codes: ['OUT_OF_RANGE', 'YEAR_LEVEL_OUT_OF_RANGE'] }] as const]),
      ];
    default:
      return [...(list ? [] : [['', BAD] as const]), ['NOOIT', BAD], [7, BAD], [{}, BAD]];
  }
}

test('there is a good input for every mutation', () => {
  expect(Object.keys(world).sort()).toEqual([...MUTATIONS].sort());
});

test.each(MUTATIONS)(
  '%s refuses bad values of every type in every place, and changes nothing',
  async (mutation) => {
    const wrong = await unchanged(service.owner, async () => {
      const complaints: (string | null)[] = [];
      for (const place of placesOf(mutation)) {
        for (const [value, expected] of casesFor(place)) {
          complaints.push(await complaint(mutation, place, value, expected));
        }
      }
      return complaints.filter(Boolean);
    });
    expect(wrong).toEqual([]);
  },
);

test('an id of nothing is NOT_FOUND where it stands, in every mutation', async () => {
  const wrong = await unchanged(service.owner, async () => {
    const complaints: (string | null)[] = [];
    for (const mutation of MUTATIONS) {
      for (const place of placesOf(mutation).filter(({ type }) => type === 'ID')) {
        const unknown = nodeId(typeAt(world[mutation]!, place), uuid());
        complaints.push(await complaint(mutation, place, unknown, { codes: ['NOT_FOUND'] }));
      }
    }
    return complaints.filter(Boolean);
  });
  expect(wrong).toEqual([]);
});

test('lists with doubles and lists of 251 are refused, in every mutation', async () => {
  const wrong = await unchanged(service.owner, async () => {
    const complaints: unknown[] = [];
    for (const mutation of MUTATIONS) {
      for (const place of placesOf(mutation).filter(({ list }) => list)) {
        const { as } = world[mutation]!;
        const input = inputFor(world[mutation]!, place);
        const [value] = valueAt({ input }, place.path) as unknown[];
        const ask = (times: number) =>
          service.ask(
            as,
            attemptOf(mutation),
            spoiled({ input }, place.path, Array(times).fill(value)),
            STRICT,
          );
        const double = (await ask(2)).data?.done.errors[0];
        if (double?.code !== 'DUPLICATE_VALUE' || String(double.path) !== String(place.path))
          complaints.push([place.path, double]);
        const { status, errors } = await ask(251);
        const long = errors?.[0];
        if (
          status !== 400 ||
          long.extensions.code !== 'LIMIT_EXCEEDED' ||
          !long.message.includes(place.path.join('.'))
        )
          complaints.push([place.path, status, long]);
      }
    }
    return complaints;
  });
  expect(wrong).toEqual([]);
});

test('all those inputs were good but for what was spoiled', async () => {
  const refused: unknown[] = [];
  for (const [mutation, { as, input, instead = {} }] of Object.entries(world)) {
    for (const each of [input, ...Object.values(instead)]) {
      const { data, errors } = await service.ask(as, attemptOf(mutation), { input: each });
      if (errors ?? data.done.errors.length) refused.push([mutation, errors ?? data.done.errors]);
    }
  }
  expect(refused).toEqual([]);
});

function valueAt(values: unknown, path: readonly string[]): unknown {
  return path.reduce((inner, name) => (inner as Record<string, unknown>)[name], values);
}

/** A good input with one value replaced. */
function inputFor({ input, instead = {} }: Attempt, { path }: InputPlace): Attempt['input'] {
  return instead[path.at(-1)!] ?? instead[path[1] ?? ''] ?? input;
}

/** The type of the good id at a path. */
function typeAt(attempt: Attempt, place: InputPlace): string {
  const value = valueAt({ input: inputFor(attempt, place) }, place.path);
  const id = String(Array.isArray(value) ? value[0] : value);
  return Buffer.from(id, 'base64url').toString().split(':')[0]!;
}
