import type { Feature } from '../../writes/feature.js';
import { AccountEntity, AccountRoleEntity } from './account.entity.js';
import { ACCESS_PERSONAL, ACCESS_PROCESSED } from './access.personal.js';

export const access: Feature = {
  name: 'access',
  personal: ACCESS_PERSONAL,
  processed: ACCESS_PROCESSED,
  entities: [AccountEntity, AccountRoleEntity],
};
