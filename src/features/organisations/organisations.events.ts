declare module '../../kernel/event.js' {
  interface EventSubjects {
    organisation: { subjectType: 'Organisation' };
    region: { subjectType: 'Region' };
  }

  interface EventDetails {
    'organisation.created': { kind: string };
    'organisation.updated': { fields: readonly string[] };
    'region.updated': { fields: readonly string[] };
  }
}

export {};
