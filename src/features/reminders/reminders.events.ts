declare module '../../kernel/event.js' {
  interface EventSubjects {
    mailPreferences: { subjectType: 'Account' };
  }

  interface EventDetails {
    'mailPreferences.set': { fields: readonly string[] };
  }
}

export {};
