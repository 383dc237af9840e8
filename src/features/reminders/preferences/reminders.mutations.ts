import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Viewer } from '../../people/viewer.type.js';
import { MailPreferencesSetInput } from './mail-preferences.type.js';
import { setMailPreferences } from './set-mail-preferences.js';

@Resolver()
export class ReminderMutations {
  @Mutates(setMailPreferences, {
    description: 'Sets which emails you receive, when, and where. Allowed for every signed-in user.',
    answers: {
      viewer: { type: () => Viewer, description: 'The viewer, with their preferences after the change.' },
    },
    refusals: ['BAD_EMAIL', 'ADDRESS_CHANGED_TOO_OFTEN'],
  })
  mailPreferencesSet(_input: MailPreferencesSetInput): void {}
}
