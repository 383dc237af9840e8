import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { day, type PlainDate } from '../kernel/clock.js';
import { failure } from '../kernel/failure.js';

/** `node`: its position in the document, for the message. */
function parseDay(value: unknown, node?: ValueNode): PlainDate {
  try {
    return day(String(value));
  } catch {
    const cause = failure('BAD_DATE', [], { value: String(value).slice(0, 40) });
    throw new GraphQLError(`"${String(value).slice(0, 40)}" is not an existing day`, {
      nodes: node,
      originalError: cause,
    });
  }
}

/** A calendar day. Inputs become a PlainDate; rows and PlainDates are written as YYYY-MM-DD. */
export const DateScalar = new GraphQLScalarType<PlainDate, string>({
  name: 'Date',
  description: 'A calendar day in Europe/Amsterdam, in the form `YYYY-MM-DD`.',
  serialize: String,
  parseValue: (value) => parseDay(value),
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : 'this value', node),
});

/** An instant: rows and `Instant`s are written as they are, in UTC. It is never an input. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant in UTC, for example `2026-11-25T10:00:00Z`.',
  serialize: String,
});

export const UuidScalar = new GraphQLScalarType({
  ...GraphQLUUID.toConfig(),
  description: 'A UUID, for example `0190b5a4-5d3c-7c3e-9b1a-2f1d3c4b5a69`.',
});
