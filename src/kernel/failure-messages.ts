import type { FailureCode } from './failure.js';
import { Catalogue, type Locale, type Params, type Texts } from './messages.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

/** The closed list of `extensions.code`. */
export type RequestErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'LIMIT_EXCEEDED'
  | 'CONFLICT'
  | 'UNAVAILABLE'
  | 'INTERNAL';

const REQUEST_ERRORS: Partial<Record<FailureCode, RequestErrorCode>> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  TOKEN_INVALID: 'UNAUTHENTICATED',
  TOKEN_EXPIRED: 'UNAUTHENTICATED',
  NO_ACCOUNT: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  UNAVAILABLE: 'UNAVAILABLE',
  SAVED_NOT_SHOWN: 'UNAVAILABLE',
  OUTCOME_UNKNOWN: 'UNAVAILABLE',
  INTERNAL: 'INTERNAL',
  TOO_SLOW: 'LIMIT_EXCEEDED',
  TOO_MANY: 'LIMIT_EXCEEDED',
  TOO_FAST: 'LIMIT_EXCEEDED',
  BODY_TOO_LARGE: 'LIMIT_EXCEEDED',
  TEXT_TOO_LONG: 'LIMIT_EXCEEDED',
  BAD_TEXT: 'BAD_USER_INPUT',
  BAD_ID: 'BAD_USER_INPUT',
  BAD_CURSOR: 'BAD_USER_INPUT',
  BAD_PAGE: 'BAD_USER_INPUT',
  BAD_NUMBER: 'BAD_USER_INPUT',
  DAY_OUT_OF_RANGE: 'BAD_USER_INPUT',
  NOT_THERE: 'BAD_USER_INPUT',
  BAD_DATE: 'BAD_USER_INPUT',
};

/** The `extensions.code` of a refusal of the whole request; null = a payload error. */
export function requestErrorCode(code: FailureCode): RequestErrorCode | null {
  return REQUEST_ERRORS[code] ?? null;
}

/** The failures of a feature, in words. */
export interface FailureTexts {
  readonly nl: Texts;
  readonly en: Texts;
}

const CATALOGUES = new Map<string, Catalogue<string>>();

registerFailures({ nl: nl.failures, en: en.failures });

/**
 * Makes the codes of a feature known by their words, before anybody is refused by them. Twice is once; other words for a
 * known code would be said wherever the first ones are meant, so they are refused.
 */
export function registerFailures(texts: FailureTexts): void {
  const catalogue = new Catalogue(texts);
  for (const code of Object.keys(texts.nl)) {
    const known = CATALOGUES.get(code);
    if (known && known.outline(code, 'nl') !== catalogue.outline(code, 'nl')) {
      throw new Error(`the code ${code} has two texts: one of them needs another code`);
    }
    CATALOGUES.set(code, catalogue);
  }
}

function catalogueOf(code: FailureCode): Catalogue<string> {
  const catalogue = CATALOGUES.get(code);
  if (!catalogue) throw new Error(`no words for ${code}: its feature has not registered its failures`);
  return catalogue;
}

/** The sentence for a refusal, in the reader's language. */
export function message(code: FailureCode, locale: Locale, params: Params = {}): string {
  return catalogueOf(code).text(code, locale, params);
}

/** The English sentence with its holes open. */
export function messageOutline(code: FailureCode): string {
  return catalogueOf(code).outline(code, 'en');
}
