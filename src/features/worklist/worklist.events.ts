import type { Subject } from './sync-work.js';

declare module '../../kernel/event.js' {
  interface EventSubjects {
    workItem: { subjectType: Subject['type'] };
  }

  interface EventDetails {
    /** `until` is null if it is back on the list */
    'workItem.snoozed': { until: string | null };
    /** to which account; null if to nobody */
    'workItem.assigned': { accountId: string | null };
  }
}
