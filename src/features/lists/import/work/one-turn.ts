/** A quarter of the two seconds that somebody else may wait for what an import has locked: what follows takes as long. */
const MILLISECONDS = 500;

/** Goes through rows one by one until it takes too long for one transaction; those that are left wait for the next. */
export function* oneTurn<Row>(rows: readonly Row[]): Generator<Row, void> {
  const began = performance.now();
  for (const row of rows) {
    yield row;
    if (performance.now() - began > MILLISECONDS) return;
  }
}

/** So many rows are worked on at once in a transaction. */
const AT_ONCE = 25;

export function inGroups<Row>(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (let start = 0; start < rows.length; start += AT_ONCE) groups.push(rows.slice(start, start + AT_ONCE));
  return groups;
}
