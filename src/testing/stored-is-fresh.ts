import { isDeepStrictEqual } from 'node:util';
import { clockAt, day, today } from '../kernel/clock.js';
import { NOW, type TestService } from './test-service.js';
import { type Assessment, assess, RULE_VERSION } from '../features/continuity/assessment/assess.js';
import { systemViewer } from '../app/jobs/system-viewer.js';
import { openDailyJob } from './daily-job.js';
import { type Finding, findingMessage, bandOf, ACTIONS } from '../features/worklist/findings.js';
import type { Found } from '../features/worklist/sync-work.js';
import { NETWORK_FACTS, type NetworkFacts } from '../features/continuity/assessment/network-facts.js';
import { type Watched, WATCHED, WATCHED_RULE_VERSION } from '../features/worklist/watched-subjects.js';

const SUBJECT = 'subject_id, oudernetwerk_id, body_id, ervaringsdeskundige_id, agreement_id, region_id';
const KEPT = {
  continuities: `select oudernetwerk_id as subject_id, region_id, band, severity, secured_until::text, rule_version,
    changes_on::text from continuities`,
  watched: 'select subject_id, subject_type, rule_version, changes_on::text from watched_subjects',
  findings: `select ${SUBJECT}, code, severity, since::text, due_on::text, message_nl, message_en,
    evidence, action from continuity_findings`,
  ends: `select trekkerschap_id, oudernetwerk_id as subject_id, region_id, person_id, expected_on::text, earliest::text,
    latest::text, driver, confidence from expected_ends`,
  work: `select subject_type, ${SUBJECT}, band, severity, due_on::text from work_items`,
};

type Row = Readonly<Record<string, unknown>>;
type Kept = Record<keyof typeof KEPT, Row[]>;

/**
 * Fails unless what is stored for every network, seat and ervaringsdeskundige equals a fresh assessment on that day:
 * no row too many, none too few, and none left stale. Rows that were inserted around the service have to be renewed
 * first (`renewAll`).
 */
export async function expectStoredIsFresh(service: TestService, on = dayOf(NOW)): Promise<void> {
  const { owner } = service;
  await owner.query('begin transaction isolation level repeatable read');
  try {
    await owner.query(`select set_config('app.account', $1, true), set_config('app.reach', 'system', true)`, [
      systemViewer(day(on)).accountId,
    ]);
    const { rows } = await owner.query<{ facts: string }>(
      `select facts::text from continuity_facts(array(select id from oudernetwerken where status <> 'ENDED'), $1)`,
      [on],
    );
    const networks = rows.map(({ facts }) => NETWORK_FACTS.parse(facts)).map((facts) => judged(facts, on));
    const fresh = freshRows(networks, await watchedOn(owner, on));
    const kept = {} as Kept;
    for (const [name, select] of Object.entries(KEPT)) {
      kept[name as keyof Kept] = (await owner.query<Row>(select)).rows;
    }
    const stale = await owner.query<Row>('select subject_type, subject_id from stale_subjects');
    expect(stale.rows).toEqual([]);
    const [is, should] = [bySubject(kept), bySubject(fresh)];
    const ids = new Set([...is.keys(), ...should.keys()]);
    const wrong = [...ids].filter((id) => !isDeepStrictEqual(is.get(id), should.get(id)));
    const [id] = wrong;
    // one is enough to read
    if (id) expect({ on, wrong: wrong.length, ...is.get(id) }).toEqual({ on, wrong: 0, ...should.get(id) });
  } finally {
    await owner.query('rollback');
  }
}

/** Does at this instant what the daily job does: reassesses everything whose assessment is outdated. */
export async function renewAll(service: Pick<TestService, 'urls'>, instant = NOW): Promise<void> {
  const job = await openDailyJob(service);
  await job.run(instant).finally(() => job.close());
}

/** The calendar day of an instant, as `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  return today(clockAt(instant)).toString();
}

function judged(facts: NetworkFacts, on: string) {
  return { facts, assessment: assess(facts, day(on)) };
}

async function watchedOn(owner: TestService['owner'], on: string): Promise<Watched[]> {
  const watched: Watched[] = [];
  for (const { table, facts, judge } of WATCHED) {
    const all = await owner.query<{ ids: string[] }>(
      `select coalesce(array_agg(id), '{}') as ids from ${table}`,
    );
    const { rows } = await owner.query<{ facts: string }>(facts, [all.rows[0]!.ids]);
    expect(rows.length).toBe(all.rows[0]!.ids.length);
    watched.push(...rows.map((row) => judge(row.facts, day(on))));
  }
  return watched;
}

// Written out here a second time, so that a column that is stored wrongly shows.
function freshRows(
  all: readonly { facts: NetworkFacts; assessment: Assessment }[],
  watched: readonly Watched[],
): Kept {
  const rows: Kept = { continuities: [], watched: [], findings: [], ends: [], work: [] };
  for (const { facts, assessment } of all) {
    const of = { subject_id: facts.id, region_id: facts.regionId };
    const { band, severity, findings } = assessment;
    rows.continuities.push({
      ...of,
      band,
      severity,
      secured_until: text(assessment.securedUntil),
      rule_version: RULE_VERSION,
      changes_on: text(assessment.changesOn),
    });
    rows.ends.push(
      ...assessment.expected.map(({ tenure, end }) => ({
        ...of,
        trekkerschap_id: tenure.id,
        person_id: tenure.personId,
        expected_on: text(end.on),
        earliest: text(end.earliest),
        latest: text(end.latest),
        driver: end.driver,
        confidence: end.confidence,
      })),
    );
    const { id, regionId } = facts;
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
