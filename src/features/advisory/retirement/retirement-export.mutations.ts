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
      'Gives the rooster van aftreden of a body as a file, by an address that works for five minutes and as long as you ' +
      'fill its seats. Whose name is in it can see that you asked. For the secretary of the body and coordinators of its region.',
    answers: {
      url: {
        type: () => String,
        description: 'Where the file is, for a browser: who has this address needs not sign in.',
      },
      expiresAt: {
        type: () => DateTimeScalar,
        description: 'From when on the address gives nothing any more.',
      },
      advisoryBody: { type: () => AdvisoryBody, description: 'The body.' },
    },
  })
  retirementScheduleExport(_input: RetirementScheduleExportInput): void {}
}
