import type { SameKeys } from './messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    // the whole request
    UNAUTHENTICATED: 'Sign in to see or do this.',
    TOKEN_INVALID: 'Your access token is invalid. Sign in again.',
    TOKEN_EXPIRED: 'Your access token has expired. Sign in again.',
    NO_ACCOUNT:
      'You are signed in, but no account of yours is known here. Ask your administrator for access.',
    FORBIDDEN: 'Your role does not allow this.',
    UNAVAILABLE: 'The service is temporarily unavailable. Try again shortly.',
    SAVED_NOT_SHOWN:
      'This was saved, but cannot be shown right now. Do not repeat it; fetch it again shortly.',
    OUTCOME_UNKNOWN: 'It is not known whether this was saved. Find out before you do it again.',
    INTERNAL: 'Something went wrong on our side. Please report it, quoting reference {reference}.',
    TOO_SLOW: 'This request took too long. Ask for less at once.',
    TOO_MANY:
      '{what, select, depth {depth} introspectionDepth {introspection depth} schemas {selections of __schema} types {selections of __type} rootFields {root fields} mutationFields {mutation fields} aliases {aliases} fields {fields} nameLength {characters in a name} cost {cost} tokens {tokens} other {{what}}}: {actual}, at most {limit}.',
    TOO_FAST: 'Too many requests; retry in {seconds, plural, one {# second} other {# seconds}}.',
    BODY_TOO_LARGE: 'The request is larger than {limit} bytes.',
    TEXT_TOO_LONG: '{path}: search with at most {limit} characters.',
    BAD_TEXT: '{path}: the text contains a character that is not allowed (NUL or half a character).',
    BAD_ID: '{path}: "{value}" is not the id of {expected}.',
    BAD_CURSOR: '{path}: this cursor does not belong to this list in this order.',
    BAD_PAGE: '{path}: ask for 1 to {limit} rows, with either first or last, not both.',
    BAD_NUMBER: '{path}: choose a number from {min} to {max}.',
    DAY_OUT_OF_RANGE: '{path}: choose a day from {min, date} to {max, date}.',
    NOT_THERE: '{path}: this does not exist, or you cannot see it.',
    BAD_DATE: '{path}: "{value}" is not an existing day. Write year-month-day, for example 2026-07-31.',

    // any mutation
    NOT_FOUND: 'This does not exist, or you cannot see it.',
    CORRECTED: 'This was corrected meanwhile. Look it up again: you then see what it is now.',
    CONFLICT:
      'Somebody else has changed this in the meantime (it is now version {actual}). Fetch it again and retry.',
    IDEMPOTENCY_KEY_REUSED: 'This idempotencyKey was already used for a different request.',
    BSN_IN_TEXT: 'This text seems to contain a citizen service number (BSN). Remove it: we never store one.',
    NOT_ONE_LINE: 'Write this on one line, without tabs or other characters that cannot be seen.',
    UNSEEN_CHARACTER:
      'This text contains a character that cannot be seen. Type it again, with plain letters, punctuation and new lines.',
    REQUIRED: 'Fill this in.',
    NO_LETTER: 'A name has at least one letter.',
    TOO_LONG: 'Use at most {limit} characters.',
    TOO_MANY_ITEMS: 'Put at most {limit} items on the list.',
    OUT_OF_RANGE: 'Choose a number from {min} to {max}.',
    DATE_OUT_OF_RANGE:
      '{only, select, today {Choose today.} day {Choose {min, date}.} none {No day is possible now: not before {min, date}, and not after {max, date}.} other {Choose a day from {min, date} to {max, date}.}}',
    ENDS_BEFORE_START: 'The last day ({until, date}) is before the first day ({from, date}).',
    DUPLICATE_VALUE: 'This is in the list twice.',
    BAD_EMAIL: 'This is not a valid email address.',
    BAD_PHONE:
      '{kind, select, service {This is the number of a service. Give one at which this person can be reached.} other {There is no telephone number like this. Example: 0612345678 or +31612345678.}}',
  },
  warnings: {
    CHILD_IN_TEXT:
      'This text seems to say when a child was born. Take that out, with the name of the child: we keep neither.',
  },
} as const satisfies SameKeys<typeof nl>;
