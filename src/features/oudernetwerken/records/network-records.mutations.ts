import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
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

@Resolver()
export class NetworkRecordMutations {
  @Mutates(startCaretakership, {
    description: 'An organisation takes care of a network; a standby caretaker makes room. For coordinators.',
    answers: caretakership,
    refusals: ['NETWORK_ENDED', 'CARETAKER_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  caretakershipStart(_input: CaretakershipStartInput): void {}

  @Mutates(endCaretakership, {
    description:
      'An appointed caretaker stops; on days that nobody else leads a standby caretaker takes over. For coordinators.',
    answers: caretakership,
    refusals: ['ALREADY_ENDED', 'STANDBY', 'CARETAKER_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  caretakershipEnd(_input: CaretakershipEndInput): void {}

  @Mutates(startSupport, {
    description: 'An organisation starts to support a network. For coordinators.',
    answers: support,
    refusals: ['NETWORK_ENDED', 'PERIOD_TAKEN'],
  })
  supportStart(_input: SupportStartInput): void {}

  @Mutates(endSupport, {
    description: 'Support of a network ends. For coordinators of its region.',
    answers: support,
    refusals: ['ALREADY_ENDED', 'PERIOD_TAKEN'],
  })
  supportEnd(_input: SupportEndInput): void {}

  @Mutates(startMembership, {
    description: 'A person joins a network. For coordinators of its region.',
    answers: membership,
    refusals: ['NETWORK_ENDED', 'PERIOD_TAKEN'],
  })
  membershipStart(_input: MembershipStartInput): void {}

  @Mutates(endMembership, {
    description: 'A person leaves a network. For coordinators of its region.',
    answers: membership,
    refusals: ['ALREADY_ENDED', 'PERIOD_TAKEN'],
  })
  membershipEnd(_input: MembershipEndInput): void {}

  @Mutates(recordActivity, {
    description:
      'Records that a network met or was in contact. For coordinators and supporters of the network.',
    answers: activity,
  })
  activityRecord(_input: ActivityRecordInput): void {}

  @Mutates(correctActivity, {
    description:
      'Corrects an activity that was recorded wrongly. For coordinators and supporters of the network.',
    answers: activity,
  })
  activityCorrect(_input: ActivityCorrectInput): void {}

  @Mutates(removeActivity, {
    description:
      'Takes away an activity that never took place. For coordinators and supporters of the network.',
    answers: network,
  })
  activityRemove(_input: ActivityRemoveInput): void {}
}
