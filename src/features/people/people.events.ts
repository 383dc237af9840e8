declare module '../../kernel/event.js' {
  interface EventSubjects {
    person: { subjectType: 'Person' };
    schoolTie: { subjectType: 'SchoolTie' };
  }

  interface EventDetails {
    /** THEMSELVES: they said yes to being recorded */
    'person.created': { fields: readonly string[]; by: 'THEMSELVES' | 'OTHERS' };
    'person.updated': { fields: readonly string[] };
    'person.contactPaused': { until: string };
    'person.contactResumed': Record<string, never>;
    'schoolTie.recorded': { personId: string };
    'schoolTie.confirmed': { personId: string };
    'schoolTie.closed': { personId: string };
  }
}

export {};
