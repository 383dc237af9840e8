import { readdirSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { day } from '../kernel/clock.js';
import { Catalogue, type Locale, type Param } from '../kernel/messages.js';

/** Whatever the service says, in both languages: what must hold of each message, whoever adds one. */

type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

interface Said {
  readonly name: string;
  readonly nl: string;
  readonly en: string;
}

/** of the parser's enum, which is a package of its own */
const LITERAL = 0;

const SOURCES = path.resolve(__dirname, '..');
const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
const dutch = sources.filter((name) => name.endsWith('messages.nl.ts'));

let said: Said[];
beforeAll(async () => {
  const found = dutch.map(async (name) => {
    const [nl, en] = [await groupsOf(name, 'nl'), await groupsOf(name, 'en')];
    expect([name, keysOf(en)]).toEqual([name, keysOf(nl)]);
    return keysOf(nl).map(([group, key]) => ({
      name: `${name} ${group}.${key}`,
      nl: nl[group]![key]!,
      en: en[group]![key]!,
    }));
  });
  said = (await Promise.all(found)).flat();
});

async function groupsOf(name: string, locale: Locale): Promise<Groups> {
  const file = path.join(SOURCES, name.replace(/nl\.ts$/, `${locale}.ts`));
  return ((await import(file)) as Record<Locale, Groups>)[locale];
}

function keysOf(groups: Groups): [string, string][] {
  return Object.entries(groups).flatMap(([group, texts]) =>
    Object.keys(texts).map((key): [string, string] => [group, key]),
  );
}

/** What a message asks for, and as what: `on date`, `count plural`, `what select`, `name text`. */
function asks(text: string): string[] {
  const of = (element: Element): string[] => {
    if ('options' in element) {
      const inner = Object.values(element.options).flatMap(({ value }) => value.flatMap(of));
      return [`${element.value} ${'pluralType' in element ? 'plural' : 'select'}`, ...inner];
    }
    const { type }: { type: number } = element;
    if (!('value' in element) || type === LITERAL) return [];
    return [`${element.value} ${'style' in element ? 'date' : 'text'}`];
  };
  return [...new Set(elementsOf(text).flatMap(of))].sort();
}

function elementsOf(text: string): Element[] {
  return new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
}

/** The keys that a `select` or `plural` of this name knows in a message. */
function choicesOf(text: string, name: string): string[] {
  const of = (element: Element): string[] => {
    if (!('options' in element)) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => value.flatMap(of));
    return element.value === name ? [...Object.keys(element.options), ...inner] : inner;
  };
  return [...new Set(elementsOf(text).flatMap(of))].sort();
}

/** The message with each of the values that make it say something else. */
function sentencesOf(text: string, locale: Locale): string[] {
  const catalogue = new Catalogue({ nl: { it: text }, en: { it: text } });
  const asked = asks(text).map((each) => each.split(' ') as [string, string]);
  const names = [...new Set(asked.map(([name]) => name))];
  const worlds = names.reduce<Record<string, Param>[]>(
    (before, name) => {
      const kinds = asked.filter(([other]) => other === name).map(([, kind]) => kind);
      const values = samples(kinds, choicesOf(text, name));
      return before.flatMap((world) => values.map((value) => ({ ...world, [name]: value })));
    },
    [{}],
  );
  return worlds.map((params) => catalogue.text('it', locale, params));
}

function samples(kinds: readonly string[], choices: readonly string[]): Param[] {
  if (kinds.includes('plural')) return [0, 1, 2, 7];
  const otherwise = kinds.includes('date') ? day('2026-11-28') : 'Zonnig';
  if (!kinds.includes('select')) return [otherwise];
  return choices.map((key) => (key === 'null' ? null : key === 'other' ? otherwise : key));
}

test('there are messages to look at', () => {
  expect(said.length).toBeGreaterThan(100);
});

test('both languages ask for the same, and know the same choices', () => {
  const differing = said.filter(({ nl, en }) => {
    const selects = asks(nl).filter((each) => each.endsWith(' select'));
    const known = (text: string) => selects.map((each) => choicesOf(text, each.split(' ')[0]!));
    return String(asks(nl)) !== String(asks(en)) || String(known(nl)) !== String(known(en));
  });
  expect(differing.map(({ name }) => name)).toEqual([]);
});

test('every message can be filled in, and nothing is left over', () => {
  const broken = said.flatMap(({ name, nl, en }) =>
    [...sentencesOf(nl, 'nl'), ...sentencesOf(en, 'en')]
      .filter((sentence) => /[{}]|undefined|NaN|\[object|\d{4}-\d{2}-\d{2}T/.test(sentence))
      .map((sentence) => `${name}: ${sentence}`),
  );
  expect(broken).toEqual([]);
});

test('a sentence begins with a capital or a sign, has no double space and is not run into the next', () => {
  const badly = said.flatMap(({ name, nl, en }) =>
    [...sentencesOf(nl, 'nl'), ...sentencesOf(en, 'en')]
      .filter((sentence) => / {2}|\s$|^\s|\.\.|[.?!][A-Z]/.test(sentence))
      .map((sentence) => `${name}: ${sentence}`),
  );
  expect(badly).toEqual([]);
});

test('a day in a sentence is a day, not a text', () => {
  const asText = said.filter(({ nl }) =>
    asks(nl).some((each) => /^(on|from|until|since|due|by|again) text$/.test(each)),
  );
  expect(asText.map(({ name }) => name)).toEqual([]);
});

/** Abbreviations that are words, and names of what a developer sends. */
const WORDS = /\b(NUL|BSN|POST|GET|JSON|HTTP|UUID|XLSX)\b/g;

test('nobody reads codes', () => {
  const coded = said.flatMap(({ name, nl, en }) =>
    [...sentencesOf(nl, 'nl'), ...sentencesOf(en, 'en')]
      .filter((sentence) => /[A-Z]{2,}_[A-Z]|[A-Z_]{4,}/.test(sentence.replace(WORDS, '')))
      .map((sentence) => `${name}: ${sentence}`),
  );
  expect(coded).toEqual([]);
});

test('English has no "who …" for "the person who …"', () => {
  const nouns = /(^|[.;:,] |\b(?:of|to|by|with|from|for|than|only|that|asks|tells|see|sees) )who\b/i;
  expect(said.filter(({ en }) => nouns.test(en)).map(({ name }) => name)).toEqual([]);
});

const OLD_WORDS: Readonly<Record<Locale, RegExp>> = {
  nl: /waarnem|\borgaan\b|schoolband|voordracht|ouderbetrokken|meedoen op/i,
  en: /think along|reglement|proposal|\banew\b|e-mail|hand-over|talks are over/i,
};

test('one word for one thing: the old ones are gone', () => {
  const old = said.flatMap(({ name, nl, en }) =>
    [OLD_WORDS.nl.test(nl) ? `${name}: ${nl}` : [], OLD_WORDS.en.test(en) ? `${name}: ${en}` : []].flat(),
  );
  expect(old).toEqual([]);
});
