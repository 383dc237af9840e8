import type { PlainDate } from '../../../../kernel/clock.js';
import type { AdvisoryBodyKind } from '../../../advisory/advisory.enums.js';
import type { SaidWho } from '../rows/said.js';
import type { Named } from '../rows/vocabulary.js';

/** What a row of a rooster says. */
export interface SaidSeat {
  readonly body: string;
  /** on record under this name */
  readonly known: Named | null;
  readonly kind: keyof typeof AdvisoryBodyKind | null;
  readonly organisations: readonly Named[];
  readonly seat: string;
  readonly constituency: string | null;
  /** null: nobody holds it */
  readonly who: SaidWho | null;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly term: number | null;
}
