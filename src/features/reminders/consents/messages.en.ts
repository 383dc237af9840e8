import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  consentSubjects: {
    GIVEN: 'Somebody else recorded your consent',
    WITHDRAWN: 'Somebody else withdrew your consent',
  },
  consents: {
    GIVEN:
      'A coordinator{region, select, null {} other { of the region {region}}} recorded on {on, date} that from that day you want to be found as an ervaringsdeskundige, for example for a seat in an advisory council or at a policy table. {channel, select, PAPER {According to the coordinator you signed a paper for it.} PHONE {According to the coordinator you said so on the telephone.} other {According to the coordinator you said so in a conversation.}}',
    WITHDRAWN:
      'A coordinator{region, select, null {} other { of the region {region}}} recorded on {on, date} that from that day you no longer want to be found as an ervaringsdeskundige. {channel, select, PAPER {According to the coordinator you signed a paper for it.} PHONE {According to the coordinator you said so on the telephone.} other {According to the coordinator you said so in a conversation.}}',
  },
  consentHolds: {
    FOUND:
      'This holds now, until {until, date}: you can be found for bodies {place, select, COUNTRY {in the whole country} REGION_AND_AGREEMENTS {in your own region, and also for bodies of other regions that work there by agreement} other {in your own region, and for no others}}.{apps, select, yes { Apps of other organisations may find you too.} other { Apps of other organisations may not find you.}} Whoever finds you sees your name only after you say yes to an invitation.',
    HIDDEN: 'This holds now: nobody can find you.',
  },
  consentRight: {
    GIVEN:
      'Is this not right? You can change or withdraw your consent yourself on any day. If you withdraw it yourself, nobody else can record it again. If that does not work, ask the coordinator of your region{organisation, select, null {} other { or {organisation}}}.',
    WITHDRAWN:
      'Is this not right? You can give your consent again yourself. Is it right, and should it stay so? Then withdraw your consent yourself as well: after that nobody else can record it again. If that does not work, ask the coordinator of your region{organisation, select, null {} other { or {organisation}}}.',
  },
  saidSubjects: {
    GIVEN: 'Somebody else recorded your consent',
    WITHDRAWN: 'Somebody else recorded that you said no',
  },
  said: {
    GIVEN:
      'On {on, date} a coordinator of your region recorded that you say yes: {what}. {channel, select, PAPER {According to the coordinator you signed a paper for it.} PHONE {According to the coordinator you said so on the telephone.} other {According to the coordinator you said so in a conversation.}}',
    WITHDRAWN:
      'On {on, date} a coordinator of your region recorded that you say no. So this may not be: {what}. {channel, select, PAPER {According to the coordinator you signed a paper for it.} PHONE {According to the coordinator you said so on the telephone.} other {According to the coordinator you said so in a conversation.}}',
  },
  saidPurposes: {
    SCHOOL_AND_THEMES:
      'we keep what kind of school your child goes to, special schools too, and the themes that you can speak of from experience',
    CONTACT_BY_APP: 'apps of other organisations see how to reach you',
    PHOTO: 'the region uses photos of you',
    NEWSLETTER: 'you get the newsletter of the region',
  },
  saidRight: {
    GIVEN:
      'Is this wrong, or do you no longer want it? You can withdraw your consent on any day: yourself, or by telling the coordinator of your region. If you withdraw it yourself nobody else can record it again.',
    WITHDRAWN:
      'Is this wrong? You can say yes again on any day: yourself, or by telling the coordinator of your region.',
  },
  consentFrame: {
    why: 'You receive this message because somebody else recorded something about your consent.',
  },
} as const satisfies SameKeys<typeof nl>;
