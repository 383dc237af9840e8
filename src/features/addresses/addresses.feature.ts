import type { Feature } from '../../writes/feature.js';
import { forgetAddressChanges } from './forget-changes.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { ADDRESSES_PERSONAL } from './addresses.personal.js';

export const addresses: Feature = {
  name: 'addresses',
  personal: ADDRESSES_PERSONAL,
  failures: { nl: nl.failures, en: en.failures },
  jobs: () => [forgetAddressChanges],
};
