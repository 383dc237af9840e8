import type { AbsenceEntity } from './absence.entity.js';
import { about } from '../../writes/events.js';
import { toDateRange } from '../../kernel/period.js';

/** An absence as it was said; a period as a PostgreSQL range. */
interface Away {
  personId: string;
  oudernetwerkId: string | null;
  bodyId: string | null;
  period: string;
  expectedUntil: string | null;
  substituteId: string | null;
}

declare module '../../kernel/event.js' {
  interface EventSubjects {
    absence: { subjectType: 'Absence' };
  }

  interface EventDetails {
    'absence.recorded': Away;
    /** another day is expected, or somebody else acts meanwhile */
    'absence.updated': Away;
    'absence.ended': Away;
    /** it never was */
    'absence.annulled': Away;
    /** it was otherwise: this is what it said */
    'absence.corrected': Away & { replacedBy: string };
  }
}

type Said = Pick<
  AbsenceEntity,
  'id' | 'regionId' | 'personId' | 'oudernetwerkId' | 'bodyId' | 'period' | 'expectedUntil' | 'substituteId'
>;

export function aboutAbsence(absence: Said) {
  return about('Absence', absence);
}

export function awayOf(absence: Said): Away {
  const { personId, oudernetwerkId, bodyId, period, expectedUntil, substituteId } = absence;
  return {
    personId,
    oudernetwerkId,
    bodyId,
    period: toDateRange(period),
    expectedUntil: expectedUntil?.toString() ?? null,
    substituteId,
  };
}
