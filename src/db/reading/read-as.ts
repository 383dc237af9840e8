import { type Client, Query } from 'pg';
import { SET_VIEWER } from '../viewer-settings.js';

/** What pg has between its client and the socket, as far as a query uses it here. */
interface Wire {
  bind(config: { readonly statement: string; readonly values: readonly string[] }): void;
  execute(config: object): void;
}

export interface Asked {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The columns of a row as the database writes them. */
export type Row = readonly (string | null)[];

/** A query of pg, with the members that its types leave out. */
const WireQuery = Query as unknown as new (
  text: string,
  values: readonly unknown[],
  answered: (error?: Error) => void,
) => Query & { name?: string; requiresPreparation(): boolean; prepare(wire: Wire): void };

class ReadAs extends WireQuery {
  /** the first of the statement: setting the viewer gives none */
  row: Row = [];

  constructor(
    private readonly viewer: readonly string[],
    { name, text, values }: Asked,
    answered: (error?: Error) => void,
  ) {
    super(text, values, answered);
    this.name = name;
  }

  /** Whatever is sent in another way would go without its viewer. */
  override requiresPreparation(): boolean {
    return true;
  }

  override prepare(wire: Wire): void {
    wire.bind({ statement: SET_VIEWER.name, values: this.viewer });
    wire.execute({});
    super.prepare(wire);
  }

  /** All is text: nothing is to be known of the columns. */
  handleRowDescription(): void {}

  handleDataRow({ fields }: { readonly fields: Row }): void {
    this.row = fields;
  }
}

/**
 * The row of a statement, run as a viewer. PostgreSQL takes what it gets until the next Sync as one transaction, so that
 * the viewer and the statement go in one message without `begin`, `commit` and answers in between. SET_VIEWER is
 * prepared on the connection already.
 */
export function readAs(client: Client, viewer: readonly string[], statement: Asked): Promise<Row> {
  return new Promise((resolve, reject) => {
    const read: ReadAs = new ReadAs(viewer, statement, (error) => {
      if (error) reject(error);
      else resolve(read.row);
    });
    client.query(read);
  });
}
