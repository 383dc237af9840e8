import type { Feature } from '../../writes/feature.js';
import { forgetAddressChanges } from './forget-changes.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

export const addresses: Feature = {
  name: 'addresses',
  failures: { nl: nl.failures, en: en.failures },
  jobs: () => [forgetAddressChanges],
};
