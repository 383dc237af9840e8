import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { PREPARING } from '../../db/data-source.js';
import { lockForStart } from '../../db/migration/start-lock.js';
import { WatchedClient } from '../../db/watched-client.js';
import { gemeentenFile } from './gemeenten-file.js';
import { fileLine, problemLine, type FileReport, type ImportReport, type Problem } from './import-report.js';
import { gemeenteWijzigingenFile } from './gemeente-wijzigingen-file.js';
import { jeugdregiosFile } from './jeugdregios-file.js';
import { knownCodes } from './known-codes.js';
import { readReferenceFile, type ReferenceFile } from './reference-file.js';
import { samenwerkingsverbandenFile } from './samenwerkingsverbanden-file.js';
import { schoolHolidaysFile } from './school-holidays-file.js';
import { schoolStagesFile } from './school-stages-file.js';
import { schoolvestigingenFile } from './schoolvestigingen-file.js';
import { swvGemeentenFile } from './swv-gemeenten-file.js';
import { themesFile } from './themes-file.js';

/** Each after those it depends on. */
const FILES: readonly ReferenceFile[] = [
  jeugdregiosFile,
  gemeentenFile,
  gemeenteWijzigingenFile,
  samenwerkingsverbandenFile,
  swvGemeentenFile,
  schoolvestigingenFile,
  schoolStagesFile,
  themesFile,
  schoolHolidaysFile,
];

/** Increase it when the service interprets rows differently, so that unchanged files are read again. */
const RULES = 2;

export interface ImportOptions {
  readonly directory: string;
  readonly say: (line: string) => void;
}

/**
 * Brings regions, municipalities, organisations, school stages, themes and school holidays up to date with the CSV files in a
 * directory. Each file is one transaction: all of it or, if a row is wrong, nothing of it and of what depends on it.
 * Records whose row is gone stay. Problems are in `problems` of the report and were reported line by line; it throws
 * only if the database fails.
 */
export async function importReferenceData(
  ownerUrl: string,
  { directory, say }: ImportOptions,
): Promise<ImportReport> {
  const client = new WatchedClient({ connectionString: ownerUrl, ...PREPARING });
  // the statement that meets the error reports it
  client.on('error', () => undefined);
  await client.connect();
  try {
    await lockForStart((sql) => client.query(sql), 'reference-data');
    const report = await importFiles(client, directory, say);
    if (report.files.some((file) => file.outcome === 'IMPORTED')) {
      await client.query('analyze regions, municipalities, organisations, organisation_municipalities');
    }
    return report;
  } finally {
    await client.end();
  }
}

async function importFiles(
  client: ClientBase,
  directory: string,
  say: (line: string) => void,
): Promise<ImportReport> {
  const { rows: imports } = await client.query<{ file: string; fingerprint: string }>(
    'select file, fingerprint from reference_imports',
  );
  const imported = new Map(imports.map((row) => [row.file, row.fingerprint]));
  const fingerprints = new Map<string, string>();
  const reports = new Map<string, FileReport>();
  const problems: Problem[] = [];
  for (const file of FILES) {
    const source = await readSource(directory, file.name);
    const fingerprint = fingerprintOf(
      source ?? '',
      file.dependsOn.map((name) => fingerprints.get(name)!),
    );
    fingerprints.set(file.name, fingerprint);
    const result = await importFile(client, file, source, {
      fingerprint,
      isSame: imported.get(file.name) === fingerprint,
      isBlocked: file.dependsOn.some((name) => /REFUSED|SKIPPED/.test(reports.get(name)!.outcome)),
    });
    reports.set(file.name, result.report);
    problems.push(...result.problems);
    if (result.report.outcome !== 'UNCHANGED') say(`Reference data: ${fileLine(result.report)}`);
    for (const problem of result.problems) say(`Reference data: ${problemLine(problem)}`);
  }
  return { files: [...reports.values()], problems };
}

interface State {
  readonly fingerprint: string;
  readonly isSame: boolean;
  readonly isBlocked: boolean;
}

async function importFile(
  client: ClientBase,
  file: ReferenceFile,
  source: Buffer | null,
  { fingerprint, isSame, isBlocked }: State,
): Promise<{ report: FileReport; problems: readonly Problem[] }> {
  const nothing = { file: file.name, rows: 0, changes: [], gone: [] };
  if (!source) {
    const problem = { file: file.name, line: null, column: null, value: null, reason: 'is not there' };
    return { report: { ...nothing, outcome: 'REFUSED' }, problems: [problem] };
  }
  if (isSame) return { report: { ...nothing, outcome: 'UNCHANGED' }, problems: [] };

  // a file it depends on was refused and may well contain its codes, so only the rest is checked
  const known = isBlocked ? null : await knownCodes(client);
  const { rows, findings } = readReferenceFile(file, source, known);
  const problems = findings.map((finding) => ({ file: file.name, ...finding }));
  const report = { ...nothing, rows: rows.length };
  if (problems.length > 0) return { report: { ...report, outcome: 'REFUSED' }, problems };
  if (isBlocked) return { report: { ...report, outcome: 'SKIPPED' }, problems };

  await client.query('begin');
  try {
    const written = await file.write(client, rows);
    await client.query(REMEMBER, [file.name, fingerprint, rows.length]);
    await client.query('commit');
    return { report: { ...report, ...written, outcome: 'IMPORTED' }, problems };
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // the first error is the one to report
    throw error;
  }
}

const REMEMBER = `
  insert into reference_imports (file, fingerprint, rows) values ($1, $2, $3)
  on conflict (file) do update
    set fingerprint = excluded.fingerprint, rows = excluded.rows, imported_at = now()`;

async function readSource(directory: string, name: string): Promise<Buffer | null> {
  try {
    return await readFile(path.join(directory, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The meaning of a file also changes with the files it refers to: a school follows its municipality to another
 * region.
 */
function fingerprintOf(source: Buffer | string, dependencies: readonly string[]): string {
  return createHash('sha256')
    .update([RULES, ...dependencies, ''].join('\n'))
    .update(source)
    .digest('hex');
}
