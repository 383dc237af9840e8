import { isDeepStrictEqual } from 'node:util';
import { clockAt, day, today } from '../../kernel/clock.js';
import { NOW, type TestService } from '../../testing/test-service.js';
import { type Assessment, assess, RULE_VERSION } from './assess.js';
import { openDailyJob, SYSTEM_ACCOUNT } from './daily-job.testing.js';
import { ACTIONS, type Finding, findingMessage } from './findings.js';
import { type NetworkFacts, readFacts } from './network-facts.js';

const KEPT = {
  continuities: `select oudernetwerk_id, region_id, band, severity, secured_until::text, rule_version,
    changes_on::text from continuities`,
  findings: `select oudernetwerk_id, region_id, code, severity, since::text, due_on::text, message_nl, message_en,
    evidence, action from continuity_findings`,
  ends: `select trekkerschap_id, oudernetwerk_id, region_id, person_id, expected_on::text, earliest::text,
    latest::text, driver, confidence from expected_ends`,
  work: `select subject_type, subject_id, oudernetwerk_id, region_id, band, severity, due_on::text from work_items`,
};

type Row = Readonly<Record<string, unknown>>;
type Kept = Record<keyof typeof KEPT, Row[]>;

/**
 * Fails unless what is kept of every network is what a fresh look at it on that day gives: no row too many, none too
 * few, and no network left stale. Rows that were put in around the service have to be renewed first (`renewAll`).
 */
export async function expectStoredIsFresh(service: TestService, on = dayOf(NOW)): Promise<void> {
  const { owner } = service;
  await owner.query('begin transaction isolation level repeatable read');
  try {
    await owner.query(`select set_config('app.account', $1, true), set_config('app.reach', 'system', true)`, [
      SYSTEM_ACCOUNT,
    ]);
    const { rows } = await owner.query<{ facts: string }>(
      `select facts::text from continuity_facts(array(select id from oudernetwerken where status <> 'ENDED'), $1)`,
      [on],
    );
    const fresh = freshRows(rows.map(({ facts }) => readFacts(facts)).map((facts) => judged(facts, on)));
    const kept = {} as Kept;
    for (const [name, select] of Object.entries(KEPT)) {
      kept[name as keyof Kept] = (await owner.query<Row>(select)).rows;
    }
    const stale = await owner.query<Row>('select oudernetwerk_id from stale_networks');
    expect(stale.rows).toEqual([]);
    const [is, should] = [byNetwork(kept), byNetwork(fresh)];
    const ids = new Set([...is.keys(), ...should.keys()]);
    const wrong = [...ids].filter((id) => !isDeepStrictEqual(is.get(id), should.get(id)));
    const [id] = wrong;
    // one network is enough to read
    if (id) expect({ on, wrong: wrong.length, ...is.get(id) }).toEqual({ on, wrong: 0, ...should.get(id) });
  } finally {
    await owner.query('rollback');
  }
}

/** Does at this instant what the daily job does: judges every network whose assessment is of the past. */
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

// Written out here once more, so that a column that is kept wrongly shows.
function freshRows(all: readonly { facts: NetworkFacts; assessment: Assessment }[]): Kept {
  const rows: Kept = { continuities: [], findings: [], ends: [], work: [] };
  for (const { facts, assessment } of all) {
    const of = { oudernetwerk_id: facts.id, region_id: facts.regionId };
    const { band, severity, findings } = assessment;
    rows.continuities.push({
      ...of,
      band,
      severity,
      secured_until: text(assessment.securedUntil),
      rule_version: RULE_VERSION,
      changes_on: text(assessment.changesOn),
    });
    rows.findings.push(...findings.map((finding) => ({ ...of, ...findingRow(finding) })));
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
    if (findings.length === 0) continue;
    const [due] = findings.flatMap(({ dueOn }) => text(dueOn) ?? []).sort();
    rows.work.push({
      ...of,
      subject_type: 'Oudernetwerk',
      subject_id: facts.id,
      band,
      severity,
      due_on: due ?? null,
    });
  }
  return rows;
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
    action: { code: action.code, ...ACTIONS[action.code], ...action.on },
  };
}

function text(on: { toString(): string } | null): string | null {
  return on?.toString() ?? null;
}

/** By network, in an order that is always the same. */
function byNetwork(kept: Kept): Map<string, Kept> {
  const networks = new Map<string, Kept>();
  for (const [name, rows] of Object.entries(kept)) {
    for (const row of rows) {
      const id = row['oudernetwerk_id'] as string;
      if (!networks.has(id)) networks.set(id, { continuities: [], findings: [], ends: [], work: [] });
      networks.get(id)![name as keyof Kept].push(row);
    }
  }
  for (const { findings, ends } of networks.values()) {
    for (const rows of [findings, ends]) rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }
  return networks;
}

const key = ({ code, trekkerschap_id }: Row) => [code, trekkerschap_id].join(' ');
