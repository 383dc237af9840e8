/** Where a build on somebody's change should fail for that change only, every run draws the same. */
const IN_CI = 20_261_123;

/** Of a test that draws at random: from `SEED=…`, else another one at every run, but the same in CI. */
export function seed(): number {
  const { SEED, CI } = process.env;
  return Number(SEED ?? (CI ? IN_CI : Math.floor(Math.random() * 2 ** 31)));
}
