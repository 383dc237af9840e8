interface Pair {
  otherId: string;
}

interface Merge extends Pair {
  mergeId: string;
}

declare module '../../kernel/event.js' {
  interface EventSubjects {
    duplicate: { subjectType: 'Person' };
  }

  interface EventDetails {
    'duplicate.dismissed': Pair;
    'duplicate.reopened': Pair;
    'person.merged': Merge;
    'person.separated': Merge;
  }
}

export {};
