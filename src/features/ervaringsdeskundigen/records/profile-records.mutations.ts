import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../../writes/mutate.js';
import { payloadType } from '../../../writes/payloads.js';
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

const RecordTrainingPayload = payloadType('trainingRecord', { ...training, ...profile });
const CorrectTrainingPayload = payloadType('trainingCorrect', training, ['NOTHING_TO_CHANGE']);
const RemoveTrainingPayload = payloadType('trainingRemove', profile);
const RecordPayload = payloadType('incompatibilityRecord', bond, [
  'ORGANISATION_OR_MUNICIPALITY',
  'PERIOD_TAKEN',
]);
const EndPayload = payloadType('incompatibilityEnd', bond, ['ALREADY_ENDED', 'PERIOD_TAKEN']);
const RemovePayload = payloadType('incompatibilityRemove', profile);

@Resolver()
export class ProfileRecordMutations {
  @Runs(recordTraining)
  @Mutation(() => RecordTrainingPayload, {
    description:
      'Records a training that an ervaringsdeskundige completed. For coordinators of their home region.',
  })
  trainingRecord(@Arg('input') input: TrainingRecordInput, @Run() run: Run) {
    return run(recordTraining, input);
  }

  @Runs(correctTraining)
  @Mutation(() => CorrectTrainingPayload, {
    description:
      'Corrects what was recorded wrongly; one that was renewed is recorded anew. For coordinators of the home region.',
  })
  trainingCorrect(@Arg('input') input: TrainingCorrectInput, @Run() run: Run) {
    return run(correctTraining, input);
  }

  @Runs(removeTraining)
  @Mutation(() => RemoveTrainingPayload, {
    description: 'Takes away a training that was never completed. For coordinators of the home region.',
  })
  trainingRemove(@Arg('input') input: TrainingRemoveInput, @Run() run: Run) {
    return run(removeTraining, input);
  }

  @Runs(recordIncompatibility)
  @Mutation(() => RecordPayload, {
    description:
      'Records what keeps somebody from some seats. For the person themselves and coordinators of their home region.',
  })
  incompatibilityRecord(@Arg('input') input: IncompatibilityRecordInput, @Run() run: Run) {
    return run(recordIncompatibility, input);
  }

  @Runs(endIncompatibility)
  @Mutation(() => EndPayload, {
    description: 'Records its last day. For the person themselves and coordinators of their home region.',
  })
  incompatibilityEnd(@Arg('input') input: IncompatibilityEndInput, @Run() run: Run) {
    return run(endIncompatibility, input);
  }

  @Runs(removeIncompatibility)
  @Mutation(() => RemovePayload, {
    description:
      'Takes away what was recorded but never was so. For the person themselves and coordinators of their home region.',
  })
  incompatibilityRemove(@Arg('input') input: IncompatibilityRemoveInput, @Run() run: Run) {
    return run(removeIncompatibility, input);
  }
}
