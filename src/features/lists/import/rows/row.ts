import { problemsOf } from '../../../../graphql/mutation-texts.js';
import type { FailureCode } from '../../../../kernel/failure.js';
import type { Params } from '../../../../kernel/messages.js';
import type { Perspective } from '../../../people/person.enums.js';
import { dayIn } from '../columns/days.js';
import { type Field, folded } from '../columns/fields.js';
import { type NameParts, namePartsOf } from '../columns/name-parts.js';
import { piecesOf, type Words, wordsIn } from '../columns/words.js';
import type { RowProblem } from '../import.entity.js';
import type { SaidWho } from './said.js';
import { languageCode, type Named, type Vocabulary } from './vocabulary.js';

/** What people write where there is nothing. */
const NOTHING = /^(?:[-–—?.]|n\.?v\.?t\.?|geen|onbekend|none|n\/a)$/i;

const PERSPECTIVES: readonly (readonly [RegExp, keyof typeof Perspective])[] = [
  [/^(?:ouders?|moeder|vader|verzorgers?|parents?|mother|father|carer)$/, 'OUDER'],
  [/^(?:jongeren?|young person|young people)$/, 'JONGERE'],
  [/^(?:professionals?|beroepskracht|hulpverlener)$/, 'PROFESSIONAL'],
];

/** What says who is meant. */
const WHO: readonly Field[] = ['NAME', 'GIVEN_NAME', 'FAMILY_NAME'];
/** What stands in a list where nobody is. */
const NOBODY = /^(?:vacature|vacant|vacancy|open|gezocht|n\.?n\.?b?\.?)$/i;

/** How each text is looked at, as the fields of the mutations are. */
const RULES: Partial<Record<Field, Parameters<typeof problemsOf>[2]>> = {
  NOTE: { multiline: true },
  EMAIL: { unseen: 'dropped' },
  PHONE: { unseen: 'dropped', screened: false },
};

/** Of anything but a note. What is longer is not looked into. */
const LONGEST = 300;

function isTooLong(text: string, field: Field | null): boolean {
  return field !== 'NOTE' && text.length > LONGEST;
}

