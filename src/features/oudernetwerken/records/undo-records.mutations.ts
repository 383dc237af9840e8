import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';
import { Caretakership, Membership, SupportArrangement } from './network-records.type.js';
import { annulCaretakership, correctCaretakership } from './undo-caretakership.js';
import { annulMembership, correctMembership } from './undo-membership.js';
import {
  CaretakershipAnnulInput,
  CaretakershipCorrectInput,
  MembershipAnnulInput,
  MembershipCorrectInput,
  SupportAnnulInput,
  SupportCorrectInput,
} from './undo-records.inputs.js';
import { annulSupport, correctSupport } from './undo-support.js';

const network = { oudernetwerk: { type: () => Oudernetwerk, description: 'The network after the change.' } };
const ANEW = ' It is annulled and recorded anew, and the old id leads to the new record.';
const FOR_COORDINATORS = ' Allowed for coordinators of the network’s region.';
const FOR_BOTH =
  ' Allowed for coordinators of the network’s region and, while their region takes part in it by agreement, for those ' +
  'of the region that recorded it.';

@Resolver()
export class UndoRecordMutations {
  @Mutates(annulMembership, {
    description: `Annuls a membership that never was, also one that has passed.${FOR_BOTH}`,
    answers: network,
  })
  membershipAnnul(_input: MembershipAnnulInput): void {}

  @Mutates(correctMembership, {
    description: `Corrects a membership that was recorded incorrectly, also one that has passed.${ANEW}${FOR_BOTH}`,
    answers: {
      membership: { type: () => Membership, description: 'The membership that replaces it.' },
      ...network,
    },
    refusals: ['PERSON_DECEASED', 'NETWORK_ENDED', 'NOT_THEIR_PERSPECTIVE', 'PERIOD_TAKEN'],
  })
  membershipCorrect(_input: MembershipCorrectInput): void {}

  @Mutates(annulSupport, {
    description:
      'Annuls a support arrangement that never was, also one that has passed. Where it was the reason to be the ' +
      `standby caretaker, that is decided anew.${FOR_BOTH}`,
    answers: network,
    refusals: ['CARETAKER_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  supportAnnul(_input: SupportAnnulInput): void {}

  @Mutates(correctSupport, {
    description: `Corrects a support arrangement that was recorded incorrectly, also one that has passed.${ANEW}${FOR_BOTH}`,
    answers: {
      support: { type: () => SupportArrangement, description: 'The support arrangement that replaces it.' },
      ...network,
    },
    refusals: ['NETWORK_ENDED', 'PERIOD_TAKEN', 'CARETAKER_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  supportCorrect(_input: SupportCorrectInput): void {}

  @Mutates(annulCaretakership, {
    description:
      'Annuls a caretakership by a coordinator that never was, also one that has passed; a standby caretaker ' +
      `covers the days on which nobody else leads.${FOR_COORDINATORS}`,
    answers: network,
    refusals: ['STANDBY', 'CARETAKER_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  caretakershipAnnul(_input: CaretakershipAnnulInput): void {}

  @Mutates(correctCaretakership, {
    description: `Corrects a caretakership by a coordinator that was recorded incorrectly, also one that has passed.${ANEW}${FOR_COORDINATORS}`,
    answers: {
      caretakership: { type: () => Caretakership, description: 'The caretakership that replaces it.' },
      ...network,
    },
    refusals: ['NETWORK_ENDED', 'STANDBY', 'CARETAKER_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  caretakershipCorrect(_input: CaretakershipCorrectInput): void {}
}
