declare module '../../kernel/event.js' {
  interface EventSubjects {
    mailPreferences: { subjectType: 'Account' };
    networkMessage: { subjectType: 'Oudernetwerk' };
  }

  interface EventDetails {
    'mailPreferences.set': { fields: readonly string[] };
    /** numbers of people */
    'networkMessage.mailed': { messageId: string; sentTo: number; notSentTo: number };
  }
}

export {};