/** The cells of a row by what they hold. */
export class Row {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly vocabulary: Vocabulary,
  ) {
    vocabulary.mapping.forEach((field, column) => {
      if (field === null) return;
      if (isTooLong(this.cells[column] ?? '', field)) {
        this.problems.push({ code: 'TOO_LONG', column, params: { limit: LONGEST } });
      }
      if (!this.at(column)) return;
      for (const { code, params } of problemsOf(this.at(column)!, [], RULES[field] ?? {})) {
        this.problems.push({ code, column, params });
      }
    });
  }

  /** What stands in the first column of a field that has something. */
  text(field: Field): string | null {
    return this.texts(field)[0] ?? null;
  }

  refuse(code: FailureCode, field: Field, params: Params = {}): null {
    this.problems.push({ code, column: this.columnOf(field), params });
    return null;
  }

  /** What the column of a field is called. */
  header(field: Field): string {
    return this.vocabulary.columns[this.columnOf(field) ?? -1] ?? '';
  }

  name(): NameParts | null {
    const [given, family] = [this.text('GIVEN_NAME'), this.text('FAMILY_NAME')];
    const whole = this.text('NAME');
    if (whole && !given && !family) {
      return namePartsOf(whole) ?? this.refuse('NAME_NOT_WHOLE', 'NAME', { name: whole.slice(0, 60) });
    }
    if (given && family) return { givenName: given, infix: this.text('INFIX'), familyName: family };
    return this.refuse('REQUIRED', given ? 'FAMILY_NAME' : whole === null ? 'GIVEN_NAME' : 'NAME');
  }

  /** Excel takes the zero away, and a plus. */
  phone(): string | null {
    const written = this.text('PHONE');
    if (!written) return null;
    if (/^[1-9]\d{8}$/.test(written)) return `0${written}`;
    return /^31[1-9]\d{8}$/.test(written) ? `+${written}` : written;
  }

  require(field: Field): void {
    if (!this.problems.some(({ column }) => column === this.columnOf(field))) this.refuse('REQUIRED', field);
  }

  /** The code for which a text stands. */
  word<Code extends string>(field: Field, words: Words<Code>, unknown: FailureCode): Code | null {
    const written = this.text(field);
    if (!written) return null;
    return wordsIn(written, words)[0] ?? this.refuse(unknown, field, { value: written.slice(0, 40) });
  }

  count(field: Field): number | null {
    const written = this.text(field);
    if (!written) return null;
    const [digits] =
      /^\d{1,9}(?=(?:[.,]0*)?$)/.exec(written.replace(/^(?:ca\.?|±|ongeveer|circa)\s*/i, '')) ?? [];
    return digits === undefined
      ? this.refuse('NOT_A_NUMBER', field, { value: written.slice(0, 20) })
      : Number(digits);
  }

  /** All that the cells of a field name, of what is known. */
  several(field: Field, known: ReadonlyMap<string, Named | null>, unknown: FailureCode): Named[] {
    const found = this.texts(field).flatMap((written) => {
      const ways = piecesOf(written);
      const isKnown = (piece: string) => Boolean(known.get(folded(piece)));
      const right = ways.find((pieces) => pieces.length > 0 && pieces.every(isKnown));
      if (right) return right.map((piece) => known.get(folded(piece))!);
      const wrong = ways.at(-1)!.find((piece) => !isKnown(piece)) ?? written;
      this.refuse(unknown, field, { name: (ways.at(-1)!.length > 1 ? wrong : written).slice(0, 60) });
      return [];
    });
    return [...new Map(found.map((each) => [each.id, each])).values()];
  }

  /** Whom the row names beside what it is of; null if nobody, or where it says that nobody is there. */
  who(): SaidWho | null {
    const written = WHO.map((field) => this.text(field)).filter((text) => text !== null);
    if (written.length === 0 || written.some((text) => NOBODY.test(text))) return null;
    const name = this.name();
    if (!name) return null;
    return { name, email: this.text('EMAIL'), phone: this.phone(), perspectives: this.perspectives() };
  }

  named(field: Field, known: ReadonlyMap<string, Named | null>): Named | null {
    const written = this.text(field);
    if (!written) return null;
    const found = known.get(folded(written));
    if (found) return found;
    const code = field === 'NETWORK' ? 'UNKNOWN_NETWORK' : 'UNKNOWN_MUNICIPALITY';
    return this.refuse(code, field, { name: written.slice(0, 60) });
  }

  day(field: Field) {
    const written = this.text(field);
    if (!written) return null;
    return dayIn(written) ?? this.refuse('NOT_A_DAY', field, { value: written.slice(0, 20) });
  }

  language(): string | null {
    const written = this.text('LANGUAGE');
    return written && languageCode(written);
  }

  note(): string | null {
    return this.texts('NOTE').join('\n') || null;
  }

  perspectives(): (keyof typeof Perspective)[] | null {
    const written = this.text('PERSPECTIVE');
    if (!written) return null;
    const found = written.split(/[,;/&+]|\s+en\s+|\s+and\s+/).map((word) => {
      const text = word.trim().toLowerCase();
      return PERSPECTIVES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
    });
    if (found.includes(null)) {
      return this.refuse('UNKNOWN_PERSPECTIVE', 'PERSPECTIVE', { value: written.slice(0, 40) });
    }
    return [...new Set(found as (keyof typeof Perspective)[])];
  }

  private texts(field: Field): string[] {
    return this.vocabulary.mapping.flatMap((each, column) => (each === field ? (this.at(column) ?? []) : []));
  }

  private at(column: number): string | null {
    const text = this.cells[column] ?? '';
    if (isTooLong(text, this.vocabulary.mapping[column] ?? null)) return null;
    return text === '' || NOTHING.test(text) ? null : text;
  }

  private columnOf(field: Field): number | null {
    const column = this.vocabulary.mapping.indexOf(field);
    return column < 0 ? null : column;
  }
}
