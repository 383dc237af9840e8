import type { FailureCode } from '../../../kernel/failure.js';
import { message } from '../../../kernel/failure-messages.js';
import { byText } from './naive-days.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import type { Row } from './naive-rows.js';

export function importResolvers(looks: NaiveLooks): Resolvers {
  const { rows, lists } = looks;
  const rowsOf = ({ id }: Row) =>
    rows.all('ImportRow').filter(({ importId, outcome }) => importId === id && outcome !== null);
  return {
    Query: { import: looks.byPublicId('Import') },
    Import: {
      region: looks.one('Region', 'regionId'),
      oudernetwerk: looks.one('Oudernetwerk', 'oudernetwerkId'),
      undoUntil: ({ state, expiresOn }) => (state === 'APPLIED' ? expiresOn : null),
      columns: ({ columns, mapping }) =>
        (columns as string[]).map((name, index) => ({
          name,
          index,
          field: (mapping as string[])[index] || null,
        })),
      counts: (list) =>
        list.counts ?? countsOf(rows.all('ImportRow').filter((row) => row.importId === list.id)),
      kept: ({ id }) =>
        rows
          .all('importParts')
          .filter(({ importId, kept }) => importId === id && kept !== null)
          .sort((a, b) => a.number - b.number || byText(a.kind, b.kind) || byText(a.id, b.id)),
      rows: (list, { outcome, ...page }) =>
        lists.page(
          'ImportRow',
          rowsOf(list).filter((row) => outcome == null || row.outcome === outcome),
          page,
        ),
    },
    ImportKept: { reason: ({ kept }) => kept, person: looks.one('Person', 'personId') },
    ImportRow: {
      person: looks.one('Person', 'personId'),
      changes: ({ changes }) => [...(changes as Row[])].sort((a, b) => byText(a.field, b.field)),
      candidates: ({ candidates }) =>
        (candidates as Row[])
          .filter(({ personId }) => rows.byId('Person', personId))
          .sort((a, b) => b.reasons.length - a.reasons.length || byText(a.personId, b.personId)),
      problems: ({ importId, problems }) => {
        const { columns } = rows.byId('Import', importId)!;
        return (problems as Row[]).map(({ code, column, params }) => ({
          code,
          column: column === null ? null : (columns[column] ?? null),
          message: message(code as FailureCode, 'nl', params),
        }));
      },
    },
    ImportCandidate: { person: looks.one('Person', 'personId') },
  };
}

function countsOf(all: readonly Row[]) {
  const count = (test: (row: Row) => boolean) => all.filter(test).length;
  const of = (outcome: string) => count((row) => row.outcome === outcome);
  return {
    total: all.length,
    judged: count((row) => row.outcome !== null),
    recorded: count((row) => row.applied === true),
    new: of('NEW'),
    same: of('SAME'),
    changes: of('CHANGES'),
    doubtful: of('DOUBTFUL'),
    bad: of('BAD'),
    undecided: count((row) => ['BAD', 'DOUBTFUL'].includes(row.outcome as string) && row.decision === null),
  };
}
