import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Ervaringsdeskundige } from '../ervaringsdeskundige.type.js';
import {
  IncompatibilityEndInput,
  IncompatibilityRecordInput,
  IncompatibilityRemoveInput,
} from './incompatibility.inputs.js';
import { Incompatibility } from './incompatibility.type.js';
import { endIncompatibility, recordIncompatibility, removeIncompatibility } from './save-incompatibility.js';
import { correctTraining, recordTraining, removeTraining } from './save-training.js';
import { TrainingCorrectInput, TrainingRecordInput, TrainingRemoveInput } from './training.inputs.js';
import { Training } from './training.type.js';

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
  })
  trainingRecord(_input: TrainingRecordInput): void {}

  @Mutates(correctTraining, {
    description:
      'Corrects a training that was recorded incorrectly; a renewal is recorded as a new training. Allowed ' +
      'for coordinators of the home region.',
    answers: training,
  })
  trainingCorrect(_input: TrainingCorrectInput): void {}

  @Mutates(removeTraining, {
    description: 'Removes a training that was never completed. Allowed for coordinators of the home region.',
    answers: profile,
  })
  trainingRemove(_input: TrainingRemoveInput): void {}

  @Mutates(recordIncompatibility, {
    description:
      'Records a tie that may exclude a person from some seats. Allowed for the person themselves and ' +
      'coordinators of their home region.',
    answers: bond,
    refusals: ['ORGANISATION_OR_MUNICIPALITY', 'PERIOD_TAKEN'],
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

  @Mutates(removeIncompatibility, {
    description:
      'Removes an incompatibility that never existed. Allowed for the person themselves and coordinators ' +
      'of their home region.',
    answers: profile,
  })
  incompatibilityRemove(_input: IncompatibilityRemoveInput): void {}
}
