import type { DomainEvent } from '../../kernel/event.js';
import type { EndBefore } from '../../writes/departing.js';
import { about, eventsOf } from '../../writes/events.js';
import type { OudernetwerkEntity, TrekkerschapEntity } from './oudernetwerk.entity.js';

/** A period is written as a PostgreSQL range of days. */
interface Lasting {
  period: string;
}

interface Standby extends Lasting {
  standby: true;
}

/** What a trekkerschap said that is gone. */
interface Said extends Lasting {
  personId: string;
  role: string;
  plannedEndOn: string | null;
  endReason: string | null;
  predecessorId: string | null;
}

interface OfOrganisation {
  organisationId: string;
}

interface Replaced {
  replacedBy: string;
}

interface LifeStep {
  status: OudernetwerkEntity['phase'] | 'ENDED';
  endedOn: string | null;
}

interface Held {
  kind: string;
  on: string;
}

declare module '../../kernel/event.js' {
  interface EventSubjects {
    oudernetwerk: { subjectType: 'Oudernetwerk' };
    // once it is annulled, the row that names its network is gone
    trekkerschap: { subjectType: 'Trekkerschap'; oudernetwerkId: string };
    caretakership: { subjectType: 'Caretakership' };
    support: { subjectType: 'SupportArrangement' };
    membership: { subjectType: 'Membership' };
    activity: { subjectType: 'Activity' };
  }

  interface EventDetails {
    'oudernetwerk.created': { fields: readonly string[] };
    'oudernetwerk.updated': { fields: readonly string[] };
    'oudernetwerk.activated': LifeStep;
    'oudernetwerk.paused': LifeStep;
    /** or is planned to, or on another day than was recorded before */
    'oudernetwerk.ended': LifeStep;
    /** the planned end was taken back */
    'oudernetwerk.continued': LifeStep;
    'oudernetwerk.merged': { into: string; from: string };
    'oudernetwerk.parted': { into: string; from: string };
    'oudernetwerk.endTaskClosed': { task: string };
    'oudernetwerk.endAnnulled': { endedOn: string };
    'oudernetwerk.endCorrected': { endedOn: string };
    'oudernetwerk.activationAnnulled': { activeFrom: string };
    'oudernetwerk.activationCorrected': { activeFrom: string };
    'trekkerschap.started': Lasting & { role: string; predecessorId: string | null };
    /** `on` is null if the planned end is removed */
    'trekkerschap.endPlanned': { on: string | null };
    /** an end was recorded, possibly a future one, possibly instead of another */
    'trekkerschap.ended': Lasting & { reason: string } & Partial<EndBefore>;
    /** it never was, or never began since its person departed before */
    'trekkerschap.annulled': Said;
    /** it was otherwise: this is what it said */
    'trekkerschap.corrected': Said & Replaced;
    /** the same person goes on with the next one, in another role, or in a network that came of this one */
    'trekkerschap.exchanged': Lasting;
    'trekkerschap.taken': Lasting & { role: string; predecessorId: string | null; formerId: string };
    /** it is to begin in another network */
    'trekkerschap.moved': Lasting & { from: string };
    /** the other role was annulled: they go on in this one */
    'trekkerschap.resumed': Lasting & { insteadOf: string };
    /** the recorded end was withdrawn before it came */
    'trekkerschap.continued': Lasting;
    'caretakership.started': Lasting | Standby;
    'caretakership.moved': Standby;
    'caretakership.removed': Standby;
    'caretakership.ended': Lasting;
    'caretakership.annulled': Lasting & OfOrganisation;
    'caretakership.corrected': Lasting & OfOrganisation & Replaced;
    'support.started': Lasting;
    'support.ended': Lasting;
    'support.annulled': Lasting & OfOrganisation & { hoursPerMonth: number | null };
    'support.corrected': Lasting & OfOrganisation & Replaced & { hoursPerMonth: number | null };
    'membership.started': Lasting;
    'membership.ended': Lasting;
    'membership.annulled': Lasting & { personId: string; perspective: string };
    'membership.corrected': Lasting & Replaced & { personId: string; perspective: string };
    'activity.recorded': Held;
    'activity.planned': Held;
    'activity.confirmed': Held;
    'activity.corrected': Held;
    'activity.removed': Held;
  }
}

export function aboutTrekkerschap(
  trekkerschap: Pick<TrekkerschapEntity, 'id' | 'regionId' | 'oudernetwerkId'>,
) {
  return { ...about('Trekkerschap', trekkerschap), oudernetwerkId: trekkerschap.oudernetwerkId };
}

/** The trekkerschappen that ended with these events, and were not handed over with them: who comes next is not known. */
export function endedWithoutSuccessor(events: readonly DomainEvent[]): string[] {
  const begun = [...eventsOf(events, 'trekkerschap.started'), ...eventsOf(events, 'trekkerschap.taken')];
  const followed = begun.map(({ details }) => details.predecessorId);
  const ended = eventsOf(events, 'trekkerschap.ended').map(({ subjectId }) => subjectId);
  return ended.filter((id) => !followed.includes(id));
}
