export interface Statement {
  /** prepared under this name; not prepared if absent */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** dear by its cost: not taken for quick before it was */
  readonly heavy?: boolean;
}
