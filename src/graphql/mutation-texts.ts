import { getNamedType, type GraphQLField } from 'graphql';
import { holdsBsn } from '../kernel/typed/bsn.js';
import { tellsOfChild } from '../kernel/typed/child-in-text.js';
import type { PlainDate } from '../kernel/clock.js';
import type { Problem } from '../kernel/failure.js';
import { isLines, isOneLine, withoutFormat } from '../kernel/lines.js';
import { givenIn } from './given-values.js';

/** No field holds a longer text. */
const LONGEST = 2_000;
/** What is a bit too long hears the limit of its own field, with whatever else is wrong; anything longer is not read. */
const READ = 2 * LONGEST;

type Values = Readonly<Record<string, unknown>>;

/** What an argument or input field declares in its extensions, for itself and what is below it. */
interface Rules {
  /** false: digits are expected here, so they are not taken for a BSN */
  readonly screened?: unknown;
  /** true: text of several lines; any other text is one line */
  readonly multiline?: unknown;
  /** 'dropped': its reader drops what only tells programs how to show it, as copied numbers and addresses have */
  readonly unseen?: unknown;
}

interface Text {
  readonly text: string;
  /** `['input', 'note']` */
  readonly path: readonly string[];
  readonly rules: Rules;
}

/** Something to think over in what was stored. */
interface Warning {
  readonly code: 'CHILD_IN_TEXT';
  readonly path: readonly string[];
}

/**
 * What is wrong with the texts in a mutation's coerced arguments. A line break in a name would let its writer add
 * paragraphs to our mail.
 */
export function textProblems(field: GraphQLField<unknown, unknown>, args: Values): Problem[] {
  return textsIn(field, args).flatMap(({ text, path, rules }) => problemsOf(text, path, rules));
}

/** What is to be thought over in them, though it is stored. */
export function textWarnings(
  field: GraphQLField<unknown, unknown>,
  args: Values,
  today: PlainDate,
): Warning[] {
  return textsIn(field, args)
    .filter(({ text, rules }) => rules.screened !== false && tellsOfChild(text, today))
    .map(({ path }) => ({ code: 'CHILD_IN_TEXT', path }));
}

/** Only `String` is text. */
function textsIn(field: GraphQLField<unknown, unknown>, args: Values): Text[] {
  return givenIn(field, args).flatMap(({ value, type, path, rules }) =>
    typeof value === 'string' && getNamedType(type).name === 'String' ? [{ text: value, path, rules }] : [],
  );
}

/** What is wrong with one text from outside. */
export function problemsOf(
  text: string,
  path: readonly string[],
  { screened, multiline, unseen }: Rules,
): Problem[] {
  if (text.length > READ) return [{ code: 'TOO_LONG', path, params: { limit: LONGEST } }];
  const problems: Problem[] = [];
  if (screened !== false && holdsBsn(text)) problems.push({ code: 'BSN_IN_TEXT', path, params: {} });
  if (multiline) {
    if (!isLines(text)) problems.push({ code: 'UNSEEN_CHARACTER', path, params: {} });
  } else if (!isOneLine(unseen === 'dropped' ? withoutFormat(text) : text)) {
    problems.push({ code: 'NOT_ONE_LINE', path, params: {} });
  }
  return problems;
}
