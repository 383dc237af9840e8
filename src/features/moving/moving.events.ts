declare module '../../kernel/event.js' {
  interface EventSubjects {
    personMove: { subjectType: 'PersonMove' };
    regionChange: { subjectType: 'RegionChange' };
  }

  interface EventDetails {
    /** by agreement of both regions, or because municipalities change region */
    'oudernetwerk.moved': { fromRegionId: string; on: string };
    'regionChange.proposed': Record<string, never>;
    'regionChange.applied': { networks: number; people: number };
    'personMove.recorded': { personId: string; toRegionId: string; on: string; answer: string | null };
    'personMove.answered': { answer: string };
    /** the new region answers for them from now on */
    'personMove.settled': { because: string };
    'personMove.closed': { because: string };
    /** the departure that closed it, or the role by which it came true, was taken back */
    'personMove.reopened': { personId: string; toRegionId: string; on: string; asksByMail: boolean };
    'personMove.annulled': {
      personId: string;
      fromRegionId: string;
      toRegionId: string;
      on: string;
      answer: string | null;
      because: 'MOVED' | 'REORGANISED';
    };
  }
}

export {};
