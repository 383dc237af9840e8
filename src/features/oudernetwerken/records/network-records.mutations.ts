import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import {
  ActivityCorrectInput,
  ActivityHeldInput,
  ActivityPlanInput,
  ActivityRecordInput,
  ActivityRemoveInput,
} from './activity.inputs.js';
import { holdActivity, planActivity } from './plan-activity.js';
import { correctActivity, recordActivity, removeActivity } from './save-activity.js';
import { endCaretakership, startCaretakership } from './save-caretakership.js';
import { endMembership, endSupport, startMembership, startSupport } from './save-network-records.js';
import {
  CaretakershipEndInput,
  CaretakershipStartInput,
  MembershipEndInput,
  MembershipStartInput,
  SupportEndInput,
  SupportStartInput,
} from './network-records.inputs.js';
import { Activity, Caretakership, Membership, SupportArrangement } from './network-records.type.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';

const network = { oudernetwerk: { type: () => Oudernetwerk, description: 'The network after the change.' } };
const membership = {
  membership: { type: () => Membership, description: 'The membership after the change.' },
};
const support = {
  support: { type: () => SupportArrangement, description: 'The support arrangement after the change.' },
};

const caretakership = {
  caretakership: { type: () => Caretakership, description: 'The caretakership after the change.' },
  ...network,
};
const activity = {
  activity: { type: () => Activity, description: 'The activity after the change.' },
  ...network,
};

@Resolver()
export class NetworkRecordMutations {
  @Mutates(startCaretakership, {
    description:
      'Appoints an organisation as caretaker of a network; it replaces a standby caretaker. Allowed for ' +
      'coordinators.',
    answers: caretakership,
    refusals: ['NETWORK_ENDED', 'CARETAKER_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  caretakershipStart(_input: CaretakershipStartInput): void {}

  @Mutates(endCaretakership, {
    description:
      'Ends a caretakership that was arranged by a coordinator; a standby caretaker takes over on days on ' +
      'which nobody else leads. Allowed for coordinators.',
    answers: caretakership,
    refusals: ['ALREADY_ENDED', 'STANDBY', 'CARETAKER_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  caretakershipEnd(_input: CaretakershipEndInput): void {}

  @Mutates(startSupport, {
    description:
      'Starts support of a network by an organisation. Allowed for coordinators of its region and of those ' +
      'that take part in it by agreement.',
    answers: support,
    refusals: ['NETWORK_ENDED', 'PERIOD_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  supportStart(_input: SupportStartInput): void {}

  @Mutates(endSupport, {
    description:
      'Ends support of a network. A standby caretakership of the organisation passes to whoever is next from ' +
      'the day after. Allowed for coordinators of its region, and for those who take part in it by agreement where ' +
      'their region recorded it.',
    answers: support,
    refusals: ['ALREADY_ENDED', 'PERIOD_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  supportEnd(_input: SupportEndInput): void {}

  @Mutates(startMembership, {
    description:
      'Makes a person a member of a network: somebody whom you see, or a newcomer, who is recorded with it. Allowed ' +
      'for coordinators of its region and of those that take part in it by agreement, and for its supporters.',
    answers: membership,
    refusals: [
      'PERSON_OR_NEWCOMER',
      'BAD_EMAIL',
      'BAD_PHONE',
      'BAD_LANGUAGE',
      'PERSON_DECEASED',
      'NETWORK_ENDED',
      'PERIOD_TAKEN',
      'NOT_THEIR_PERSPECTIVE',
    ],
  })
  membershipStart(_input: MembershipStartInput): void {}

  @Mutates(endMembership, {
    description:
      'Ends a person’s membership of a network. Allowed for coordinators of its region and of ' +
      'those that take part in it by agreement, and for its supporters.',
    answers: membership,
    refusals: ['PERSON_DECEASED', 'ALREADY_ENDED', 'PERIOD_TAKEN'],
  })
  membershipEnd(_input: MembershipEndInput): void {}

  @Mutates(recordActivity, {
    description:
      'Records that a network met or was contacted. Allowed for coordinators and supporters of the network, and for ' +
      'its trekkers.',
    answers: activity,
  })
  activityRecord(_input: ActivityRecordInput): void {}

  @Mutates(planActivity, {
    description:
      'Plans something that a network will do. Allowed for coordinators and supporters of the network, and for its ' +
      'trekkers.',
    answers: activity,
    refusals: ['NETWORK_ENDED', 'BAD_TIME'],
  })
  activityPlan(_input: ActivityPlanInput): void {}

  @Mutates(holdActivity, {
    description:
      'Says that a planned activity took place, and how many attended. Allowed for coordinators and supporters of ' +
      'the network, and for its trekkers.',
    answers: activity,
    refusals: ['ALREADY_HELD'],
  })
  activityHeld(_input: ActivityHeldInput): void {}

  @Mutates(correctActivity, {
    description:
      'Corrects an activity that was recorded incorrectly, or changes one that is still to come. Allowed for ' +
      'coordinators and supporters of the network, and for its trekkers.',
    answers: activity,
    refusals: ['BAD_TIME', 'NOT_HELD_YET'],
  })
  activityCorrect(_input: ActivityCorrectInput): void {}

  @Mutates(removeActivity, {
    description:
      'Removes an activity that never took place, or calls off one that is still to come. Allowed for coordinators and supporters of the network, and for ' +
      'its trekkers.',
    answers: network,
  })
  activityRemove(_input: ActivityRemoveInput): void {}
}
