import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  answer: {
    title: '{body}: would you like to contribute?',
    invitation:
      'You have an invitation from {inSentence}{network, select, null {} other {, through {network},}} to take the seat “{seat}”.',
    writes: 'A message from {inSentence}:',
    notice:
      '{nominatedBy, select, COORDINATOR {The coordinator of the region of {inSentence}} other {The secretary of {inSentence}}} gave us your name and email address, and says where they come from: {source}. We use them only for this invitation.',
    afterYes:
      'If you say yes, {way, select, NOMINEE {we record your name and email address. The secretary and the coordinators of the region then see them,} other {the secretary and the coordinators of the region see your name, email address and telephone number,}} and the secretary gets in touch with you. You can still change your mind after that.',
    afterNo:
      '{way, select, NOMINEE {If you say no, or do not answer in time, we erase your name and email address. For half a year we keep only a code of your email address, so that we see that you were asked before.} FORMER {If you say no, nothing changes in what the secretary sees of you.} other {If you say no, your name stays unknown.}} After a no this group leaves you in peace for six months, unless there is a good reason.',
    until: 'You can answer until {until, date}.',
    asWhat: 'How would you take part?',
    choose: 'Choose',
    yes: 'Yes, I would like to',
    no: 'No, thank you',
    why: 'Would you rather not? Tell us why:',
    more: 'Would you like to add something? You do not have to. Leave out the name and the birth date of a child.',
  },

  perspectives: { OUDER: 'As a parent', JONGERE: 'As a young person', PROFESSIONAL: 'As a professional' },

  over: {
    ACCEPTED:
      'You said yes on {answeredOn, date}. The secretary and the coordinators of the region now see your name and contact details, and the secretary will get in touch with you. Have you changed your mind? Tell the secretary, or sign in and take your answer back.',
    APPOINTED: 'You said yes on {answeredOn, date}, and have been appointed.',
    DECLINED:
      'You said no on {answeredOn, date}.{way, select, NOMINEE { Your name and email address have been erased.} FORMER {} other { Your name was not shared.}} Thank you for your answer.',
    EXPIRED:
      'You could answer until {until, date}.{way, select, NOMINEE { Your name and email address are erased.} FORMER {} other { Your name was not shared.}}',
    WITHDRAWN: 'This invitation is closed. There is nothing you need to do.',
  },

  check: {
    title: 'Is that right?',
    EXPECTED_END: 'You are a trekker of {network}. According to our records {on, date} is your last day.',
    TIE_UNCONFIRMED:
      '{on, select, null {We do not know when your child leaves school.} other {According to our records {on, date} is the last day of your child at this school.}}',
    right: 'Yes, that is right',
    wrong: 'No, that is not right',
    insteadEXPECTED_END: 'Not right? My last day as a trekker will probably be:',
    insteadTIE_UNCONFIRMED: 'Not right? The last school day will probably be:',
    noDay: 'Choose a day, written as year-month-day: 2027-07-31.',
    else: 'Is it something else? Answer the message, or call the coordinator of your region.',
    THANKS:
      'Thank you. We have recorded your answer, and the coordinator of your region sees it. There is nothing more to do.',
    ANSWERED:
      'This question has been answered already, and that answer counts. Is it otherwise after all? Answer the message, or call the coordinator of your region.',
    OVER: 'This question is no longer needed, or was asked too long ago. There is nothing you need to do. Is there something to tell us? Answer the message, or call the coordinator of your region.',
  },

  move: {
    title: 'May we introduce you?',
    asked:
      'According to our records you live in the region {to} from {on, date}. May we introduce you to the coordinator there?',
    afterYes:
      'If you say yes, the coordinator of {to} sees from your move on what we have of you: your name, how to reach you, and what you do. The region {to} is there for you then.',
    afterNo:
      'If you say no, the region {home} stays there for you. Nobody in {to} sees anything of you, unless you take part in a network or a body there. You can say yes later.',
    yes: 'Yes, introduce me',
    no: 'No, rather not',
    YES: 'Thank you. You said yes: from your move on the coordinator of {to} knows that you live there. You need not do anything more. Rather not after all? Tell the coordinator of {home} before that day.',
    NO: 'Thank you. You said no: the region {home} stays there for you. Nobody in {to} sees anything of you, unless you take part in a network or a body there. Would you like it after all? Tell the coordinator of {home}.',
    OVER: 'This question is no longer needed, or was asked too long ago. You need not do anything. To tell us something, answer the message or call the coordinator of your region.',
  },

  regionChange: {
    title: 'Your municipality comes under another region',
    asked: 'On {on, date} your municipality goes from the region {home} to the region {to}.',
    afterYes:
      'If that is fine, you need not do anything. The region {to} is there for you then, and sees your name, how to reach you and what you do.',
    afterNo:
      'If you say no, the region {home} stays there for you. Nobody in {to} sees anything of you, unless you take part in a network or a body there. You can say yes later.',
    yes: 'Yes, that is fine',
    no: 'No, rather not',
    YES: 'Thank you. You said yes. You need not do anything more.',
    NO: 'Thank you. You said no: the region {home} stays there for you. Nobody in {to} sees anything of you, unless you take part in a network or a body there. Would you like it after all? Tell the coordinator of {home}.',
    OVER: 'This question is no longer needed. You need not do anything. To tell us something, answer the message or call the coordinator of your region.',
  },

  networkMessages: {
    title: 'Messages of {network}',
    getsThem:
      'You get the messages that the trekkers of {network}, and whoever helps them, send to all members. Would you rather not? What the region has to tell you still reaches you.',
    stopped: 'You get no more messages of {network}. There is nothing else to do.',
    stop: 'No more messages',
    goOn: 'Get messages again',
  },
  networkContact: {
    title: 'May your network mail and call you?',
    nothing: 'You said nothing yet. Those who lead and support your network see only your name.',
    yesHolds: 'This holds now: yes, your network may mail and call you. You need not do anything more.',
    noHolds:
      'This holds now: no. Those who lead and support your network see only your name. You need not do anything more.',
    text: 'Whoever says yes, says this:',
    yes: 'Yes, they may',
    no: 'No, rather not',
    late: 'This message is too old to say yes by. Do you want to? Tell the coordinator of your region.',
  },

  anybody: {
    unknownTitle: 'This link does not work',
    unknownInvitation: 'Use the link in the message that we sent you, or ask the coordinator of your region.',
    unknownUnsubscription:
      'Use the link at the bottom of a message that we sent you, or ask the coordinator of your region.',
    unknownAddress: 'Use the link in the message that we sent you, or give the email address again.',
    unknownCheck: 'Use the link in the message that we sent you, or ask the coordinator of your region.',
    goneTitle: 'This question is no longer needed',
    gone: 'What was asked no longer holds. There is nothing you need to do.',
    overAddress:
      'The link has expired, or something else was given after it. Give the email address again, or ask the coordinator of your region.',
    formerAddress:
      'This link was in a message to an email address that we no longer use. Nothing has changed. Would you like to tell us something? Then answer a newer message, or call the coordinator of your region.',
    confirmTitle: 'Confirm an email address',
    confirm: 'Would you like to receive our messages at the email address where you got this link?',
    confirmButton: 'Yes, use this email address',
    confirmedTitle: 'Your email address is confirmed',
    confirmed: 'From now on our messages go to the email address where you got this link.',
    expiredTitle: 'This link no longer works',
    expiredActivities: 'Ask for the file again. It may be that nothing is planned any more.',
    expiredLetter: 'Open the letter again from your worklist. It may not be needed any more.',
    expiredList: 'A link to a list works for five minutes. Ask for the list again.',
    listTooLongTitle: 'This list is too long',
    listTooLong: 'A list has at most 5,000 rows. Choose with a filter which you need.',
    expiredUpload: 'Start the import again. Each link is for one file.',
    expiredSchedule:
      'A link to a retirement schedule works for five minutes. Fetch the schedule again where you got this link.',
    tooFastTitle: 'Please wait',
    tooFast: 'Please try again in a minute.',
    unsubscribeTitle: 'Unsubscribe',
    unsubscribe: 'Would you like to stop receiving these emails?',
    unsubscribeButton: 'Yes, unsubscribe me',
    unsubscribedTitle: 'You have unsubscribed',
    unsubscribed:
      'You will no longer receive these messages. Have you changed your mind? Ask the coordinator of your region, or turn them on again in your account.',
  },
} as const satisfies SameKeys<typeof nl>;
