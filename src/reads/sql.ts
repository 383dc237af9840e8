import type { Viewer } from '../kernel/viewer.js';

/** The input of a running plan, which was compiled before for any values of the same shape. */
export interface ReadInput {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
}

/** A value that is bound as a parameter when the statement runs. Never part of the text. */
export class Parameter {
  constructor(readonly of: (input: ReadInput) => unknown) {}

  map(change: (value: unknown) => unknown): Parameter {
    return new Parameter((input) => change(this.of(input)));
  }
}

/** A piece of SQL: texts with a bound value between each two. */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly Parameter[],
  ) {}
}

export const viewerDay = new Parameter((input) => input.viewer.today.toString());
export const viewerAccount = new Parameter((input) => input.viewer.accountId);

export const viewerLocale = new Parameter((input) => input.viewer.locale);

export function constant(value: unknown): Parameter {
  return new Parameter(() => value);
}

/** ``sql`${row}.name = ${bound}` ``: only other pieces and bound values go in; a plain string does not. */
export function sql(strings: TemplateStringsArray, ...parts: (Sql | Parameter)[]): Sql {
  const texts = [strings[0] ?? ''];
  const values: Parameter[] = [];
  parts.forEach((part, index) => {
    const after = strings[index + 1] ?? '';
    if (part instanceof Parameter) {
      values.push(part);
      texts.push(after);
    } else {
      const [first = '', ...rest] = part.texts;
      texts.push(`${texts.pop() ?? ''}${first}`);
      texts.push(...rest);
      values.push(...part.values);
      texts.push(`${texts.pop() ?? ''}${after}`);
    }
  });
  return new Sql(texts, values);
}

/** Text of our own code: a name, a keyword. Never anything from a request. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

/** A string of our own code or a GraphQL name, as an SQL literal. */
export function literal(text: string): Sql {
  return raw(`'${text.replaceAll("'", "''")}'`);
}

/** A number of our own code. */
export function numeral(value: number): Sql {
  return raw(String(value));
}

export function join(parts: readonly Sql[], separator: string): Sql {
  return parts.reduce(
    (joined, part, index) => (index === 0 ? part : sql`${joined}${raw(separator)}${part}`),
    raw(''),
  );
}

export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0
    ? raw('true')
    : join(
        conditions.map((condition) => sql`(${condition})`),
        ' and ',
      );
}

/** The text with `$1`, `$2`, …; one bound value keeps one number wherever it stands. */
export function numbered(piece: Sql): { text: string; values: readonly Parameter[] } {
  const numbers = new Map<Parameter, number>();
  let text = piece.texts[0] ?? '';
  piece.values.forEach((value, index) => {
    if (!numbers.has(value)) numbers.set(value, numbers.size + 1);
    text += `$${numbers.get(value)}${piece.texts[index + 1] ?? ''}`;
  });
  return { text, values: [...numbers.keys()] };
}

/** Whether a period continues after a day, or is in the future. */
export function notOver(period: Sql, day: Sql | Parameter): Sql {
  return sql`(upper_inf(${period}) or upper(${period}) > ${day}::date)`;
}
