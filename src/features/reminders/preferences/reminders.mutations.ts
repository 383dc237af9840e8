import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../../writes/mutate.js';
import { payloadType } from '../../../writes/payloads.js';
import { Viewer } from '../../people/viewer.type.js';
import { MailPreferencesSetInput } from './mail-preferences.type.js';
import { setMailPreferences } from './set-mail-preferences.js';

const PreferencesPayload = payloadType(
  'mailPreferencesSet',
  { viewer: { type: () => Viewer, description: 'You, with your preferences as they are now.' } },
  ['BAD_EMAIL'],
);

@Resolver()
export class ReminderMutations {
  @Runs(setMailPreferences)
  @Mutation(() => PreferencesPayload, {
    description: 'Says which mail you want, when, and where. For everybody who is signed in.',
  })
  mailPreferencesSet(@Arg('input') input: MailPreferencesSetInput, @Run() run: Run) {
    return run(setMailPreferences, input);
  }
}
