import { clockAt } from '../../../kernel/clock.js';
import { startTestService, TEST_ISSUER, type TestService } from '../../../testing/test-service.js';
import { importReferenceData } from '../../reference-data/import-reference-data.js';
import { DATA } from '../../reference-data/testing/reference-bench.js';
import { addDemoContent } from '../add-demo-content.js';

const say = () => undefined;

/** A fresh start on that day, as `npm start` does it: demo content, then the first tick. */
export async function startDemoOn(on: string): Promise<TestService> {
  const instant = `${on}T08:00:00Z`;
  const service = await startTestService();
  service.travelTo(instant);
  const { ownerUrl } = service.urls;
  await importReferenceData(ownerUrl, { directory: DATA, say });
  await addDemoContent(ownerUrl, { clock: clockAt(instant), say, issuer: TEST_ISSUER });
  await service.tick();
  return service;
}
