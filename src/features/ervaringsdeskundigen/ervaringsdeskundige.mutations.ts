import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { FindableConsentGiveInput, FindableConsentWithdrawInput } from './consent/consent.inputs.js';
import { Consent } from './consent/consent.type.js';
import {
  ErvaringsdeskundigeRegisterInput,
  ErvaringsdeskundigeUpdateInput,
} from './ervaringsdeskundige.inputs.js';
import { Ervaringsdeskundige } from './ervaringsdeskundige.type.js';
import { giveFindableConsent, withdrawFindableConsent } from './consent/save-consent.js';
import { registerErvaringsdeskundige, updateErvaringsdeskundige } from './save-profile.js';

const profile = {
  ervaringsdeskundige: { type: () => Ervaringsdeskundige, description: 'The profile after the change.' },
};
const consent = {
  ...profile,
  consent: { type: () => Consent, description: 'The entry in the consent ledger.' },
};

@Resolver()
export class ErvaringsdeskundigeMutations {
  @Mutates(registerErvaringsdeskundige, {
    description:
      'Registers a parent as an ervaringsdeskundige. They are not findable until they consent to it. ' +
      'Allowed for coordinators of their home region and the parent themselves.',
    answers: profile,
    refusals: [
      'PERSON_DECEASED',
      'NOT_A_PARENT',
      'ALREADY_REGISTERED',
      'BAD_LANGUAGE',
      'TOO_MANY_ITEMS',
      'NO_PLACE_LEFT',
      'THEME_RETIRED',
      'ONLY_SELF_DECLARED',
    ],
  })
  ervaringsdeskundigeRegister(_input: ErvaringsdeskundigeRegisterInput): void {}

  @Mutates(updateErvaringsdeskundige, {
    description:
      'Changes a profile, or pauses it. Allowed for coordinators of the home region and the parent ' +
      'themselves; only coordinators can record statements that were established other than by the ' +
      'parent’s own declaration.',
    answers: profile,
    refusals: [
      'BAD_LANGUAGE',
      'TOO_MANY_ITEMS',
      'NO_PLACE_LEFT',
      'THEME_RETIRED',
      'ONLY_SELF_DECLARED',
      'ESTABLISHED_BY_COORDINATOR',
    ],
  })
  ervaringsdeskundigeUpdate(_input: ErvaringsdeskundigeUpdateInput): void {}

  @Mutates(giveFindableConsent, {
    description:
      'Records that a person consents to be findable from now on. Allowed for the parent themselves and, ' +
      'on their behalf, coordinators of their home region, of which the parent is told by mail.',
    answers: consent,
    refusals: [
      'PERSON_DECEASED',
      'PLACE_NEEDED',
      'ONE_PLACE',
      'OTHER_CONSENT_TEXT',
      'OTHER_CHANNEL',
      'ON_PAPER_ONLY',
      'WIDER_THAN_GIVEN',
    ],
  })
  findableConsentGive(_input: FindableConsentGiveInput): void {}

  @Mutates(withdrawFindableConsent, {
    description:
      'Records that a person withdraws their consent: from now on they are not findable, and their open ' +
      'invitations are closed. Allowed for the parent themselves and, on their behalf, coordinators of ' +
      'their home region, of which the parent is told by mail. A parent can do so also after it expired or ' +
      'a coordinator withdrew it. After a parent withdrew it themselves, nobody else can record it for them.',
    answers: consent,
    refusals: ['NO_CONSENT', 'OTHER_CHANNEL'],
  })
  findableConsentWithdraw(_input: FindableConsentWithdrawInput): void {}
}
