import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ClientBase } from 'pg';

const BATCH = 5_000;

export type Value = string | number | boolean | null;

export interface Table<Column extends string> {
  readonly name: string;
  /** column to SQL type; the value of an array type is its text, such as `{a,b}` */
  readonly columns: Readonly<Record<Column, string>>;
}

export function table<Column extends string>(name: string, columns: Record<Column, string>): Table<Column> {
  return { name, columns };
}

/** Inserts in batches of one statement each; the next batch is prepared while the database processes the last one. */
export async function insertRows<Column extends string>(
  client: ClientBase,
  { name, columns }: Table<Column>,
  rows: Iterable<Readonly<Record<Column, Value>>>,
  onInserted: (count: number) => void = () => undefined,
): Promise<void> {
  const names = Object.keys(columns) as Column[];
  const types = names.map((column) => columns[column]);
  const text = `insert into ${name} (${names.join(', ')})
    select ${names.map((column, i) => `r.${column}::${types[i]}`).join(', ')}
    from unnest(${types.map((type, i) => `$${i + 1}::${type.endsWith('[]') ? 'text' : type}[]`).join(', ')})
      as r (${names.join(', ')})`;

  let inserting = Promise.resolve();
  let batch: Value[][] = names.map(() => []);
  const send = async () => {
    await inserting;
    const values = batch;
    batch = names.map(() => []);
    inserting = client
      .query({ name: `seed_${name}`, text, values })
      .then(() => onInserted(values[0]!.length));
    inserting.catch(() => undefined); // an error surfaces at the next await of it
    await nextTurn();
  };
  for (const row of rows) {
    names.forEach((column, i) => batch[i]!.push(row[column]));
    if (batch[0]!.length === BATCH) await send();
  }
  if (batch[0]!.length > 0) await send();
  await inserting;
}

/** The text of an SQL array of words without quotes, commas or braces: ids and codes. */
export function arrayText(words: readonly string[]): string {
  return `{${words.join(',')}}`;
}
