import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { AdvisoryBody } from '../bodies/advisory-body.type.js';
import { exportSchedule } from './export-schedule.js';
import { RetirementScheduleExportInput } from './retirement-export.inputs.js';

@Resolver()
export class RetirementExportMutations {
  @Mutates(exportSchedule, {
    description:
      'Exports the rooster van aftreden (retirement schedule) of a body as a file, at a URL that works for ' +
      'five minutes and only while you fill the body’s seats. The people named in it can see that you ' +
      'exported it. Allowed for the body’s secretary and coordinators of its region.',
    answers: {
      url: {
        type: () => String,
        description:
          'URL of the file, for use in a browser: anybody who has it can download the file without signing in.',
      },
      expiresAt: {
        type: () => DateTimeScalar,
        description: 'When the URL stops working.',
      },
      advisoryBody: { type: () => AdvisoryBody, description: 'The body.' },
    },
  })
  retirementScheduleExport(_input: RetirementScheduleExportInput): void {}
}
