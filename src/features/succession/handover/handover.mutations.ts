import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Region } from '../../regions/region.type.js';
import { HandoverItemAddInput, HandoverItemSetInput, HandoverTemplateSetInput } from './handover.inputs.js';
import { HandoverItem } from './handover.type.js';
import { addHandoverItem, setHandoverItem } from './save-handover.js';
import { setHandoverTemplate } from './set-handover-template.js';
import { SuccessionPlan } from '../succession-plan.type.js';

const changed = {
  handoverItem: { type: () => HandoverItem, description: 'The item after the change.' },
  successionPlan: { type: () => SuccessionPlan, description: 'The succession plan after the change.' },
};

@Resolver()
export class HandoverMutations {
  @Mutates(setHandoverItem, {
    description:
      'Records who is responsible for a handover item, by when it is due, and when it was done. Allowed ' +
      'for coordinators of the region and supporters of the network.',
    answers: changed,
    refusals: ['PERSON_DECEASED', 'PLAN_CLOSED'],
  })
  handoverItemSet(_input: HandoverItemSetInput): void {}

  @Mutates(addHandoverItem, {
    description:
      'Adds an item to the handover of one succession plan. Allowed for coordinators of the region and ' +
      'supporters of the network.',
    answers: changed,
    refusals: ['PERSON_DECEASED', 'PLAN_CLOSED', 'BAD_KEY', 'KEY_TAKEN'],
  })
  handoverItemAdd(_input: HandoverItemAddInput): void {}

  @Mutates(setHandoverTemplate, {
    description:
      'Replaces the initial checklist for handovers in a region; handovers in progress keep theirs. ' +
      'Allowed for its coordinators.',
    answers: {
      region: { type: () => Region, description: 'The region, with the checklist that now applies.' },
    },
    refusals: ['BAD_KEY', 'TOO_MANY_ITEMS'],
  })
  handoverTemplateSet(_input: HandoverTemplateSetInput): void {}
}
