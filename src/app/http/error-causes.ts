import { Failure } from '../../kernel/failure.js';

const WRAPPERS = ['originalError', 'driverError', 'cause'] as const;

/** The error and what it wraps, outermost first: GraphQL, TypeORM and plain `cause` each wrap in their own way. */
export function causesOf(error: unknown): unknown[] {
  const causes = [error];
  for (const cause of causes) {
    if (typeof cause !== 'object' || cause === null) continue;
    for (const wrapper of WRAPPERS) {
      const inner = (cause as Record<string, unknown>)[wrapper];
      if (inner && !causes.includes(inner)) causes.push(inner);
    }
  }
  return causes;
}

export function failureIn(error: unknown): Failure | null {
  return causesOf(error).find((cause): cause is Failure => cause instanceof Failure) ?? null;
}

interface DescribedError {
  type: string;
  message: string;
  stack: string | undefined;
  code?: string;
  constraint?: string;
  table?: string;
  column?: string;
}

/**
 * The part of an error that may be logged. PostgreSQL quotes the offending value at the end of a message and in
 * `detail`; TypeORM adds the parameters: none of that may reach a log.
 */
export function describeError(error: unknown): DescribedError {
  const root = causesOf(error).at(-1);
  if (!(root instanceof Error))
    return { type: typeof root, message: 'not an Error was thrown', stack: undefined };
  const said = root.message;
  const message = 'severity' in root || 'query' in root ? said.replace(/: ".*"$/s, ': "…"') : said;
  const described: DescribedError = {
    type: root.name,
    message,
    stack: root.stack?.replace(said, () => message),
  };
  for (const key of ['code', 'constraint', 'table', 'column'] as const) {
    const value = (root as unknown as Record<string, unknown>)[key];
    if (typeof value === 'string') described[key] = value;
  }
  return described;
}
