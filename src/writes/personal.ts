/** Nothing happens to it, and why that is right. */
export interface Nothing {
  readonly nothing: string;
}

export const nothing = (why: string): Nothing => ({ nothing: why });

/**
 * What becomes of something that names a person, or says something of them. The words are a closed set: whoever departs,
 * moves, merges, exports or erases knows what to do with every table.
 */
export interface Fate {
  /**
   * When they die or stop with everything. ENDS: not there after their last day. CLOSED: what waited for an answer waits
   * no longer. FREED: it is nobody's, and can be given to somebody else. SILENT: nothing of it reaches them any more.
   */
  readonly departure: 'ENDS' | 'CLOSED' | 'FREED' | 'SILENT' | Nothing;
  /** When their home region changes. FOLLOWS: it is the new region's. ENDS: it held for the old one only. */
  readonly move: 'FOLLOWS' | 'ENDS' | Nothing;
  /** When two records are of one person. JOINED: all of it is the survivor's. SURVIVOR: what the survivor has counts. */
  readonly merge: 'JOINED' | 'SURVIVOR' | Nothing;
  /** When they ask what is held of them. GIVEN: as it is. REDACTED: without what it says of others. */
  readonly export: 'GIVEN' | 'REDACTED' | Nothing;
  /** When they are erased. ERASED: it is gone. PSEUDONYM: it stays, and leads to somebody without a name. */
  readonly erasure: 'ERASED' | 'PSEUDONYM' | Nothing;
}

/** By table, or by `table.column` where a column has another fate than its table. */
export type Fates = Readonly<Record<string, Fate>>;

/** A role or another dated part in the work, which others may still want to know of. */
export const PART: Fate = {
  departure: 'ENDS',
  move: nothing('roles stay where they are until they are ended'),
  merge: 'JOINED',
  export: 'GIVEN',
  erasure: 'PSEUDONYM',
};

/** What is known of the person themselves. */
export const DETAIL: Fate = {
  departure: nothing('history and the family may need it; who sees it stays the same'),
  move: 'FOLLOWS',
  merge: 'SURVIVOR',
  export: 'GIVEN',
  erasure: 'ERASED',
};

/** Worked out from other rows, and again whenever those change. */
export const DERIVED: Fate = {
  departure: nothing('follows from what ends'),
  move: nothing('follows from what moves'),
  merge: nothing('follows from what is joined'),
  export: nothing('says nothing more than what it follows from'),
  erasure: nothing('follows from what stays'),
};

/** What somebody did in their work, by the account that they did it with. */
export const WORK_OF_ACCOUNT: Fate = {
  departure: nothing('it was done'),
  move: nothing('an account has no home region'),
  merge: nothing('accounts are not merged'),
  export: nothing('it is about others'),
  erasure: 'PSEUDONYM',
};
