import { createHash } from 'node:crypto';
import type { GraphQLField, GraphQLResolveInfo } from 'graphql';
import { Arg, createParameterDecorator, Extensions, Mutation } from 'type-graphql';
import * as v from 'valibot';
import { JsonShape } from '../db/json-shape.js';
import type { Tx } from '../db/transaction.js';
import { Failure, failure, type FailureCode, type Problem } from '../kernel/failure.js';
import { message, requestErrorCode } from '../kernel/failure-messages.js';
import type { Viewer } from '../kernel/viewer.js';
import type { UseCaseResult, UseCase } from './use-case.js';
import type { ApiRequest, Context } from '../graphql/request.js';
import { NothingChanged } from './patch.js';
import { type PayloadField, payloadType, WARNINGS } from './payloads.js';
import { textProblems, textWarnings } from '../graphql/mutation-texts.js';
import { clearedInVain } from '../graphql/never-cleared.js';

export interface MutationAnswer {
  readonly refs: UseCaseResult;
  readonly errors: readonly (Said & { readonly errorCode: string })[];
  readonly warnings: readonly Said[];
}

interface Said {
  readonly message: string;
  readonly path: readonly string[];
  readonly code: string;
}

interface MutationOptions<Result extends UseCaseResult> {
  readonly description: string;
  /** the fields of the payload besides `errors`, by the field of the use-case's result */
  readonly answers: { readonly [Field in keyof Result]: PayloadField };
  /** the codes that it may refuse with, besides those of every mutation */
  readonly refusals?: readonly FailureCode[];
  /** what it costs besides the objects of its payload */
  readonly cost?: number;
}

type RunUseCase = (useCase: UseCase<never>, input: Keyed) => Promise<MutationAnswer>;

const Runner = () =>
  createParameterDecorator<Context>(
    ({ context, info }): RunUseCase =>
      (useCase, input) =>
        mutate(useCase as UseCase<Keyed>, input, context.request, info),
  );

/**
 * Method decorator: the mutation of that name takes `input`, runs the use-case on it and answers with its payload.
 * The body of the method is never called. The schema cannot be built while a mutation has no policy.
 */
export function Mutates<Input extends Keyed, Result extends UseCaseResult>(
  useCase: UseCase<Input, Result>,
  { description, answers, refusals, cost = 0 }: MutationOptions<Result>,
) {
  return (prototype: object, name: string, method: TypedPropertyDescriptor<(input: Input) => void>): void => {
    Arg('input')(prototype, name, 0);
    Runner()(prototype, name, 1);
    const Payload = payloadType(name, answers, refusals);
    // nullable: what a mutation beside it has committed stays in the answer when this one fails
    Mutation(() => Payload, { description, nullable: true })(prototype, name, method);
    Extensions({ policy: useCase.policy, cost })(prototype, name, method);
    Object.assign(method, { value: (input: Input, run: RunUseCase) => run(useCase, input) });
  };
}

/** An answer as it is kept for a repeat of the request. */
const STORED = new JsonShape(
  'idempotency_keys.answer',
  v.object({
    refs: v.record(v.string(), v.nullable(v.string())),
    problems: v.array(
      v.object({
        code: v.custom<FailureCode>((code) => typeof code === 'string'),
        path: v.array(v.string()),
        params: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
      }),
    ),
  }),
);
interface Stored {
  readonly refs: UseCaseResult;
  readonly problems: readonly Problem[];
}

interface Keyed {
  readonly idempotencyKey?: string | null;
}

/**
 * Runs a use-case and answers with what it changed, or with why it changed nothing. A refusal of the whole request
 * (UNAUTHENTICATED, FORBIDDEN …) is rethrown.
 */
async function mutate<Input extends Keyed>(
  useCase: UseCase<Input>,
  input: Input,
  request: ApiRequest,
  info: GraphQLResolveInfo,
): Promise<MutationAnswer> {
  request.commits.refuseIfClosed();
  const viewer = await request.viewer();
  if (viewer.accountId === null) throw failure('UNAUTHENTICATED');
  if (!useCase.policy(viewer)) throw failure('FORBIDDEN');
  const { refs, problems } = await answered(useCase, input, viewer, request, info);
  const { locale } = viewer;
  return {
    refs,
    errors: problems.map(({ code, path, params }) => ({
      code,
      errorCode: code,
      path,
      message: message(code, locale, params),
    })),
    // not kept for a repeat: they follow from the input, which a repeat has too
    warnings: (problems.length > 0 ? [] : textWarnings(fieldOf(info), { input }, request.today())).map(
      ({ code, path }) => ({ code, path, message: WARNINGS.text(code, locale) }),
    ),
  };
}

