import { v7 as uuid } from 'uuid';
import type { Tx } from '../../db/transaction.js';
import type { PlainDate } from '../../kernel/clock.js';
import { type Assessment, RULE_VERSION } from './assess.js';
import { ACTIONS, type Finding, findingMessage } from './findings.js';
import type { NetworkFacts } from './network-facts.js';

/** What was judged of one network. */
export interface Judged {
  readonly facts: NetworkFacts;
  readonly assessment: Assessment;
}

/**
 * Makes the kept assessments equal to these, touching no row that is so already. One statement: a finding or an item
 * of work that is gone goes, one that stays keeps its id.
 */
export async function keepAssessments(tx: Tx, judged: readonly Judged[]): Promise<void> {
  if (judged.length === 0) return;
  const ended = judged.filter(({ facts }) => facts.status === 'ENDED').map(({ facts }) => facts.id);
  if (ended.length > 0) await forget(tx, ended);
  const going = judged.filter(({ facts }) => facts.status !== 'ENDED');
  if (going.length === 0) return;
  await tx.query(KEEP, [
    going.map(({ facts }) => facts.id),
    JSON.stringify(going.map((each) => continuityRow(tx, each))),
    JSON.stringify(going.flatMap(findingRows)),
    JSON.stringify(going.flatMap(expectedEndRows)),
    JSON.stringify(going.flatMap(workItemRows)),
  ]);
}

/** An ended network is not judged any more. */
async function forget(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const table of ['work_items', 'expected_ends', 'continuities']) {
    await tx.query(`delete from ${table} where oudernetwerk_id = any ($1::uuid[])`, [ids]);
  }
}

const KEEP = `
  with continuity as (
    update continuities c set region_id = i.region_id, band = i.band, severity = i.severity,
      secured_until = i.secured_until, rule_version = i.rule_version, computed_at = i.computed_at,
      assessed_on = i.assessed_on, changes_on = i.changes_on
    from jsonb_to_recordset($2) i (oudernetwerk_id uuid, region_id uuid, band text, severity integer,
      secured_until date, rule_version integer, computed_at timestamptz, assessed_on date, changes_on date)
    where c.oudernetwerk_id = i.oudernetwerk_id
  ),
  finding as (
    select * from jsonb_to_recordset($3) i (oudernetwerk_id uuid, region_id uuid, code text, severity integer,
      since date, due_on date, message_nl text, message_en text, evidence jsonb, action jsonb)
  ),
  lost_findings as (
    delete from continuity_findings f where f.oudernetwerk_id = any ($1::uuid[])
      and not exists (select from finding i where i.oudernetwerk_id = f.oudernetwerk_id and i.code = f.code)
  ),
  kept_findings as (
    insert into continuity_findings as f (oudernetwerk_id, region_id, code, severity, since, due_on, message_nl,
      message_en, evidence, action)
    select * from finding
    on conflict (oudernetwerk_id, code) do update set region_id = excluded.region_id, severity = excluded.severity,
      since = excluded.since, due_on = excluded.due_on, message_nl = excluded.message_nl,
      message_en = excluded.message_en, evidence = excluded.evidence, action = excluded.action
    where (f.*) is distinct from (excluded.*)
  ),
  expected as (
    select * from jsonb_to_recordset($4) i (trekkerschap_id uuid, oudernetwerk_id uuid, region_id uuid,
      person_id uuid, expected_on date, earliest date, latest date, driver text, confidence text)
  ),
  lost_ends as (
    delete from expected_ends e where e.oudernetwerk_id = any ($1::uuid[])
      and not exists (select from expected i where i.trekkerschap_id = e.trekkerschap_id)
  ),
  kept_ends as (
    insert into expected_ends as e (trekkerschap_id, oudernetwerk_id, region_id, person_id, expected_on, earliest,
      latest, driver, confidence)
    select * from expected
    on conflict (trekkerschap_id) do update set region_id = excluded.region_id, expected_on = excluded.expected_on,
      earliest = excluded.earliest, latest = excluded.latest, driver = excluded.driver,
      confidence = excluded.confidence
    where (e.*) is distinct from (excluded.*)
  ),
  item as (
    select * from jsonb_to_recordset($5) i (id uuid, subject_type text, subject_id uuid, oudernetwerk_id uuid,
      region_id uuid, band text, severity integer, due_on date)
  ),
  lost_items as (
    delete from work_items w where w.oudernetwerk_id = any ($1::uuid[])
      and not exists (select from item i where i.subject_id = w.subject_id)
  ),
  lost_snoozes as (
    delete from work_item_snoozes s where s.oudernetwerk_id = any ($1::uuid[])
      and not exists (select from item i where i.subject_id = s.subject_id)
  )
  insert into work_items as w (id, subject_type, subject_id, oudernetwerk_id, region_id, band, severity, due_on)
  select * from item
  on conflict (subject_id) do update set region_id = excluded.region_id, band = excluded.band,
    severity = excluded.severity, due_on = excluded.due_on
  where (w.region_id, w.band, w.severity, w.due_on)
    is distinct from (excluded.region_id, excluded.band, excluded.severity, excluded.due_on)`;

const text = (day: PlainDate | null) => day?.toString() ?? null;

function continuityRow(tx: Tx, { facts, assessment }: Judged) {
  return {
    oudernetwerk_id: facts.id,
    region_id: facts.regionId,
    band: assessment.band,
    severity: assessment.severity,
    secured_until: text(assessment.securedUntil),
    rule_version: RULE_VERSION,
    computed_at: tx.now.toString(),
    assessed_on: tx.today.toString(),
    changes_on: text(assessment.changesOn),
  };
}

function findingRows({ facts, assessment }: Judged) {
  return assessment.findings.map((finding) => ({
    oudernetwerk_id: facts.id,
    region_id: facts.regionId,
    code: finding.code,
    severity: finding.severity,
    since: text(finding.since),
    due_on: text(finding.dueOn),
    message_nl: findingMessage(finding, 'nl'),
    message_en: findingMessage(finding, 'en'),
    evidence: finding.evidence,
    action: keptAction(finding),
  }));
}

function keptAction({ action: { code, on } }: Finding) {
  return { code, ...ACTIONS[code], ...on };
}

function expectedEndRows({ facts, assessment }: Judged) {
  return assessment.expected.map(({ tenure, end }) => ({
    trekkerschap_id: tenure.id,
    oudernetwerk_id: facts.id,
    region_id: facts.regionId,
    person_id: tenure.personId,
    expected_on: end.on.toString(),
    earliest: end.earliest.toString(),
    latest: end.latest.toString(),
    driver: end.driver,
    confidence: end.confidence,
  }));
}

/** A network is work for somebody as long as it has a finding; due when the first of its findings is. */
function workItemRows({ facts, assessment: { band, severity, findings } }: Judged) {
  if (findings.length === 0) return [];
  const due = findings.flatMap(({ dueOn }) => dueOn?.toString() ?? []).sort();
  return [
    {
      id: uuid(),
      subject_type: 'Oudernetwerk',
      subject_id: facts.id,
      oudernetwerk_id: facts.id,
      region_id: facts.regionId,
      band,
      severity,
      due_on: due[0] ?? null,
    },
  ];
}
