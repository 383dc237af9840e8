import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../../writes/mutate.js';
import { payloadType } from '../../../writes/payloads.js';
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

const SetPayload = payloadType('handoverItemSet', changed, ['PLAN_CLOSED']);
const AddPayload = payloadType('handoverItemAdd', changed, ['PLAN_CLOSED', 'BAD_KEY', 'KEY_TAKEN']);
const TemplatePayload = payloadType(
  'handoverTemplateSet',
  { region: { type: () => Region, description: 'The region with the checklist that holds now.' } },
  ['BAD_KEY', 'TOO_MANY_ITEMS'],
);

@Resolver()
export class HandoverMutations {
  @Runs(setHandoverItem)
  @Mutation(() => SetPayload, {
    description:
      'Records who sees to an item of a handover, by when, and when it was done. For coordinators of its region and ' +
      'supporters of the network.',
  })
  handoverItemSet(@Arg('input') input: HandoverItemSetInput, @Run() run: Run) {
    return run(setHandoverItem, input);
  }

  @Runs(addHandoverItem)
  @Mutation(() => AddPayload, {
    description:
      'Adds an item to the handover of one plan. For coordinators of its region and supporters of the network.',
  })
  handoverItemAdd(@Arg('input') input: HandoverItemAddInput, @Run() run: Run) {
    return run(addHandoverItem, input);
  }

  @Runs(setHandoverTemplate)
  @Mutation(() => TemplatePayload, {
    description:
      'Replaces the checklist that handovers in a region start with; running ones keep theirs. For its coordinators.',
  })
  handoverTemplateSet(@Arg('input') input: HandoverTemplateSetInput, @Run() run: Run) {
    return run(setHandoverTemplate, input);
  }
}
