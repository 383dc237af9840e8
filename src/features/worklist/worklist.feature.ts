import type { Feature } from '../../writes/feature.js';
import { WorkItemAssignmentEntity } from './assignment/assignment.entity.js';
import { RegionColleagues } from './assignment/colleague.type.js';
import { workRenewals, workRollover } from './renew-work.js';
import { WorklistQuery } from './work-item.type.js';
import { ContinuityFindingEntity, WorkItemEntity, WorkItemSnoozeEntity } from './worklist.entity.js';
import { WorklistMutations } from './worklist.mutations.js';
import { WORKLIST_PERSONAL, WORKLIST_PROCESSED } from './worklist.personal.js';

export const worklist: Feature = {
  name: 'worklist',
  personal: WORKLIST_PERSONAL,
  processed: WORKLIST_PROCESSED,
  entities: [ContinuityFindingEntity, WorkItemEntity, WorkItemSnoozeEntity, WorkItemAssignmentEntity],
  resolvers: [WorklistQuery, WorklistMutations, RegionColleagues],
  renewals: workRenewals,
  jobs: () => [workRollover],
};
