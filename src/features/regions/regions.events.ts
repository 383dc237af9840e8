declare module '../../kernel/event.js' {
  interface EventSubjects {
    theme: { subjectType: 'Theme' };
  }

  interface EventDetails {
    'theme.created': { fields: readonly string[] };
    'theme.updated': { fields: readonly string[] };
  }
}

export {};
