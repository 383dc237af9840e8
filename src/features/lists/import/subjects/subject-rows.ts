import type { Tx } from '../../../../db/transaction.js';
import type { Field } from '../columns/fields.js';
import type { ImportEntity, RowChange } from '../import.entity.js';
import type { Part } from '../rows/part.js';
import type { Row } from '../rows/row.js';
import type { Said, SaidWho } from '../rows/said.js';
import type { Vocabulary } from '../rows/vocabulary.js';

/** What a row says of a network, an activity or a seat. */
export interface SubjectSaid {
  readonly who: SaidWho | null;
}

/** What recording a row did, or found done: then nothing changed. */
export interface Done {
  /** what the row is of was not on record */
  readonly isNew: boolean;
  readonly changes: readonly RowChange[];
  readonly parts: readonly Part[];
}

/** Records what a row says, as the mutations do, so far as it is not on record. */
export type Recorder<Of> = Methods<Of>['record'];

/** As methods, so that what takes the rows of one kind is taken for what takes rows: it is only given its own. */
interface Methods<Of> {
  record(tx: Tx, of: ImportEntity, said: Of, personId: string | null): Promise<Done>;
  holders(said: Of): ReadonlySet<string>;
}

/** How the rows of a list are read and recorded that is not of people. */
export interface SubjectRows<Of extends SubjectSaid = SubjectSaid> {
  /** what says that two rows are of the same: two of the same person, too, are one too many */
  readonly key: readonly Field[];
  /** null where it is refused, with the row knowing why */
  read(row: Row, vocabulary: Vocabulary): Of | null;
  /** as the coordinator knows it again */
  nameOf(said: Of): string;
  /** whether another row may say the same without being one too many */
  mayRepeat?(said: Of): boolean;
  /** those who have a part in what a row is of: there a name alone says who is meant */
  holders(tx: Tx, said: readonly Of[]): Promise<Methods<Of>['holders']>;
  /** which of two rows is recorded first, where that matters */
  order?(one: Of, other: Of): number;
  /** for the rows of one transaction. `isTried`: nothing of it stays */
  recorder(all: readonly Of[], isTried: boolean): Recorder<Of>;
}

const NOTHING_ELSE = {
  municipality: null,
  language: null,
  note: null,
  tie: null,
  network: null,
  memberSince: null,
} as const;

/** The same as a row of a list of people would say it. */
export function asPerson(who: SaidWho): Said {
  return { ...NOTHING_ELSE, ...who };
}

export function nameOfWho({ name }: SaidWho): string {
  return [name.givenName, name.infix, name.familyName].filter(Boolean).join(' ');
}
