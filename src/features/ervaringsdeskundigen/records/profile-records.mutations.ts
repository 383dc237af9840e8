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
  ervaringsdeskundige: { type: () => Ervaringsdeskundige, description: 'The profile as it is now.' },
};
const training = { training: { type: () => Training, description: 'The training as it is now.' } };
const bond = {
  incompatibility: { type: () => Incompatibility, description: 'The incompatibility as it is now.' },
  ...profile,
};

@Resolver()
export class ProfileRecordMutations {
  @Mutates(recordTraining, {
    description:
      'Records a training that an ervaringsdeskundige completed. For coordinators of their home region.',
    answers: { ...training, ...profile },
  })
  trainingRecord(_input: TrainingRecordInput): void {}

  @Mutates(correctTraining, {
    description:
      'Corrects what was recorded wrongly; one that was renewed is recorded anew. For coordinators of the home region.',
    answers: training,
    refusals: ['NOTHING_TO_CHANGE'],
  })
  trainingCorrect(_input: TrainingCorrectInput): void {}

  @Mutates(removeTraining, {
    description: 'Takes away a training that was never completed. For coordinators of the home region.',
    answers: profile,
  })
  trainingRemove(_input: TrainingRemoveInput): void {}

  @Mutates(recordIncompatibility, {
    description:
      'Records what keeps somebody from some seats. For the person themselves and coordinators of their home region.',
    answers: bond,
    refusals: ['ORGANISATION_OR_MUNICIPALITY', 'PERIOD_TAKEN'],
  })
  incompatibilityRecord(_input: IncompatibilityRecordInput): void {}

  @Mutates(endIncompatibility, {
    description: 'Records its last day. For the person themselves and coordinators of their home region.',
    answers: bond,
    refusals: ['ALREADY_ENDED', 'PERIOD_TAKEN'],
  })
  incompatibilityEnd(_input: IncompatibilityEndInput): void {}

  @Mutates(removeIncompatibility, {
    description:
      'Takes away what was recorded but never was so. For the person themselves and coordinators of their home region.',
    answers: profile,
  })
  incompatibilityRemove(_input: IncompatibilityRemoveInput): void {}
}
