import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Region } from '../../regions/region.type.js';
import { HandoverItemAddInput, HandoverItemSetInput, HandoverTemplateSetInput } from './handover.inputs.js';
import { HandoverItem } from './handover.type.js';
import { addHandoverItem, setHandoverItem } from './save-handover.js';
import { setHandoverTemplate } from './set-handover-template.js';
import { SuccessionPlan } from '../plans/succession-plan.type.js';

const changed = {
  handoverItem: { type: () => HandoverItem, description: 'The item as it is now.' },
  successionPlan: { type: () => SuccessionPlan, description: 'Its plan as it is now.' },
};

@Resolver()
export class HandoverMutations {
  @Mutates(setHandoverItem, {
    description:
      'Records who sees to an item of a handover, by when, and when it was done. For coordinators of its region and ' +
      'supporters of the network.',
    answers: changed,
    refusals: ['PLAN_CLOSED'],
  })
  handoverItemSet(_input: HandoverItemSetInput): void {}

  @Mutates(addHandoverItem, {
    description:
      'Adds an item to the handover of one plan. For coordinators of its region and supporters of the network.',
    answers: changed,
    refusals: ['PLAN_CLOSED', 'BAD_KEY', 'KEY_TAKEN'],
  })
  handoverItemAdd(_input: HandoverItemAddInput): void {}

  @Mutates(setHandoverTemplate, {
    description:
      'Replaces the checklist that handovers in a region start with; running ones keep theirs. For its coordinators.',
    answers: { region: { type: () => Region, description: 'The region with the checklist that holds now.' } },
    refusals: ['BAD_KEY', 'TOO_MANY_ITEMS'],
  })
  handoverTemplateSet(_input: HandoverTemplateSetInput): void {}
}
