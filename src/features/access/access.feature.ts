import type { Feature } from '../../writes/feature.js';
import { AccountEntity, AccountRoleEntity } from './account.entity.js';
import { ACCESS_PERSONAL } from './access.personal.js';

export const access: Feature = {
  name: 'access',
  personal: ACCESS_PERSONAL,
  entities: [AccountEntity, AccountRoleEntity],
};
