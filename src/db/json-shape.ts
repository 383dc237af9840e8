import * as v from 'valibot';
import { day, type PlainDate } from '../kernel/clock.js';

/** A calendar day, which JSON holds as text. */
export const calendarDay = v.pipe(
  v.string(),
  v.rawTransform<string, PlainDate>(({ dataset, addIssue, NEVER }) => {
    try {
      return day(dataset.value);
    } catch {
      addIssue({ expected: 'calendar day' });
      return NEVER;
    }
  }),
);

export const dayOrNull = v.nullable(calendarDay);

/** The fields of a `Period`. */
export const periodEntries = { from: calendarDay, until: dayOrNull };

/** Makes such an object of one of our own period columns: arguments of `json_build_object`. */
export function periodPairs(column: string): string {
  return `'from', lower(${column}), 'until', upper(${column}) - 1`;
}

/**
 * JSON of the database does not have the expected shape: a bug of ours, or a database that drifted. The message says
 * where and what was expected, and nothing of what was found, which may be personal.
 */
export class JsonShapeError extends Error {
  readonly code = 'JSON_SHAPE';
}

type Frozen<Value> = Value extends PlainDate
  ? Value
  : Value extends readonly (infer Each)[]
    ? readonly Frozen<Each>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
      : Value;

/**
 * The shape of JSON from the database: declared once, checked where it enters. Fields that are not declared are
 * dropped.
 */
export class JsonShape<const Schema extends v.GenericSchema> {
  /** `name`: what errors call this JSON */
  constructor(
    readonly name: string,
    readonly schema: Schema,
  ) {}

  parse(text: string): Frozen<v.InferOutput<Schema>> {
    return this.check(this.valueOf(text));
  }

  check(value: unknown): Frozen<v.InferOutput<Schema>> {
    const result = v.safeParse(this.schema, value, { abortEarly: true });
    if (!result.success) throw new JsonShapeError(`${this.name}: ${described(result.issues[0])}`);
    return result.output as Frozen<v.InferOutput<Schema>>;
  }

  private valueOf(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      // its own message quotes the text
      throw new JsonShapeError(`${this.name}: not JSON`);
    }
  }
}

/** The type of a checked value. */
export type Checked<Shape> = Shape extends JsonShape<infer Schema> ? Frozen<v.InferOutput<Schema>> : never;

/** The same before the check: days are text. */
export type Unchecked<Shape> = Shape extends JsonShape<infer Schema> ? v.InferInput<Schema> : never;

function described({ path, input, expected }: v.BaseIssue<unknown>): string {
  const place = (path ?? []).map(({ key }) => named(key)).join('.');
  const wrong = input === undefined ? 'missing' : `not ${expected ?? 'as expected'}`;
  return place === '' ? wrong : `${place} is ${wrong}`;
}

/** Keys that are data, such as the id of a person, are not shown. */
function named(key: unknown): string {
  return typeof key === 'number' || /^[a-z]\w*$/i.test(String(key)) ? String(key) : '*';
}
