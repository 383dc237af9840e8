import buildForTests from './build-for-tests';
import { answerToCompiledNames } from './compiled-names';

export default async function globalSetup(): Promise<void> {
  buildForTests();
  answerToCompiledNames();
  const { startTestCluster } = await import('./test-cluster.js');
  await startTestCluster();
}
