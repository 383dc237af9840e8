import { GraphQLError, type GraphQLSchema, isEnumType } from 'graphql';
import { Catalogue, type Locale, oneOf, type Params } from '../../../kernel/messages.js';
import { inputPath } from './input-path.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

type Sentence = keyof (typeof nl)['values'];

const VALUES = new Catalogue<Sentence>({ nl: nl.values, en: en.values });

/** Whose names are in the sentence, and for whom it is. */
export interface Reader {
  readonly schema: GraphQLSchema;
  readonly locale: Locale;
}

/** A value that cannot be used: what to give instead, and where it stands if that is not in the error. */
interface Complaint {
  readonly says: Sentence;
  readonly with?: Params;
  readonly at?: string | undefined;
}

type Say = (found: readonly string[], reader: Reader) => Complaint;

const choice: Say = ([type], { schema, locale }) => {
  const found = schema.getType(type!);
  const names = isEnumType(found) ? found.getValues().map(({ name }) => name) : [];
  return { says: 'choice', with: { choices: oneOf(names, locale) } };
};

/** graphql-js writes what it thinks was meant as `"a", "b", or "c"`. */
const unknownField: Say = ([field, type, meant], { locale }) => {
  const names = [...(meant ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name!);
  const params = { field: field!, type: type! };
  return names.length > 0
    ? { says: 'similarField', with: { ...params, meant: oneOf(names, locale) } }
    : { says: 'unknownField', with: params };
};

/** How graphql-js begins its sentences about values. They may end in the value, which is not repeated. */
const SENTENCES: readonly (readonly [RegExp, Say])[] = [
  [/^Variable "\$(\w+)" of required type/, ([at]) => ({ at, says: 'missing' })],
  [/^Variable "\$(\w+)" of non-null type/, ([at]) => ({ at, says: 'null' })],
  [/^Argument "(\w+)" of non-null type/, ([at]) => ({ at, says: 'null' })],
  [/^Field "\w+" argument "(\w+)" of type "[^"]+" is required/, ([at]) => ({ at, says: 'missing' })],
  [
    /^Field "(?:\w+\.)?(\w+)" of required type/,
    ([field]) => ({ says: 'missingField', with: { field: field! } }),
  ],
  [/^Field "([^"]*)" is not defined by type "(\w+)"\.(?: Did you mean (.+)\?)?/, unknownField],
  [/^Expected non-nullable type/, () => ({ says: 'null' })],
  [/^Expected value of type "[^"]+!", found null\.$/, () => ({ says: 'null' })],
  [/^Expected type "(\w+)" to be an object\.$/, ([type]) => ({ says: 'object', with: { type: type! } })],
  [/^Int cannot represent non-integer value/, () => ({ says: 'wholeNumber' })],
  [/^Int cannot represent non 32-bit signed integer value/, () => ({ says: 'outOfRange' })],
  [/^Float cannot represent/, () => ({ says: 'number' })],
  [/^String cannot represent/, () => ({ says: 'text' })],
  [/^Boolean cannot represent/, () => ({ says: 'boolean' })],
  [/^ID cannot represent/, () => ({ says: 'id' })],
  [/^Value is not (?:string|a valid UUID)|^Can only validate strings as UUIDs/, () => ({ says: 'uuid' })],
  [/^Enum "(\w+)" cannot represent/, choice],
  [/^Value ".*?" does not exist in "(\w+)" enum\./s, choice],
  [/^Expected (?:value of )?type "([^"]+)"/, ([type]) => ({ says: 'type', with: { type: type! } })],
];

/**
 * What graphql-js says of a value that the caller gave, in words of our own, with its place in front. Null for
 * everything else: mistakes in a query are for the developer who wrote it.
 */
export function valueComplaint(error: unknown, reader: Reader): string | null {
  if (!(error instanceof GraphQLError)) return null;
  const said = saidOfValue(error);
  for (const [pattern, say] of SENTENCES) {
    const found = pattern.exec(said);
    if (!found) continue;
    const { says, with: params, at } = say(found.slice(1), reader);
    const sentence = VALUES.text(says, reader.locale, params);
    const place = at ?? inputPath(error);
    return place ? `${place}: ${sentence}` : `${sentence[0]!.toUpperCase()}${sentence.slice(1)}`;
  }
  return null;
}

/** Without `Variable "$input" got invalid value … at "input.from"; `, which quotes whatever was sent. */
function saidOfValue({ message, originalError }: GraphQLError): string {
  const isWrapped = message.startsWith('Variable "$') && message.includes('" got invalid value ');
  return isWrapped && originalError ? originalError.message : message;
}
