/** Half of the two seconds that somebody else may wait for what an import has locked: the rest is for its commit. */
const MILLISECONDS = 1_000;

/** Goes through rows one by one until it takes too long for one transaction; those that are left wait for the next. */
export function* oneTurn<Row>(rows: readonly Row[]): Generator<Row, void> {
  const began = performance.now();
  for (const row of rows) {
    yield row;
    if (performance.now() - began > MILLISECONDS) return;
  }
}
