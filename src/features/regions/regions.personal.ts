import { type Fates, WORK_OF_ACCOUNT } from '../../writes/personal.js';

export const REGIONS_PERSONAL: Fates = {
  region_agreements: WORK_OF_ACCOUNT,
  theme_proposals: WORK_OF_ACCOUNT,
};
