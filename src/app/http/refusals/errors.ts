import { randomBytes } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { tokenLimitFailure } from '../../../graphql/document-limits.js';
import type { Failure, FailureCode } from '../../../kernel/failure.js';
import { message, type RequestErrorCode, requestErrorCode } from '../../../kernel/failure-messages.js';
import type { Locale } from '../../../kernel/messages.js';
import { databaseTrouble } from '../../../db/database-trouble.js';
import { Overload } from '../../../db/fair/load.js';
import { causesOf, describeError, failureIn } from '../error-causes.js';
import { inputPath } from './input-path.js';
import { type Reader, valueComplaint } from './value-complaints.js';

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** The request behind an error, as far as its answer and its log line need it. */
interface Origin {
  readonly id: string;
  readonly locale: Locale;
}

const UNKNOWN: Origin = { id: '', locale: 'nl' };

/**
 * Apollo formats an error without its request: the error carries it along, as it does `http`, and no answer shows it.
 */
export function ofRequest(error: GraphQLError, { id, locale }: Origin): GraphQLError {
  error.extensions['origin'] = { id, locale } satisfies Origin;
  return error;
}

type Answer = {
  message: string;
  extensions: { code: RequestErrorCode; reason?: FailureCode; reference?: string };
};

const CODES: ReadonlySet<string> = new Set<RequestErrorCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
  'CONFLICT',
  'UNAVAILABLE',
  'INTERNAL',
]);

const GRAPHQL_COMPLAINTS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** graphql-js repeats the caller's value in its messages, which may be as long as the body. */
const LONGEST_MESSAGE = 1_000;

/** Turns any GraphQL error into an answer with a code of the closed list. Unexpected errors are logged and masked. */
export function createErrorFormatter(log: Logger, schema: GraphQLSchema): FormatError {
  return (formatted, error) => {
    const answer = answerTo(formatted, error, originOf(error), log, schema);
    const { locations, path } = formatted;
    return {
      message: answer.message,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: answer.extensions,
    };
  };
}

export function answerTo(
  formatted: GraphQLFormattedError,
  error: unknown,
  origin: Origin,
  log: Logger,
  schema: GraphQLSchema | null = null,
): Answer {
  try {
    logTrouble(error, origin, log);
    return (
      refusal(error, origin.locale) ??
      complaint(formatted, error, schema && { schema, locale: origin.locale }) ??
      trouble(error, origin.locale) ??
      internal(error, origin, log)
    );
  } catch (bug) {
    // Apollo would answer with a code outside our list, and log nothing
    return internal(bug, origin, log);
  }
}

function originOf(error: unknown): Origin {
  for (const cause of causesOf(error)) {
    if (cause instanceof GraphQLError && cause.extensions['origin'])
      return cause.extensions['origin'] as Origin;
  }
  return UNKNOWN;
}

function refusal(error: unknown, locale: Locale): Answer | null {
  const failure = failureIn(error) ?? (error instanceof GraphQLError ? tokenLimitFailure(error) : null);
  const first = failure?.problems[0];
  if (!failure || !first) return null;
  const code = requestErrorCode(first.code) ?? (first.code === 'CONFLICT' ? 'CONFLICT' : 'BAD_USER_INPUT');
  return { message: sentences(failure, error, locale), extensions: { code, reason: first.code } };
}

function sentences(failure: Failure, error: unknown, locale: Locale): string {
  const at = error instanceof GraphQLError ? inputPath(error) : null;
  return failure.problems
    .map(({ code, path, params }) => {
      const place = [...(at ? [at] : []), ...path].join('.');
      const sentence = message(code, locale, { ...params, ...(place && { path: place }) });
      return at && !sentence.startsWith(place) ? `${place}: ${sentence}` : sentence;
    })
    .join(' ');
}

/**
 * graphql-js or Apollo about the request itself, in their own words, preceded by the field where they omit it; about
 * values in ours, if there is a reader.
 */
function complaint(formatted: GraphQLFormattedError, error: unknown, reader: Reader | null): Answer | null {
  const given = formatted.extensions?.code;
  const known = typeof given === 'string' && CODES.has(given) ? (given as RequestErrorCode) : null;
  if (!known && !GRAPHQL_COMPLAINTS.has(given) && !isBadArgument(error)) return null;
  const code = known ?? 'BAD_USER_INPUT';
  const ofValue = reader && valueComplaint(error, reader);
  if (ofValue) return { message: ofValue.slice(0, LONGEST_MESSAGE), extensions: { code } };
  const at = error instanceof GraphQLError ? inputPath(error) : null;
  const said = formatted.message.slice(0, LONGEST_MESSAGE);
  const text = at && !said.includes(`"${at}"`) && !said.includes(`"$${at}"`) ? `${at}: ${said}` : said;
  return { message: text, extensions: { code } };
}

/** An argument that only execution could refuse, such as a variable omitted for a required argument. */
function isBadArgument(error: unknown): boolean {
  return causesOf(error).some(
    (cause) => cause instanceof GraphQLError && cause.message.startsWith('Argument "'),
  );
}

/** What the database could not do is in the log, also where the caller is told something else. */
function logTrouble(error: unknown, { id }: Origin, log: Logger): void {
  const causes = causesOf(error);
  const overload = causes.find((cause) => cause instanceof Overload);
  if (overload) log.warn({ requestId: id, queue: overload.queue }, 'the database is too busy');
  const cause = causes.find(databaseTrouble);
  if (!cause) return;
  const { type, message: said, code } = describeError(cause);
  const reason = databaseTrouble(cause);
  log.warn({ requestId: id, reason, error: { type, message: said, code } }, 'database trouble');
}

function trouble(error: unknown, locale: Locale): Answer | null {
  const reason = causesOf(error).map(databaseTrouble).find(Boolean);
  if (!reason) return null;
  return {
    message: message(reason, locale),
    extensions: { code: requestErrorCode(reason) ?? 'INTERNAL', reason },
  };
}

function internal(error: unknown, { id, locale }: Origin, log: Logger): Answer {
  const reference = randomBytes(6).toString('hex');
  log.error({ requestId: id, reference, error: describeError(error) }, 'unexpected error');
  return {
    message: message('INTERNAL', locale, { reference }),
    extensions: { code: 'INTERNAL', reason: 'INTERNAL', reference },
  };
}
