declare global {
  /** set by the global set-up, which runs in the same process */
  var stopTestCluster: () => Promise<void>;
}

export default async function globalTeardown(): Promise<void> {
  await globalThis.stopTestCluster();
}
