import { isDeepStrictEqual } from 'node:util';
import type { ClientBase } from 'pg';
import { type Assessment, assess, RULE_VERSION } from '../../features/continuity/assessment/assess.js';
import { NETWORK_FACTS, type NetworkFacts } from '../../features/continuity/assessment/network-facts.js';
import { type Finding, findingMessage, bandOf, ACTIONS } from '../../features/worklist/findings.js';
import type { Found } from '../../features/worklist/sync-work.js';
import { type Watched, WATCHED, WATCHED_RULE_VERSION } from '../../features/worklist/watched-subjects.js';
import type { PlainDate } from '../../kernel/clock.js';

const SUBJECT =
  'subject_id, oudernetwerk_id, body_id, ervaringsdeskundige_id, agreement_id, person_task_id, region_change_id, region_id';
/** What is stored of the subjects $1. */
const KEPT = {
  continuities: `select oudernetwerk_id as subject_id, region_id, band, severity, secured_until::text, rule_version,
    changes_on::text from continuities where oudernetwerk_id = any ($1::uuid[])`,
  watched: `select subject_id, subject_type, rule_version, changes_on::text from watched_subjects
    where subject_id = any ($1::uuid[])`,
  findings: `select ${SUBJECT}, code, severity, since::text, due_on::text, message_nl, message_en,
    evidence, action from continuity_findings where subject_id = any ($1::uuid[])`,
  ends: `select trekkerschap_id, oudernetwerk_id as subject_id, region_id, person_id, expected_on::text, earliest::text,
    latest::text, driver, confidence from expected_ends where oudernetwerk_id = any ($1::uuid[])`,
  work: `select subject_type, ${SUBJECT}, band, severity, due_on::text from work_items
    where subject_id = any ($1::uuid[])`,
};
/** Whatever is judged, or was. */
const SUBJECTS = `
  select id from oudernetwerken union select id from advisory_seats union select id from ervaringsdeskundigen
  union select id from region_agreements
  union select oudernetwerk_id from continuities union select subject_id from watched_subjects
  union select subject_id from continuity_findings union select oudernetwerk_id from expected_ends
  union select subject_id from work_items order by 1`;
const AT_ONCE = 500;

type Row = Readonly<Record<string, unknown>>;
export type Kept = Record<keyof typeof KEPT, Row[]>;

/** A subject of which something else is stored than would be if it were judged now. */
export interface WrongAssessment {
  readonly id: string;
  readonly stored: Kept | undefined;
  readonly fresh: Kept | undefined;
}

/**
 * Compares what is stored for every network, seat and ervaringsdeskundige with a fresh assessment on that day: no row
 * too many, none too few, and none left stale. Inside a transaction that sees one moment, with `app.reach` the system.
 */
export async function wrongAssessments(owner: ClientBase, on: PlainDate): Promise<WrongAssessment[]> {
  const subjects = await owner.query<{ id: string }>(SUBJECTS);
  const wrong: WrongAssessment[] = [];
  for (let from = 0; from < subjects.rows.length; from += AT_ONCE) {
    const ids = subjects.rows.slice(from, from + AT_ONCE).map(({ id }) => id);
    const stored = bySubject(await keptOf(owner, ids));
    const fresh = bySubject(freshRows(await networksOn(owner, ids, on), await watchedOn(owner, ids, on)));
    for (const id of ids) {
      const both = { id, stored: stored.get(id), fresh: fresh.get(id) };
      if (!isDeepStrictEqual(both.stored, both.fresh)) wrong.push(both);
    }
  }
  return wrong;
}

async function keptOf(owner: ClientBase, ids: readonly string[]): Promise<Kept> {
  const kept = {} as Kept;
  for (const [name, select] of Object.entries(KEPT)) {
    kept[name as keyof Kept] = (await owner.query<Row>(select, [ids])).rows;
  }
  return kept;
}

interface Judged {
  readonly facts: NetworkFacts;
  readonly assessment: Assessment;
}

async function networksOn(owner: ClientBase, ids: readonly string[], on: PlainDate): Promise<Judged[]> {
  const { rows } = await owner.query<{ facts: string }>(
    `select facts::text from continuity_facts(
       array(select n.id from oudernetwerken n where id = any ($1::uuid[]) and (network_status(n.phase, n.ended_on, $2) <> 'ENDED'
         or exists (select from network_end_tasks e where e.oudernetwerk_id = n.id and e.done_on is null))), $2)`,
    [ids, on.toString()],
  );
  return rows.map((row) => {
    const facts = NETWORK_FACTS.parse(row.facts);
    return { facts, assessment: assess(facts, on) };
  });
}

