import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Ervaringsdeskundige } from '../ervaringsdeskundige.type.js';
import {
  IncompatibilityAnnulInput,
  IncompatibilityCorrectInput,
  IncompatibilityEndInput,
  IncompatibilityRecordInput,
} from './incompatibility.inputs.js';
import { Incompatibility } from './incompatibility.type.js';
import { endIncompatibility, recordIncompatibility } from './save-incompatibility.js';
import { recordTraining } from './save-training.js';
import { TrainingAnnulInput, TrainingCorrectInput, TrainingRecordInput } from './training.inputs.js';
import { Training } from './training.type.js';
import { annulIncompatibility, correctIncompatibility } from './undo-incompatibility.js';
import { annulTraining, correctTraining } from './undo-training.js';

const profile = {
  ervaringsdeskundige: { type: () => Ervaringsdeskundige, description: 'The profile after the change.' },
};
const training = { training: { type: () => Training, description: 'The training after the change.' } };
const bond = {
  incompatibility: { type: () => Incompatibility, description: 'The incompatibility after the change.' },
  ...profile,
};

@Resolver()
export class ProfileRecordMutations {
  @Mutates(recordTraining, {
    description:
      'Records a training that an ervaringsdeskundige completed. Allowed for coordinators of their home ' +
      'region.',
    answers: { ...training, ...profile },
    refusals: ['PERSON_DECEASED'],
  })
  trainingRecord(_input: TrainingRecordInput): void {}

  @Mutates(annulTraining, {
    description: 'Annuls a training that was never completed. Allowed for coordinators of the home region.',
    answers: profile,
  })
  trainingAnnul(_input: TrainingAnnulInput): void {}

  @Mutates(correctTraining, {
    description:
      'Corrects a training that was recorded incorrectly: it is annulled and recorded anew, and the old id leads to ' +
      'the new one. A renewal is recorded as a new training. Allowed for coordinators of the home region.',
    answers: {
      training: { type: () => Training, description: 'The training that replaces it.' },
      ...profile,
    },
  })
  trainingCorrect(_input: TrainingCorrectInput): void {}

  @Mutates(recordIncompatibility, {
    description:
      'Records a tie that may exclude a person from some seats. Allowed for the person themselves and ' +
      'coordinators of their home region.',
    answers: bond,
    refusals: ['PERSON_DECEASED', 'ORGANISATION_OR_MUNICIPALITY', 'PERIOD_TAKEN'],
  })
  incompatibilityRecord(_input: IncompatibilityRecordInput): void {}

  @Mutates(endIncompatibility, {
    description:
      'Records the last day of an incompatibility. Allowed for the person themselves and coordinators of ' +
      'their home region.',
    answers: bond,
    refusals: ['ALREADY_ENDED', 'PERIOD_TAKEN'],
  })
  incompatibilityEnd(_input: IncompatibilityEndInput): void {}

  @Mutates(annulIncompatibility, {
    description:
      'Annuls an incompatibility that never existed. Allowed for the person themselves and coordinators of ' +
      'their home region.',
    answers: profile,
  })
  incompatibilityAnnul(_input: IncompatibilityAnnulInput): void {}

  @Mutates(correctIncompatibility, {
    description:
      'Corrects an incompatibility that was recorded incorrectly: it is annulled and recorded anew, and the old id ' +
      'leads to the new one. Allowed for the person themselves and coordinators of their home region.',
    answers: {
      incompatibility: { type: () => Incompatibility, description: 'The incompatibility that replaces it.' },
      ...profile,
    },
    refusals: ['ORGANISATION_OR_MUNICIPALITY', 'PERIOD_TAKEN'],
  })
  incompatibilityCorrect(_input: IncompatibilityCorrectInput): void {}
}
