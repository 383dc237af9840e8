/** What is wrong in a file, and where. `line` is null for the file as a whole, `column` for the row as a whole. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** What a file changed in one table. A row whose place or parent changed counts as updated. */
export interface TableChange {
  readonly table: string;
  readonly inserted: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
}

export interface FileReport {
  readonly file: string;
  /** UNCHANGED: the same as at the last import, so not read again. SKIPPED: it depends on a refused file. */
  readonly outcome: 'IMPORTED' | 'UNCHANGED' | 'REFUSED' | 'SKIPPED';
  readonly rows: number;
  readonly changes: readonly TableChange[];
  /** codes that an earlier file had and this one does not: their records stay */
  readonly gone: readonly string[];
}

export interface ImportReport {
  readonly files: readonly FileReport[];
  /** every bad row of every file; empty if all is well */
  readonly problems: readonly Problem[];
}

/** Rows that this import inserted, updated or removed. */
export function changedRows(report: ImportReport): number {
  return report.files
    .flatMap((file) => file.changes)
    .reduce((sum, change) => sum + change.inserted + change.updated + change.removed, 0);
}

/** One line for whoever has to correct the file. */
export function problemLine({ file, line, column, value, reason }: Problem): string {
  const where = [line === null ? file : `${file}:${line}`, column].filter(Boolean).join(' ');
  return `${where}: ${value === null ? '' : `${JSON.stringify(shortened(value))} `}${reason}`;
}

export function fileLine({ file, outcome, rows, changes, gone }: FileReport): string {
  if (outcome === 'REFUSED') return `${file}: refused, nothing of it was imported`;
  if (outcome === 'SKIPPED') return `${file}: not imported, it depends on a refused file`;
  if (outcome === 'UNCHANGED') return `${file}: unchanged`;
  const counts = changes.map(
    ({ table, inserted, updated, removed }) =>
      `${table} +${inserted} ~${updated}${removed > 0 ? ` -${removed}` : ''}`,
  );
  const kept = gone.length > 0 ? `; no longer in the file, kept: ${shortened(gone.join(', '))}` : '';
  return `${file}: ${rows} rows; ${counts.join(', ')}${kept}`;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
