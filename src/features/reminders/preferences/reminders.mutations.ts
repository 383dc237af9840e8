import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Viewer } from '../../people/viewer.type.js';
import { MailPreferencesSetInput } from './mail-preferences.type.js';
import { setMailPreferences } from './set-mail-preferences.js';

@Resolver()
export class ReminderMutations {
  @Mutates(setMailPreferences, {
    description: 'Says which mail you want, when, and where. For everybody who is signed in.',
    answers: { viewer: { type: () => Viewer, description: 'You, with your preferences as they are now.' } },
    refusals: ['BAD_EMAIL'],
  })
  mailPreferencesSet(_input: MailPreferencesSetInput): void {}
}
