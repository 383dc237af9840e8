import type { Feature } from '../../writes/feature.js';
import { AccountEntity, AccountRoleEntity } from './account.entity.js';

export const access: Feature = {
  name: 'access',
  entities: [AccountEntity, AccountRoleEntity],
};
