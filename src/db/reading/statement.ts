export interface Statement {
  /** prepared under this name; not prepared if absent */
  readonly name?: string;
  /** short, and the same for the same text: what is remembered of a statement is kept by it */
  readonly key: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** expensive by its cost: not taken for quick before it was */
  readonly heavy?: boolean;
}
