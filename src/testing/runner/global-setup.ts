import { answerToCompiledNames } from './compiled-names';

export default async function globalSetup(): Promise<void> {
  answerToCompiledNames();
  const { startTestCluster } = await import('./test-cluster.js');
  await startTestCluster();
}
