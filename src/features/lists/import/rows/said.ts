import type { PlainDate } from '../../../../kernel/clock.js';
import type { Perspective, SchoolStage } from '../../../people/person.enums.js';
import type { NameParts } from '../columns/name-parts.js';
import type { Named } from './vocabulary.js';

/** A school tie as a row says it: of a stage, or no more than when it ends. */
export type SaidTie =
  | {
      readonly stage: keyof typeof SchoolStage;
      readonly yearLevel: number | null;
      readonly schoolYear: string;
    }
  | { readonly exit: PlainDate; readonly schoolYear: string };

/** Somebody whom a row names beside what it is of. */
export interface SaidWho {
  readonly name: NameParts;
  readonly email: string | null;
  readonly phone: string | null;
  readonly perspectives: readonly (keyof typeof Perspective)[] | null;
}

/** What a row says of somebody. Null: nothing, so that nothing changes. */
export interface Said {
  readonly name: NameParts;
  readonly email: string | null;
  readonly phone: string | null;
  readonly municipality: Named | null;
  readonly perspectives: readonly (keyof typeof Perspective)[] | null;
  readonly language: string | null;
  readonly note: string | null;
  readonly tie: SaidTie | null;
  readonly network: Named | null;
  readonly memberSince: PlainDate | null;
}
