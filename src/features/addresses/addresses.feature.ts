import type { Feature } from '../../writes/feature.js';
import { forgetAddressChanges } from './forget-changes.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { ADDRESSES_PERSONAL, ADDRESSES_PROCESSED } from './addresses.personal.js';

export const addresses: Feature = {
  name: 'addresses',
  personal: ADDRESSES_PERSONAL,
  processed: ADDRESSES_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  jobs: () => [forgetAddressChanges],
};
