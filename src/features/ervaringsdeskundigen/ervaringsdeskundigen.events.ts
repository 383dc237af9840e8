interface OfProfile {
  ervaringsdeskundigeId: string;
}

interface Consent {
  consentId: string;
  scopes: readonly string[];
  /** ONLINE: by the person themselves */
  channel: string;
}

declare module '../../kernel/event.js' {
  interface EventSubjects {
    ervaringsdeskundige: { subjectType: 'Ervaringsdeskundige' };
    consent: { subjectType: 'Ervaringsdeskundige' };
    incompatibility: { subjectType: 'Incompatibility' };
    training: { subjectType: 'Training' };
  }

  interface EventDetails {
    'ervaringsdeskundige.registered': { fields: readonly string[] };
    'ervaringsdeskundige.updated': { fields: readonly string[] };
    /** also if it is narrowed: these scopes apply from now on */
    'consent.given': Consent;
    'consent.withdrawn': Consent;
    'incompatibility.recorded': OfProfile;
    'incompatibility.ended': OfProfile;
    'incompatibility.removed': OfProfile;
    'training.recorded': OfProfile & { fields: readonly string[] };
    'training.corrected': OfProfile & { fields: readonly string[] };
    'training.removed': OfProfile & { fields: readonly string[] };
  }
}

export {};
