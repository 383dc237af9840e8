import { isBefore, type PlainDate } from './clock.js';
import { emailAddress } from './typed/email-address.js';
import { Failure, type FailureCode, type Problem } from './failure.js';
import { isSeen, withoutFormat } from './lines.js';
import type { Params } from './messages.js';
import { endsBeforeItStarts, type Period } from './period.js';
import { isOfService, phoneNumber, type Reached } from './typed/phone.js';

/** A filler of Hangul is a letter that nobody sees. */
const VISIBLE_LETTER = /(?!\p{Default_Ignorable_Code_Point})\p{L}/u;

/** RFC 5321 */
const LONGEST_ADDRESS = 254;
const LONGEST_PHONE = 40;

/** Checks a whole input and refuses it once, with everything that is wrong. */
export class Checks {
  private readonly problems: Problem[] = [];

  refuse(code: FailureCode, path: readonly string[], params: Params = {}): void {
    this.problems.push({ code, path, params });
  }

  /** Trimmed text that is required, of at most `limit` characters. */
  text(value: string, path: readonly string[], limit: number): string {
    const text = value.trim();
    if (this.isShort(text, path, limit) && !isSeen(text)) this.refuse('REQUIRED', path);
    return text;
  }

  /** Trimmed text, null if empty. */
  optionalText(value: string | null | undefined, path: readonly string[], limit: number): string | null {
    const text = value?.trim() ?? '';
    return this.isShort(text, path, limit) && !isSeen(text) ? null : text;
  }

  /** A text that somebody or something is called: it has a letter. */
  name(value: string, path: readonly string[], limit: number): string {
    return this.withLetter(this.text(value, path, limit), path, limit);
  }

  /** A name, null if empty. */
  optionalName(value: string | null | undefined, path: readonly string[], limit: number): string | null {
    const name = this.optionalText(value, path, limit);
    return name === null ? null : this.withLetter(name, path, limit);
  }

  /** An email address without what nobody sees, null if empty. */
  email(value: string | null | undefined, path: readonly string[]): string | null {
    const written = this.optionalText(value && withoutFormat(value), path, LONGEST_ADDRESS);
    if (written === null || written.length > LONGEST_ADDRESS) return written;
    const address = emailAddress(written);
    if (address === null) this.refuse('BAD_EMAIL', path);
    return address ?? written;
  }

  /** A telephone number in the form `+31612345678`, null if empty. A person has none of a service. */
  phone(value: string | null | undefined, path: readonly string[], reached: Reached): string | null {
    const written = this.optionalText(value && withoutFormat(value), path, LONGEST_PHONE);
    if (written === null || written.length > LONGEST_PHONE) return null;
    const number = phoneNumber(written);
    const reaches = number && (reached === 'ORGANISATION' || !isOfService(number));
    if (!reaches) this.refuse('BAD_PHONE', path, { kind: number ? 'service' : 'none' });
    return number?.number ?? null;
  }

  number(value: number | null | undefined, path: readonly string[], min: number, max: number): void {
    if (value != null && !(value >= min && value <= max)) this.refuse('OUT_OF_RANGE', path, { min, max });
  }

  day(value: PlainDate | null | undefined, path: readonly string[], min: PlainDate, max: PlainDate): void {
    if (value && (isBefore(value, min) || isBefore(max, value))) {
      this.refuse('DATE_OUT_OF_RANGE', path, { only: onlyIn(min, max, 'day'), min, max });
    }
  }

  /** A day from `first` on that is not in the future. */
  dayUntilToday(
    value: PlainDate | null | undefined,
    path: readonly string[],
    first: PlainDate,
    today: PlainDate,
  ): void {
    if (!value || (!isBefore(value, first) && !isBefore(today, value))) return;
    this.refuse('DATE_OUT_OF_RANGE', path, { only: onlyIn(first, today, 'today'), min: first, max: today });
  }

  period(period: Period, path: readonly string[]): void {
    if (endsBeforeItStarts(period)) {
      this.refuse('ENDS_BEFORE_START', path, { ...period });
    }
  }

  /** A list without duplicates; `atLeastOne` if it may not be empty. */
  list(values: readonly string[], path: readonly string[], atLeastOne = false): void {
    if (atLeastOne && values.length === 0) this.refuse('REQUIRED', path);
    if (new Set(values).size !== values.length) this.refuse('DUPLICATE_VALUE', path);
  }

  done(): void {
    if (this.problems.length > 0) throw new Failure(this.problems);
  }

  private withLetter(name: string, path: readonly string[], limit: number): string {
    if (name.length <= limit && isSeen(name) && !VISIBLE_LETTER.test(name)) this.refuse('NO_LETTER', path);
    return name;
  }

  /** A text that is refused for its length is not read: it may be of any length. */
  private isShort(text: string, path: readonly string[], limit: number): boolean {
    const isShort = text.length <= limit;
    if (!isShort) this.refuse('TOO_LONG', path, { limit });
    return isShort;
  }
}

/** How few days there are from one to another, in the words of the message: none, a single one, or (null) several. */
function onlyIn<Single extends string>(
  min: PlainDate,
  max: PlainDate,
  single: Single,
): 'none' | Single | null {
  if (isBefore(max, min)) return 'none';
  return min.equals(max) ? single : null;
}
