import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../../writes/mutate.js';
import { payloadType } from '../../../writes/payloads.js';
import { correctActivity, recordActivity, removeActivity } from './save-activity.js';
import { endCaretakership, startCaretakership } from './save-caretakership.js';
import { endMembership, endSupport, startMembership, startSupport } from './save-network-records.js';
import {
  ActivityCorrectInput,
  ActivityRecordInput,
  ActivityRemoveInput,
  CaretakershipEndInput,
  CaretakershipStartInput,
  MembershipEndInput,
  MembershipStartInput,
  SupportEndInput,
  SupportStartInput,
} from './network-records.inputs.js';
import { Activity, Caretakership, Membership, SupportArrangement } from './network-records.type.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';

const network = { oudernetwerk: { type: () => Oudernetwerk, description: 'The network as it is now.' } };
const membership = { membership: { type: () => Membership, description: 'The membership as it is now.' } };
const support = { support: { type: () => SupportArrangement, description: 'The support as it is now.' } };

const caretakership = {
  caretakership: { type: () => Caretakership, description: 'The caretakership as it is now.' },
  ...network,
};
const activity = {
  activity: { type: () => Activity, description: 'The activity as it is now.' },
  ...network,
};

const CaretakershipStartPayload = payloadType('caretakershipStart', caretakership, [
  'NETWORK_ENDED',
  'CARETAKER_TAKEN',
  'NO_CARETAKER',
  'COVER_BROKEN',
]);
const CaretakershipEndPayload = payloadType('caretakershipEnd', caretakership, [
  'ALREADY_ENDED',
  'STANDBY',
  'CARETAKER_TAKEN',
  'NO_CARETAKER',
  'COVER_BROKEN',
]);
const SupportStartPayload = payloadType('supportStart', support, ['NETWORK_ENDED', 'PERIOD_TAKEN']);
const SupportEndPayload = payloadType('supportEnd', support, ['ALREADY_ENDED', 'PERIOD_TAKEN']);
const MembershipStartPayload = payloadType('membershipStart', membership, ['NETWORK_ENDED', 'PERIOD_TAKEN']);
const MembershipEndPayload = payloadType('membershipEnd', membership, ['ALREADY_ENDED', 'PERIOD_TAKEN']);
const ActivityRecordPayload = payloadType('activityRecord', activity);
const ActivityCorrectPayload = payloadType('activityCorrect', activity);
const ActivityRemovePayload = payloadType('activityRemove', network);

@Resolver()
export class NetworkRecordMutations {
  @Runs(startCaretakership)
  @Mutation(() => CaretakershipStartPayload, {
    description: 'An organisation takes care of a network; a standby caretaker makes room. For coordinators.',
  })
  caretakershipStart(@Arg('input') input: CaretakershipStartInput, @Run() run: Run) {
    return run(startCaretakership, input);
  }

  @Runs(endCaretakership)
  @Mutation(() => CaretakershipEndPayload, {
    description:
      'An appointed caretaker stops; on days that nobody else leads a standby caretaker takes over. For coordinators.',
  })
  caretakershipEnd(@Arg('input') input: CaretakershipEndInput, @Run() run: Run) {
    return run(endCaretakership, input);
  }

  @Runs(startSupport)
  @Mutation(() => SupportStartPayload, {
    description: 'An organisation starts to support a network. For coordinators.',
  })
  supportStart(@Arg('input') input: SupportStartInput, @Run() run: Run) {
    return run(startSupport, input);
  }

  @Runs(endSupport)
  @Mutation(() => SupportEndPayload, {
    description: 'Support of a network ends. For coordinators of its region.',
  })
  supportEnd(@Arg('input') input: SupportEndInput, @Run() run: Run) {
    return run(endSupport, input);
  }

  @Runs(startMembership)
  @Mutation(() => MembershipStartPayload, {
    description: 'A person joins a network. For coordinators of its region.',
  })
  membershipStart(@Arg('input') input: MembershipStartInput, @Run() run: Run) {
    return run(startMembership, input);
  }

  @Runs(endMembership)
  @Mutation(() => MembershipEndPayload, {
    description: 'A person leaves a network. For coordinators of its region.',
  })
  membershipEnd(@Arg('input') input: MembershipEndInput, @Run() run: Run) {
    return run(endMembership, input);
  }

  @Runs(recordActivity)
  @Mutation(() => ActivityRecordPayload, {
    description:
      'Records that a network met or was in contact. For coordinators and supporters of the network.',
  })
  activityRecord(@Arg('input') input: ActivityRecordInput, @Run() run: Run) {
    return run(recordActivity, input);
  }

  @Runs(correctActivity)
  @Mutation(() => ActivityCorrectPayload, {
    description:
      'Corrects an activity that was recorded wrongly. For coordinators and supporters of the network.',
  })
  activityCorrect(@Arg('input') input: ActivityCorrectInput, @Run() run: Run) {
    return run(correctActivity, input);
  }

  @Runs(removeActivity)
  @Mutation(() => ActivityRemovePayload, {
    description:
      'Takes away an activity that never took place. For coordinators and supporters of the network.',
  })
  activityRemove(@Arg('input') input: ActivityRemoveInput, @Run() run: Run) {
    return run(removeActivity, input);
  }
}
