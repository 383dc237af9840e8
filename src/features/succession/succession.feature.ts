import type { Feature } from '../../writes/feature.js';
import { departAsCandidate } from './candidates/depart-as-candidate.js';
import { HandoverMutations } from './handover/handover.mutations.js';
import { renewSuccession } from './plans/renew-succession.js';
import { SuccessionPlanEntity, SuccessorCandidateEntity, HandoverItemEntity } from './succession.entity.js';
import {
  OudernetwerkSuccession,
  SuccessionPlanFields,
  SuccessorCandidateFields,
  HandoverItemFields,
  RegionHandoverTemplate,
} from './succession.fields.js';
import { SuccessionMutations } from './succession.mutations.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { SUCCESSION_PERSONAL, SUCCESSION_PROCESSED } from './succession.personal.js';

export const succession: Feature = {
  name: 'succession',
  personal: SUCCESSION_PERSONAL,
  processed: SUCCESSION_PROCESSED,
  departing: departAsCandidate,
  failures: { nl: nl.failures, en: en.failures },
  entities: [SuccessionPlanEntity, SuccessorCandidateEntity, HandoverItemEntity],
  resolvers: [
    OudernetwerkSuccession,
    SuccessionPlanFields,
    SuccessorCandidateFields,
    HandoverItemFields,
    RegionHandoverTemplate,
    SuccessionMutations,
    HandoverMutations,
  ],
  constraints: {
    succession_plans_one_open_of_trekkerschap: 'PLAN_OPEN',
    succession_plans_one_open_of_network: 'PLAN_OPEN',
    successor_candidates_once: 'CANDIDATE_ALREADY',
    handover_items_plan_id_key_key: 'KEY_TAKEN',
  },
  listeners: [renewSuccession],
};
