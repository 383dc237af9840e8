import type { RowProblem } from '../import.entity.js';
import { readTie } from './read-tie.js';
import { Row } from './row.js';
import type { Said } from './said.js';
import type { Vocabulary } from './vocabulary.js';

/** What the cells of a row say, or what is wrong with them: all of it, with the column of each. */
export function readRow(
  cells: readonly string[],
  vocabulary: Vocabulary,
): { readonly said: Said | null; readonly problems: readonly RowProblem[] } {
  const row = new Row(cells, vocabulary);
  const name = row.name();
  const network = row.named('NETWORK', vocabulary.networks) ?? vocabulary.network;
  if (!network && vocabulary.needsNetwork) row.require('NETWORK');
  const said = {
    email: row.text('EMAIL'),
    phone: row.phone(),
    municipality: row.named('MUNICIPALITY', vocabulary.municipalities),
    perspectives: row.perspectives(),
    language: row.language(),
    note: row.note(),
    tie: readTie(row, vocabulary),
    network,
    memberSince: row.day('MEMBER_SINCE'),
  };
  return { said: name && row.problems.length === 0 ? { name, ...said } : null, problems: row.problems };
}
