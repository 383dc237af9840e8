interface Pair {
  otherId: string;
}

declare module '../../kernel/event.js' {
  interface EventSubjects {
    duplicate: { subjectType: 'Person' };
  }

  interface EventDetails {
    'duplicate.dismissed': Pair;
    'duplicate.reopened': Pair;
  }
}

export {};
