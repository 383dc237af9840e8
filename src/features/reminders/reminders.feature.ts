import type { Feature } from '../../writes/feature.js';
import { ActivitiesExportMutations } from './activities/activities-export.mutations.js';
import { tellActivities } from './activities/activity-mail.js';
import { en as activitiesEn } from './activities/messages.en.js';
import { nl as activitiesNl } from './activities/messages.nl.js';
import { tellAddresses } from './addresses/tell-addresses.js';
import { tellConsents } from './consents/tell-consents.js';
import { tellSaid } from './consents/said-mail.js';
import { tellInvitations } from './invitations/tell-invitations.js';
import { ViewerMailPreferences, MailPreferencesEntity } from './preferences/mail-preferences.type.js';
import { noticeInPause } from './letters/letters-in-pause.js';
import { mailMessages } from './messages/message-mail.js';
import { ActivityMessage, MessageMutations } from './messages/message.mutations.js';
import { en as messagesEn } from './messages/messages.en.js';
import { nl as messagesNl } from './messages/messages.nl.js';
import { NetworkMessageEntity } from './messages/network-message.entity.js';
import { LetterMutations } from './letters/letter.mutations.js';
import { en as lettersEn } from './letters/messages.en.js';
import { nl as lettersNl } from './letters/messages.nl.js';
import { oweNotice } from './recorded/tell-recorded.js';
import { ReminderMutations } from './preferences/reminders.mutations.js';
import { wakeWaiting } from './mail/wake-waiting.js';
import { tellSubstitutes } from './substitutes/tell-substitutes.js';
import { followCorrected, tellNeverTookPart, tellTakenBack } from './taken-back/tell-taken-back.js';
import { tellMoves } from './moves/tell-moves.js';
import { tellNetworkContact } from './network-contact/tell-network-contact.js';
import { tellNetworkEnds } from './network-ends/network-end-mail.js';
import { tellPartners } from './network-ends/partner-mail.js';
import { tellPersonTasks } from './person-tasks/person-task-mail.js';
import { tellThemeProposals } from './theme-proposals/tell-theme-proposals.js';
import { tellDepartures } from './tell-departures.js';
import { reminderJobs } from './reminder-jobs.js';
import { REMINDERS_PERSONAL, REMINDERS_PROCESSED } from './reminders.personal.js';

export const reminders: Feature = {
  name: 'reminders',
  personal: REMINDERS_PERSONAL,
  processed: REMINDERS_PROCESSED,
  failures: {
    nl: { ...lettersNl.failures, ...activitiesNl.failures, ...messagesNl.failures },
    en: { ...lettersEn.failures, ...activitiesEn.failures, ...messagesEn.failures },
  },
  entities: [MailPreferencesEntity, NetworkMessageEntity],
  resolvers: [
    ViewerMailPreferences,
    ReminderMutations,
    LetterMutations,
    ActivitiesExportMutations,
    MessageMutations,
    ActivityMessage,
  ],
  listeners: [
    oweNotice,
    followCorrected,
    tellDepartures,
    tellTakenBack,
    tellNeverTookPart,
    tellAddresses,
    tellInvitations,
    tellConsents,
    tellSaid,
    tellPersonTasks,
    tellMoves,
    tellNetworkContact,
    mailMessages,
    tellThemeProposals,
    tellActivities,
    tellNetworkEnds,
    tellPartners,
    tellSubstitutes,
    noticeInPause,
    wakeWaiting,
  ],
  jobs: reminderJobs,
};
