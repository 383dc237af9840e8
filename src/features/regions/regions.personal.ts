import { type Fates, WORK_OF_ACCOUNT } from '../../writes/personal.js';
import { processed, type Processed, WORK_DONE, type Processing } from '../../writes/processing.js';

export const REGIONS_PERSONAL: Fates = {
  region_agreements: WORK_OF_ACCOUNT,
  theme_proposals: WORK_OF_ACCOUNT,
};

const ROLE_ADDRESS: Processing = {
  whose: 'ORGANISATION_CONTACT',
  activity: 'ORGANISATIONS',
  seenBy: ['SIGNED_IN'],
  kept: 'ORGANISATION',
};

export const REGIONS_PROCESSED: readonly Processed[] = [
  processed('regions', 'mailbox phone', ROLE_ADDRESS),
  processed(
    'region_agreements',
    `body_id oudernetwerk_id home_region_id region_id kind period asked_by asked_on motivation responsibilities answer
    answered_by answered_on answer_reason ended_by_region_id end_reason`,
    { ...WORK_DONE, seenBy: ['COORDINATOR', 'OTHER_REGION', 'BODY', 'NATIONAL_OFFICE'] },
  ),
  processed(
    'theme_proposals',
    'region_id label motivation proposed_by proposed_on answer answered_by answered_on answer_reason theme_id',
    WORK_DONE,
  ),
];
