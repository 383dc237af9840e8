import type { Departure } from '../../writes/departing.js';

interface OfDeparture {
  departureId: string;
  kind: Departure['kind'];
}

declare module '../../kernel/event.js' {
  interface EventSubjects {
    departure: { subjectType: 'Person' };
    personTask: { subjectType: 'PersonTask' };
  }

  interface EventDetails {
    /** they died, or stop with everything; `byRole`: recorded as the end of one role */
    'departure.recorded': OfDeparture & { on: string; byRole: boolean };
    'person.nameHidden': Record<string, never>;
    'person.nameShown': Record<string, never>;
    'departure.withdrawn': OfDeparture;
    'personTask.opened': { kind: string };
    'personTask.closed': { kind: string };
    'personTask.letterOpened': { kind: string };
  }
}