function fieldOf({ parentType, fieldName }: GraphQLResolveInfo): GraphQLField<unknown, unknown> {
  return parentType.getFields()[fieldName]!;
}

async function answered<Input extends Keyed>(
  useCase: UseCase<Input>,
  input: Input,
  viewer: Viewer,
  request: ApiRequest,
  info: GraphQLResolveInfo,
): Promise<Stored> {
  const key = input.idempotencyKey ? keyOf(input.idempotencyKey, input, info) : null;
  const work = async (tx: Tx): Promise<Stored> => {
    const before = key && (await firstAnswer(tx, key));
    if (before) return before;
    const problems = [...textProblems(fieldOf(info), { input }), ...clearedInVain(fieldOf(info), { input })];
    if (problems.length > 0) throw new Failure(problems);
    const answer = { refs: await useCase.run(tx, input, request), problems: [] };
    if (key) keep(tx, key, answer);
    return answer;
  };
  try {
    return await request.transact(viewer, work);
  } catch (error) {
    if (key && isTaken(error)) return orAnswer(request.transact(viewer, work));
    const answer = answerIn(error);
    if (!key || isReused(answer)) return answer;
    return orAnswer(request.transact(viewer, (tx) => settle(tx, key, answer)));
  }
}

async function orAnswer(answer: Promise<Stored>): Promise<Stored> {
  return answer.catch(answerIn);
}

/** The answer of work that was rolled back on purpose; other errors, and refusals of the whole request, are rethrown. */
function answerIn(error: unknown): Stored {
  if (error instanceof NothingChanged) return { refs: error.refs, problems: [] };
  if (!(error instanceof Failure) || error.problems.some(({ code }) => requestErrorCode(code))) throw error;
  return { refs: {}, problems: error.problems };
}

interface Key {
  readonly key: string;
  readonly mutation: string;
  readonly hash: string;
}

function keyOf(key: string, input: object, info: GraphQLResolveInfo): Key {
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
  return { key, mutation: info.fieldName, hash };
}

async function firstAnswer(tx: Tx, { key, mutation, hash }: Key): Promise<Stored | null> {
  const [row] = await tx.query<{ mutation: string; input_hash: string; answer: unknown }>(
    'select mutation, input_hash, answer from idempotency_keys where account_id = $1 and key = $2',
    [tx.viewer.accountId, key],
  );
  if (!row) return null;
  if (row.mutation === mutation && row.input_hash === hash) return STORED.check(row.answer);
  throw failure('IDEMPOTENCY_KEY_REUSED', ['input', 'idempotencyKey']);
}

const INSERT_KEY =
  'insert into idempotency_keys (account_id, key, mutation, input_hash, answer) values ($1, $2, $3, $4, $5)';

function keep(tx: Tx, key: Key, answer: Stored): void {
  tx.send(INSERT_KEY, rowOf(tx, key, answer));
}

function rowOf(tx: Tx, { key, mutation, hash }: Key, answer: Stored): unknown[] {
  return [tx.viewer.accountId, key, mutation, hash, JSON.stringify(answer)];
}

/**
 * A repeat of a request gets its answer again, though the work was rolled back. If the same request came twice at once
 * and the other one was not rolled back, that was the first answer.
 */
async function settle(tx: Tx, key: Key, answer: Stored): Promise<Stored> {
  const [kept] = await tx.query<{ key: string }>(
    `${INSERT_KEY} on conflict do nothing returning key`,
    rowOf(tx, key, answer),
  );
  return kept ? answer : ((await firstAnswer(tx, key)) ?? answer);
}

function isReused({ problems }: Stored): boolean {
  return problems.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED');
}

/** The same key came twice at once: the other one was first. */
function isTaken(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'idempotency_keys_pkey';
}
