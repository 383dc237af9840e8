import { day } from '../../kernel/clock.js';
import type { KnownCodes } from './known-codes.js';

/** Why a cell is wrong, as the rest of a sentence that begins with its value; null if it is right. */
export type ColumnRule = (value: string, known: KnownCodes | null) => string | null;

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;

export const free: ColumnRule = (value) => {
  if (CONTROL.test(value)) return 'holds a control character';
  return value.length > 500 ? 'is longer than 500 characters' : null;
};

export const required: ColumnRule = (value, known) => (value === '' ? 'is empty' : free(value, known));

export function optional(rule: ColumnRule): ColumnRule {
  return (value, known) => (value === '' ? null : rule(value, known));
}

export function code(pattern: RegExp, example: string): ColumnRule {
  return (value) => (pattern.test(value) ? null : `is not a code such as ${example}`);
}

export function oneOf(...allowed: readonly string[]): ColumnRule {
  return (value) => (allowed.includes(value) ? null : `is not one of ${allowed.join(', ')}`);
}

export function wholeNumber(min: number, max: number): ColumnRule {
  return (value) =>
    /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max
      ? null
      : `is not a whole number from ${min} to ${max}`;
}

export const share: ColumnRule = (value) =>
  /^[01](\.\d+)?$/.test(value) && Number(value) <= 1 ? null : 'is not a number from 0 to 1';

export const calendarDay: ColumnRule = (value) => {
  try {
    day(value);
    return null;
  } catch {
    return 'is not an existing day, YYYY-MM-DD';
  }
};

export const years: ColumnRule = (value) => {
  const [, from, until] = /^(\d{4})-(\d{4})$/.exec(value) ?? [];
  return from && until && from <= until ? null : 'is not a range of years such as 2023-2025';
};

/** A code of another file; not checked while the contents of that file are not known (null). */
export function known(kind: keyof KnownCodes): ColumnRule {
  return (value, codes) => (!codes || codes[kind].has(value) ? null : `is not a known ${kind}`);
}

/** Values separated by `|`, none twice; an empty cell is an empty list. */
export function listOf(rule: ColumnRule): ColumnRule {
  return (cell, codes) => {
    const values = listed(cell);
    if (new Set(values).size < values.length) return 'names one of its values twice';
    return values.map((value) => rule(value, codes)).find((reason) => reason !== null) ?? null;
  };
}

export function listed(cell: string): string[] {
  return cell === '' ? [] : cell.split('|');
}
