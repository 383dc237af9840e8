import { Resolver } from 'type-graphql';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { Mutates } from '../../../writes/mutate.js';
import { exportList } from './export-list.js';
import { ListExportInput } from './list-export.inputs.js';
import { MOST_ROWS } from './read-list.js';

@Resolver()
export class ListExportMutations {
  @Mutates(exportList, {
    description:
      'Takes a list along as a file, at a URL that works for five minutes. It has the rows that you see at the moment ' +
      `it is opened, at most ${MOST_ROWS.toLocaleString('en')}, and the columns of its purpose, no more. Everybody who is on ` +
      'it can see that you took them along, and what for. Who may: `CALL`, `WRITE` and `ATTENDANCE` whoever carries the ' +
      'network; `RETIREMENT` whoever fills the seats of the body; `VACANCIES`, `MATCHING` and `WORK_MEETING` coordinators ' +
      'and secretaries; `CONTINUITY`, and `OVERVIEW` of support, coordinators and administrators; any other `OVERVIEW` ' +
      'everybody. Whoever may not gets `FORBIDDEN`.',
    answers: {
      url: {
        type: () => String,
        description: 'URL of the file: anybody who has it can download the file without signing in.',
      },
      expiresAt: { type: () => DateTimeScalar, description: 'When the URL stops working.' },
    },
    refusals: ['NOT_THIS_PURPOSE', 'NOT_FOR_THIS_LIST'],
  })
  listExport(_input: ListExportInput): void {}
}