async function watchedOn(owner: ClientBase, ids: readonly string[], on: PlainDate): Promise<Watched[]> {
  const watched: Watched[] = [];
  for (const { facts, judge } of WATCHED) {
    const { rows } = await owner.query<{ facts: string }>(facts, [ids]);
    watched.push(...rows.map((row) => judge(row.facts, on)));
  }
  return watched;
}

// Written out here a second time, so that a column that is stored wrongly shows.
function freshRows(all: readonly Judged[], watched: readonly Watched[]): Kept {
  const rows: Kept = { continuities: [], watched: [], findings: [], ends: [], work: [] };
  for (const { facts, assessment } of all) {
    const of = { subject_id: facts.id, region_id: facts.regionId };
    const { band, severity, findings } = assessment;
    const { id, regionId } = facts;
    if (facts.status !== 'ENDED') {
      rows.continuities.push({
        ...of,
        band,
        severity,
        secured_until: text(assessment.securedUntil),
        rule_version: RULE_VERSION,
        changes_on: text(assessment.changesOn),
      });
      rows.ends.push(
        ...assessment.expected.map(({ trekkerschap, end }) => ({
          ...of,
          trekkerschap_id: trekkerschap.id,
          person_id: trekkerschap.personId,
          expected_on: text(end.on),
          earliest: text(end.earliest),
          latest: text(end.latest),
          driver: end.driver,
          confidence: end.confidence,
        })),
      );
    }
    addWork(rows, { subject: { type: 'Oudernetwerk', id, regionId, oudernetwerkId: id }, findings });
  }
  for (const { subject, findings, changesOn } of watched) {
    rows.watched.push({
      subject_id: subject.id,
      subject_type: subject.type,
      rule_version: WATCHED_RULE_VERSION,
      changes_on: text(changesOn),
    });
    addWork(rows, { subject, findings });
  }
  return rows;
}

function addWork(rows: Kept, { subject, findings }: Found): void {
  const of = {
    subject_id: subject.id,
    oudernetwerk_id: subject.oudernetwerkId ?? null,
    body_id: subject.bodyId ?? null,
    ervaringsdeskundige_id: subject.ervaringsdeskundigeId ?? null,
    agreement_id: subject.agreementId ?? null,
    person_task_id: subject.personTaskId ?? null,
    region_change_id: subject.regionChangeId ?? null,
    region_id: subject.regionId,
  };
  rows.findings.push(...findings.map((finding) => ({ ...of, ...findingRow(finding) })));
  if (findings.length === 0) return;
  const severity = Math.max(...findings.map((each) => each.severity));
  const [due] = findings.flatMap(({ dueOn }) => text(dueOn) ?? []).sort();
  const band = bandOf(severity);
  rows.work.push({ ...of, subject_type: subject.type, band, severity, due_on: due ?? null });
}

function findingRow(finding: Finding): Row {
  const { code, severity, since, dueOn, evidence, action } = finding;
  return {
    code,
    severity,
    since: text(since),
    due_on: text(dueOn),
    message_nl: findingMessage(finding, 'nl'),
    message_en: findingMessage(finding, 'en'),
    evidence,
    action: { code: action.code, ...ACTIONS.both(action.code), ...action.on },
  };
}

function text(on: { toString(): string } | null): string | null {
  return on?.toString() ?? null;
}

/** By subject, in a fixed order. */
function bySubject(kept: Kept): Map<string, Kept> {
  const subjects = new Map<string, Kept>();
  for (const [name, rows] of Object.entries(kept)) {
    for (const row of rows) {
      const id = row['subject_id'] as string;
      if (!subjects.has(id))
        subjects.set(id, { continuities: [], watched: [], findings: [], ends: [], work: [] });
      subjects.get(id)![name as keyof Kept].push(row);
    }
  }
  for (const { findings, ends } of subjects.values()) {
    for (const rows of [findings, ends]) rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }
  return subjects;
}

const key = ({ code, trekkerschap_id }: Row) => [code, trekkerschap_id].join(' ');
