import { GraphQLError, type GraphQLSchema, isEnumType } from 'graphql';
import { oneOf } from '../../kernel/messages.js';
import { inputPath } from './input-path.js';

/** A value that cannot be used: where it stands, and what to give instead. */
interface Complaint {
  readonly at?: string | undefined;
  readonly sentence: string;
}

type Say = (found: readonly string[], schema: GraphQLSchema) => Complaint;

const MISSING = 'vul dit in.';
const NULL = 'dit mag niet null zijn.';

/** Sentences of graphql-js about values, and what they say in Dutch. They may end in the value, which is not repeated. */
const SENTENCES: readonly (readonly [RegExp, Say])[] = [
  [/^Variable "\$(\w+)" of required type/, ([at]) => ({ at, sentence: MISSING })],
  [/^Variable "\$(\w+)" of non-null type/, ([at]) => ({ at, sentence: NULL })],
  [/^Argument "(\w+)" of non-null type/, ([at]) => ({ at, sentence: NULL })],
  [/^Field "\w+" argument "(\w+)" of type "[^"]+" is required/, ([at]) => ({ at, sentence: MISSING })],
  [/^Field "(?:\w+\.)?(\w+)" of required type/, ([field]) => ({ sentence: `vul ook ${field} in.` })],
  [
    /^Field "([^"]*)" is not defined by type "(\w+)"\.(?: Did you mean (.+)\?)?/,
    ([field, type, meant]) => ({ sentence: `${type} heeft geen veld ${field}.${suggestion(meant)}` }),
  ],
  [/^Expected non-nullable type/, () => ({ sentence: NULL })],
  [/^Expected value of type "[^"]+!", found null\.$/, () => ({ sentence: NULL })],
  [/^Expected type "(\w+)" to be an object\.$/, ([type]) => ({ sentence: `geef een object ${type}.` })],
  [/^Int cannot represent non-integer value/, () => ({ sentence: 'geef een geheel getal.' })],
  [
    /^Int cannot represent non 32-bit signed integer value/,
    () => ({ sentence: 'dit getal is te groot of te klein.' }),
  ],
  [/^Float cannot represent/, () => ({ sentence: 'geef een getal.' })],
  [/^String cannot represent/, () => ({ sentence: 'geef een tekst.' })],
  [/^Boolean cannot represent/, () => ({ sentence: 'kies true of false.' })],
  [/^ID cannot represent/, () => ({ sentence: 'geef een id.' })],
  [
    /^Value is not (?:string|a valid UUID)|^Can only validate strings as UUIDs/,
    () => ({ sentence: 'geef een UUID.' }),
  ],
  [/^Enum "(\w+)" cannot represent/, ([type], schema) => ({ sentence: choiceOf(type!, schema) })],
  [
    /^Value ".*?" does not exist in "(\w+)" enum\./s,
    ([type], schema) => ({ sentence: choiceOf(type!, schema) }),
  ],
  [/^Expected (?:value of )?type "([^"]+)"/, ([type]) => ({ sentence: `geef een waarde van type ${type}.` })],
];

/**
 * What graphql-js says of a value that the caller gave, in Dutch, with its place in front. Null for everything else:
 * mistakes in a query are for the developer who wrote it.
 */
export function valueComplaint(error: unknown, schema: GraphQLSchema): string | null {
  if (!(error instanceof GraphQLError)) return null;
  const said = saidOfValue(error);
  for (const [pattern, say] of SENTENCES) {
    const found = pattern.exec(said);
    if (!found) continue;
    const { at, sentence } = say(found.slice(1), schema);
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

function choiceOf(type: string, schema: GraphQLSchema): string {
  const found = schema.getType(type);
  const names = isEnumType(found) ? found.getValues().map(({ name }) => name) : [];
  return `kies een van ${oneOf(names, 'nl')}.`;
}

/** graphql-js writes `"a", "b", or "c"`. */
function suggestion(meant: string | undefined): string {
  const names = [...(meant ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name!);
  return names.length > 0 ? ` Bedoelt u ${oneOf(names, 'nl')}?` : '';
}
