import { Resolver } from 'type-graphql';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { Mutates } from '../../../writes/mutate.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { ActivitiesExportInput } from './activities-export.inputs.js';
import { exportActivities } from './export-activities.js';

@Resolver()
export class ActivitiesExportMutations {
  @Mutates(exportActivities, {
    description:
      'Exports what a network plans from today on as a calendar (`.ics`), at a URL that works for five minutes and only ' +
      'while you carry the network. Allowed for coordinators and supporters of the network, and for its trekkers.',
    answers: {
      url: {
        type: () => String,
        description: 'URL of the file: anybody who has it can download the file without signing in.',
      },
      expiresAt: { type: () => DateTimeScalar, description: 'When the URL stops working.' },
      oudernetwerk: { type: () => Oudernetwerk, description: 'The network.' },
    },
    refusals: ['NOTHING_PLANNED'],
  })
  activitiesExport(_input: ActivitiesExportInput): void {}
}
