import type { Feature } from '../../writes/feature.js';
import { AbsenceEntity, SeatAlternateEntity } from './absence.entity.js';
import { AbsenceMutations } from './absence.mutations.js';
import { SeatAppointmentAbsences, TrekkerschapAbsences } from './absence.type.js';
import { departAsAlternate } from './depart-as-alternate.js';
import { ABSENCES_PERSONAL, ABSENCES_PROCESSED } from './absences.personal.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

export const absences: Feature = {
  name: 'absences',
  personal: ABSENCES_PERSONAL,
  processed: ABSENCES_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  entities: [AbsenceEntity, SeatAlternateEntity],
  departing: departAsAlternate,
  resolvers: [TrekkerschapAbsences, SeatAppointmentAbsences, AbsenceMutations],
  constraints: { absences_no_overlap: ['PERIOD_TAKEN', { what: 'absence' }] },
};
