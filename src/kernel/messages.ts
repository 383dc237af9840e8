import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import { day, type PlainDate } from './clock.js';

export type Locale = 'nl' | 'en';

/** What fills a hole of a message. A day may also be ISO text: the params of a refusal are kept as JSON. */
export type Param = string | number | PlainDate | null;
export type Params = Readonly<Record<string, Param>>;

/** Texts in ICU message format: `{name}`, `{on, date}`, `{count, plural, one {# seat} other {# seats}}`. */
export type Texts<Key extends string = string> = Readonly<Record<Key, string>>;

/** What the English messages of a feature must be: the groups and keys of the Dutch ones. */
export type SameKeys<Groups> = { readonly [Group in keyof Groups]: Texts<keyof Groups[Group] & string> };

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const TAGS: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

const DAYS: Readonly<Record<Locale, Intl.DateTimeFormat>> = { nl: daysIn('nl'), en: daysIn('en') };
const NUMBERS = { nl: new Intl.NumberFormat(TAGS.nl), en: new Intl.NumberFormat(TAGS.en) };
const PLURALS = { nl: new Intl.PluralRules(TAGS.nl), en: new Intl.PluralRules(TAGS.en) };

/** Messages of one kind in both languages, each parsed once. Every sentence that people read comes from one. */
export class Catalogue<Key extends string> {
  private readonly parsed: Readonly<Record<Locale, Map<Key, Message>>> = { nl: new Map(), en: new Map() };

  constructor(private readonly texts: Readonly<Record<Locale, Texts<Key>>>) {}

  text(key: Key, locale: Locale, params: Params = {}): string {
    return this.message(key, locale).filled(params);
  }

  /** In both languages, where it is kept for readers of either. */
  both(key: Key, params: Params = {}): Record<Locale, string> {
    return { nl: this.text(key, 'nl', params), en: this.text(key, 'en', params) };
  }

  /** The sentence with its holes open, as in `{count} seats`: what may be said, for a description. */
  outline(key: Key, locale: Locale): string {
    return this.message(key, locale).outline();
  }

  outlines(locale: Locale): Record<Key, string> {
    const keys = Object.keys(this.texts[locale]) as Key[];
    return Object.fromEntries(keys.map((key) => [key, this.outline(key, locale)])) as Record<Key, string>;
  }

  private message(key: Key, locale: Locale): Message {
    const known = this.parsed[locale].get(key);
    if (known) return known;
    const message = new Message(this.texts[locale][key], locale);
    this.parsed[locale].set(key, message);
    return message;
  }
}

class Message {
  private readonly format: IntlMessageFormat;
  /** holes as they look when nobody fills them: a refusal must not be lost over a missing word */
  private readonly open: Readonly<Record<string, string>>;

  constructor(text: string, locale: Locale) {
    this.format = new IntlMessageFormat(text, TAGS[locale], undefined, {
      ignoreTag: true,
      formatters: formattersFor(locale),
    });
    this.open = Object.fromEntries(
      this.format
        .getAst()
        .flatMap(namesIn)
        .map((name) => [name, `{${name}}`]),
    );
  }

  filled(params: Params): string {
    const parts = this.format.formatToParts<Param>({ ...this.open, ...params });
    return parts.map(({ value }) => String(value)).join('');
  }

  outline(): string {
    return this.format
      .getAst()
      .map((element) => outlineOf(element))
      .join('');
  }
}

function namesIn(element: Element): string[] {
  if ('options' in element) {
    const inner = Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn));
    return [element.value, ...inner];
  }
  return 'value' in element && !isLiteral(element) ? [element.value] : [];
}

/** `counted` is the number that `#` stands for. */
function outlineOf(element: Element, counted = ''): string {
  if ('options' in element) {
    const inner = element.options.other?.value ?? [];
    return inner.map((each) => outlineOf(each, element.value)).join('');
  }
  if (!('value' in element)) return `{${counted}}`;
  return isLiteral(element) ? element.value : `{${element.value}}`;
}

/** The parser is a package of its own; its enum is a number here. */
function isLiteral({ type }: { readonly type: number }): boolean {
  return type === 0;
}

/** The same few for every message: making one takes longer than a thousand sentences. */
function formattersFor(locale: Locale): Formatters {
  const days = { format: (value: PlainDate | string | null) => dayOrText(value, locale) };
  return {
    getNumberFormat: () => NUMBERS[locale],
    getDateTimeFormat: () => days as unknown as Intl.DateTimeFormat,
    getPluralRules: () => PLURALS[locale],
  };
}

function dayOrText(value: PlainDate | string | null, locale: Locale): string {
  if (value === null) return '?';
  if (typeof value !== 'string') return dayInWords(value, locale);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(day(value), locale) : value;
}

function daysIn(locale: Locale): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(TAGS[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `28 november 2026` or `28 November 2026`: days in sentences have one form. */
export function dayInWords({ year, month, day: date }: PlainDate, locale: Locale): string {
  // not from the day itself: it makes a format each time
  return DAYS[locale].format(new Date(0).setUTCFullYear(year, month - 1, date));
}

/** `benaderd, in gesprek of ja gezegd`: things to choose from, in a sentence. */
export function oneOf(words: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(TAGS[locale], { type: 'disjunction' }).format(words);
}

/** `1 kritiek, 2 met een risico en 3 om op te letten`: things that are all so, in a sentence. */
export function allOf(words: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(TAGS[locale], { type: 'conjunction' }).format(words);
}

/** Languages that parents here speak and that have no code of two letters. */
const LONGER_CODES = ['ckb', 'fil', 'kmr', 'pap', 'prs', 'rif', 'srn', 'syr', 'tig', 'yue', 'zgh'];

/** What languages are called, by their codes (ISO 639): `ar` is `Arabisch`. */
export function languageNames(locale: Locale): Readonly<Record<string, string>> {
  const names = new Intl.DisplayNames(TAGS[locale], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return Object.fromEntries(
    [...codes, ...LONGER_CODES].flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[code, name]];
    }),
  );
}

/** The first language of an Accept-Language header that is supported; Dutch otherwise. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wished = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const quality = options.map((option) => /^\s*q=([01](?:\.\d{0,3})?)$/.exec(option)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'nl' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wished[0]?.language === 'en' ? 'en' : 'nl';
}
