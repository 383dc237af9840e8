declare module '../../kernel/event.js' {
  interface EventSubjects {
    person: { subjectType: 'Person' };
    schoolTie: { subjectType: 'SchoolTie' };
  }

  interface EventDetails {
    'person.created': { fields: readonly string[] };
    'person.updated': { fields: readonly string[] };
    'person.contactPaused': { until: string };
    'person.contactResumed': Record<string, never>;
    'schoolTie.recorded': { personId: string };
    'schoolTie.confirmed': { personId: string };
    'schoolTie.closed': { personId: string };
  }
}

export {};
