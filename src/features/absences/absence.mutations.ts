import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { Person } from '../people/person.type.js';
import {
  AbsenceAnnulInput,
  AbsenceCorrectInput,
  AbsenceEndInput,
  AbsenceRecordInput,
  AbsenceUpdateInput,
} from './absence.inputs.js';
import { Absence } from './absence.type.js';
import { endAbsence, updateAbsence } from './change-absence.js';
import { recordAbsence } from './record-absence.js';
import { annulAbsence, correctAbsence } from './undo-absence.js';

const answers = { absence: { type: () => Absence, description: 'The absence after the change.' } };
const ACTING = [
  'PERIOD_TAKEN',
  'SAME_PERSON',
  'NOT_LED_BY_PARENT',
  'PERSON_DECEASED',
  'NO_ALTERNATES',
  'ASK_FIRST',
  'ALREADY_IN_BODY',
  'INCOMPATIBLE_EMPLOYEE',
  'INCOMPATIBLE_COUNCIL_MEMBER',
  'INCOMPATIBLE_BOARD_MEMBER',
  'INCOMPATIBLE_CONTRACTOR',
  'NO_CARETAKER',
  'COVER_BROKEN',
] as const;
const KEPT =
  'Allowed for coordinators of the network’s region, for those who fill the seats of the body, and for the person ' +
  'themselves.';

@Resolver()
export class AbsenceMutations {
  @Mutates(recordAbsence, {
    description:
      'Records that somebody is away for a time: it lasts until it is ended, and the role and its term go on. A ' +
      'network that nobody leads meanwhile is covered for exactly those days by its supporting organisation or the ' +
      `coordinating one. ${KEPT}`,
    answers,
    refusals: ['ALREADY_ENDED', ...ACTING],
  })
  absenceRecord(_input: AbsenceRecordInput): void {}

  @Mutates(updateAbsence, {
    description:
      'Says what is known of an absence by now: which day is expected, and who acts meanwhile. ALREADY_SUBSTITUTED: ' +
      `somebody does so already. ${KEPT}`,
    answers,
    refusals: ['ALREADY_ENDED', 'ALREADY_SUBSTITUTED', ...ACTING],
  })
  absenceUpdate(_input: AbsenceUpdateInput): void {}

  @Mutates(endAbsence, {
    description:
      'Ends an absence; whoever led the network meanwhile stops with it, unless they stopped before. An end that has ' +
      'passed is history, to be corrected. BUILT_UPON names whoever acts since that day in what came of the network. ' +
      KEPT,
    answers,
    refusals: ['ALREADY_ENDED', 'BUILT_UPON', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  absenceEnd(_input: AbsenceEndInput): void {}

  @Mutates(annulAbsence, {
    description:
      'Annuls an absence that never was, also one that has passed. BUILT_UPON names whoever acted meanwhile: their ' +
      'trekkerschap is annulled first. Allowed for coordinators of the network’s region, and for those who fill the seats ' +
      'of the body.',
    answers: { person: { type: () => Person, description: 'Who is not away after all.' } },
    refusals: ['BUILT_UPON', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  absenceAnnul(_input: AbsenceAnnulInput): void {}

  @Mutates(correctAbsence, {
    description:
      'Corrects the days of an absence, also one that has passed: it is annulled and recorded anew. The old id leads to ' +
      'the new one. Allowed for coordinators of the network’s region, and for those who fill the seats of the body.',
    answers: {
      absence: { type: () => Absence, description: 'The absence that replaces it.' },
    },
    refusals: ['BUILT_UPON', 'PERIOD_TAKEN', 'NOT_IN_ROLE', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  absenceCorrect(_input: AbsenceCorrectInput): void {}
}
