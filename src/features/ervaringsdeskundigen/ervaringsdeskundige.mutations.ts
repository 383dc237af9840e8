import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../writes/mutate.js';
import { payloadType } from '../../writes/payloads.js';
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

const RegisterPayload = payloadType('ervaringsdeskundigeRegister', profile, [
  'NOT_A_PARENT',
  'ALREADY_REGISTERED',
  'BAD_LANGUAGE',
  'THEME_RETIRED',
  'ONLY_SELF_DECLARED',
]);
const UpdatePayload = payloadType('ervaringsdeskundigeUpdate', profile, [
  'NOTHING_TO_CHANGE',
  'BAD_LANGUAGE',
  'THEME_RETIRED',
  'ONLY_SELF_DECLARED',
  'ESTABLISHED_BY_COORDINATOR',
]);
const GivePayload = payloadType('findableConsentGive', consent, [
  'PLACE_NEEDED',
  'OTHER_CONSENT_TEXT',
  'OTHER_CHANNEL',
]);
const WithdrawPayload = payloadType('findableConsentWithdraw', consent, ['NO_CONSENT', 'OTHER_CHANNEL']);

@Resolver()
export class ErvaringsdeskundigeMutations {
  @Runs(registerErvaringsdeskundige)
  @Mutation(() => RegisterPayload, {
    description:
      'Makes a parent an ervaringsdeskundige. Nobody finds them before they consent to it. For coordinators of their ' +
      'home region and the parent themselves.',
  })
  ervaringsdeskundigeRegister(@Arg('input') input: ErvaringsdeskundigeRegisterInput, @Run() run: Run) {
    return run(registerErvaringsdeskundige, input);
  }

  @Runs(updateErvaringsdeskundige)
  @Mutation(() => UpdatePayload, {
    description:
      'Changes a profile, or pauses it. For coordinators of the home region and the parent themselves; how a statement ' +
      'was established, other than by their own word, is for coordinators.',
  })
  ervaringsdeskundigeUpdate(@Arg('input') input: ErvaringsdeskundigeUpdateInput, @Run() run: Run) {
    return run(updateErvaringsdeskundige, input);
  }

  @Runs(giveFindableConsent)
  @Mutation(() => GivePayload, {
    description:
      'Records that somebody agrees to be found, from now on. For the parent themselves and, on their behalf, ' +
      'coordinators of their home region.',
  })
  findableConsentGive(@Arg('input') input: FindableConsentGiveInput, @Run() run: Run) {
    return run(giveFindableConsent, input);
  }

  @Runs(withdrawFindableConsent)
  @Mutation(() => WithdrawPayload, {
    description:
      'Records that somebody takes their consent back: from now on nobody finds them, and what they were asked is ' +
      'closed. For the parent themselves and, on their behalf, coordinators of their home region.',
  })
  findableConsentWithdraw(@Arg('input') input: FindableConsentWithdrawInput, @Run() run: Run) {
    return run(withdrawFindableConsent, input);
  }
}
