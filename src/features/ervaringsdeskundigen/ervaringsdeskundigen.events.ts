interface OfProfile {
  ervaringsdeskundigeId: string;
}

/** What they were tied to, and a period as a PostgreSQL range. */
interface Bond {
  kind: string;
  organisationId: string | null;
  municipalityId: string | null;
  period: string;
}

/** Days. */
interface Learned {
  completedOn: string;
  validUntil: string | null;
}

interface Consent {
  consentId: string;
  scopes: readonly string[];
  /** ONLINE: by the person themselves */
  channel: string;
}

interface SaidOfPurpose {
  consentId: string;
  purpose: string;
  /** ONLINE: by the person themselves */
  channel: string;
}

declare module '../../kernel/event.js' {
  interface EventSubjects {
    ervaringsdeskundige: { subjectType: 'Ervaringsdeskundige' };
    consent: { subjectType: 'Ervaringsdeskundige' };
    personConsent: { subjectType: 'Person' };
    incompatibility: { subjectType: 'Incompatibility' };
    training: { subjectType: 'Training' };
  }

  interface EventDetails {
    'ervaringsdeskundige.registered': { fields: readonly string[] };
    'ervaringsdeskundige.updated': { fields: readonly string[] };
    /** also if it is narrowed: these scopes apply from now on */
    'consent.given': Consent;
    'consent.withdrawn': Consent;
    'personConsent.given': SaidOfPurpose;
    'personConsent.withdrawn': SaidOfPurpose;
    'incompatibility.recorded': OfProfile;
    'incompatibility.ended': OfProfile;
    /** it never existed */
    'incompatibility.annulled': OfProfile & Bond;
    /** `replacedBy` is what it really was */
    'incompatibility.corrected': OfProfile & Bond & { replacedBy: string };
    'training.recorded': OfProfile;
    /** it was never completed */
    'training.annulled': OfProfile & Learned;
    /** `replacedBy` is what it really was */
    'training.corrected': OfProfile & Learned & { fields: readonly string[]; replacedBy: string };
  }
}

export {};
