import { Resolver } from 'type-graphql';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { Mutates } from '../../../writes/mutate.js';
import { applyImport, decideRows, discardImport, mapImport, undoImport } from './decide-import.js';
import {
  ImportApplyInput,
  ImportDecideInput,
  ImportDiscardInput,
  ImportMapInput,
  ImportStartInput,
  ImportUndoInput,
} from './import.inputs.js';
import { Import } from './import.type.js';
import { startImport } from './start-import.js';

const answers = { import: { type: () => Import, description: 'The import.' } };

@Resolver()
export class ImportMutations {
  @Mutates(startImport, {
    description:
      'Starts taking in a list: gives a URL to which its file, CSV or XLSX of at most 10 MiB, is sent with PUT within five ' +
      'minutes, once. An account has at most ten lists that are not recorded yet, and a region thirty. Allowed for coordinators of the region.',
    answers: {
      ...answers,
      url: {
        type: () => String,
        description: 'Where the file is sent: whoever has the URL can send it without signing in.',
      },
      expiresAt: { type: () => DateTimeScalar, description: 'When the URL stops working.' },
    },
    refusals: ['NO_NETWORK_OF_LIST', 'IMPORTS_OPEN'],
  })
  importStart(_input: ImportStartInput): void {}

  @Mutates(mapImport, {
    description:
      'Says what the columns of a list hold. All rows are judged anew, and decisions about them are forgotten. Columns about ' +
      'a child are never taken in. Allowed for coordinators of the region.',
    answers,
    refusals: [
      'IMPORT_ELSEWHERE',
      'COLUMN_OF_CHILD',
      'FIELD_OF_OTHER_LIST',
      'FIELD_TWICE',
      'BAD_SCHOOL_YEAR',
    ],
  })
  importMap(_input: ImportMapInput): void {}

  @Mutates(decideRows, {
    description:
      'Decides who doubtful rows are of, and which rows are left out. Allowed for coordinators of the region.',
    answers,
    refusals: ['IMPORT_ELSEWHERE', 'ROW_NOT_DOUBTFUL', 'PERSON_DECEASED'],
  })
  importDecide(_input: ImportDecideInput): void {}

  @Mutates(applyImport, {
    description:
      'Records all rows, or none of them if one is refused, or is not what was shown of it any more. It goes on behind this ' +
      'request: see `state` and `counts`. Rows that are bad or doubtful must be decided first. Asked again, it goes on where ' +
      'it came to a halt. Allowed for coordinators of the region.',
    answers,
    refusals: ['IMPORT_ELSEWHERE', 'ROWS_UNDECIDED'],
  })
  importApply(_input: ImportApplyInput): void {}

  @Mutates(discardImport, {
    description:
      'Throws away a list that is not recorded: what stood in its file is deleted at once. Allowed for coordinators of the region.',
    answers,
    refusals: ['IMPORT_ELSEWHERE'],
  })
  importDiscard(_input: ImportDiscardInput): void {}

  @Mutates(undoImport, {
    description:
      'Takes back what an import recorded, within 30 days. What has changed since, or is used by something else, is kept, and ' +
      'listed in `kept`. It goes on behind this request. While the rows are being recorded, it stops that. Allowed for coordinators of the region.',
    answers,
    refusals: ['IMPORT_ELSEWHERE'],
  })
  importUndo(_input: ImportUndoInput): void {}
}
