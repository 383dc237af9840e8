interface Said {
  consentId: string;
  /** ONLINE: by the person themselves */
  channel: string;
}

declare module '../../kernel/event.js' {
  interface EventSubjects {
    networkContact: { subjectType: 'Person' };
    networkContactQuestion: { subjectType: 'Oudernetwerk' };
  }

  interface EventDetails {
    'networkContact.given': Said;
    'networkContact.withdrawn': Said;
    'networkContactQuestion.asked': Record<string, never>;
  }
}

export {};
