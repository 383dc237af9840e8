import type { Thresholds } from './assessment/network-facts.js';

declare module '../../kernel/event.js' {
  interface EventSubjects {
    continuityThresholds: { subjectType: 'Region' | 'Oudernetwerk' };
  }

  interface EventDetails {
    /** the new thresholds; null = those of the region above apply again */
    'continuityThresholds.set': { [Name in keyof Thresholds]?: number | null };
  }
}
