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
  ervaringsdeskundige: { type: () => Ervaringsdeskundige, description: 'The profile as it is now.' },
};
const consent = { ...profile, consent: { type: () => Consent, description: 'The entry of the ledger.' } };

@Resolver()
export class ErvaringsdeskundigeMutations {
  @Mutates(registerErvaringsdeskundige, {
    description:
      'Makes a parent an ervaringsdeskundige. Nobody finds them before they consent to it. For coordinators of their ' +
      'home region and the parent themselves.',
    answers: profile,
    refusals: ['NOT_A_PARENT', 'ALREADY_REGISTERED', 'BAD_LANGUAGE', 'THEME_RETIRED', 'ONLY_SELF_DECLARED'],
  })
  ervaringsdeskundigeRegister(_input: ErvaringsdeskundigeRegisterInput): void {}

  @Mutates(updateErvaringsdeskundige, {
    description:
      'Changes a profile, or pauses it. For coordinators of the home region and the parent themselves; how a statement ' +
      'was established, other than by their own word, is for coordinators.',
    answers: profile,
    refusals: [
      'NOTHING_TO_CHANGE',
      'BAD_LANGUAGE',
      'THEME_RETIRED',
      'ONLY_SELF_DECLARED',
      'ESTABLISHED_BY_COORDINATOR',
    ],
  })
  ervaringsdeskundigeUpdate(_input: ErvaringsdeskundigeUpdateInput): void {}

  @Mutates(giveFindableConsent, {
    description:
      'Records that somebody agrees to be found, from now on. For the parent themselves and, on their behalf, ' +
      'coordinators of their home region.',
    answers: consent,
    refusals: ['PLACE_NEEDED', 'OTHER_CONSENT_TEXT', 'OTHER_CHANNEL'],
  })
  findableConsentGive(_input: FindableConsentGiveInput): void {}

  @Mutates(withdrawFindableConsent, {
    description:
      'Records that somebody takes their consent back: from now on nobody finds them, and what they were asked is ' +
      'closed. For the parent themselves and, on their behalf, coordinators of their home region.',
    answers: consent,
    refusals: ['NO_CONSENT', 'OTHER_CHANNEL'],
  })
  findableConsentWithdraw(_input: FindableConsentWithdrawInput): void {}
}
