import type { Thresholds } from './assessment/network-facts.js';

declare module '../../kernel/event.js' {
  interface EventSubjects {
    continuityThresholds: { subjectType: 'Region' | 'Oudernetwerk' };
  }

  interface EventDetails {
    /** the new ones; null = what holds above goes for it again */
    'continuityThresholds.set': { [Name in keyof Thresholds]?: number | null };
  }
}
