import { v7 as uuid } from 'uuid';
import type { Tx } from '../../db/transaction.js';
import type { PlainDate } from '../../kernel/clock.js';
import { type Finding, findingMessage, bandOf, ACTIONS } from './findings.js';

export const SUBJECT_TYPES = [
  'Oudernetwerk',
  'AdvisorySeat',
  'Ervaringsdeskundige',
  'RegionAgreement',
  'PersonTask',
  'RegionChange',
] as const;

/** The subject of a work item. The region says who is responsible for it; of the last six exactly one is set. */
export interface Subject {
  readonly type: (typeof SUBJECT_TYPES)[number];
  readonly id: string;
  readonly regionId: string;
  readonly oudernetwerkId?: string;
  /** of a seat */
  readonly bodyId?: string;
  readonly ervaringsdeskundigeId?: string;
  readonly agreementId?: string;
  readonly personTaskId?: string;
  readonly regionChangeId?: string;
}

/** All findings of a subject; none = it needs nobody. */
export interface Found {
  readonly subject: Subject;
  readonly findings: readonly Finding[];
}

/**
 * Common table expressions that make the stored reasons and work items equal to those given, touching no row that is
 * already right: obsolete ones are deleted, remaining ones keep their id. Takes the numbers of its parameters: the
 * subjects (uuid[]), `reasonRows` and `workItemRows` (both JSON).
 */
export const syncWork = (subjects: string, reasons: string, items: string) => `
  reason as (
    select * from jsonb_to_recordset(${reasons}) i (subject_id uuid, oudernetwerk_id uuid, body_id uuid,
      ervaringsdeskundige_id uuid, agreement_id uuid, person_task_id uuid, region_change_id uuid, region_id uuid, code text, severity integer, since date, due_on date,
      message_nl text, message_en text, evidence jsonb, action jsonb)
  ),
  lost_reasons as (
    delete from continuity_findings f where f.subject_id = any (${subjects}::uuid[])
      and not exists (select from reason i where i.subject_id = f.subject_id and i.code = f.code)
  ),
  kept_reasons as (
    insert into continuity_findings as f (subject_id, oudernetwerk_id, body_id, ervaringsdeskundige_id, agreement_id,
      person_task_id, region_change_id, region_id, code, severity, since, due_on, message_nl, message_en, evidence, action)
    select * from reason
    on conflict (subject_id, code) do update set region_id = excluded.region_id, severity = excluded.severity,
      since = excluded.since, due_on = excluded.due_on, message_nl = excluded.message_nl,
      message_en = excluded.message_en, evidence = excluded.evidence, action = excluded.action
    where (f.region_id, f.severity, f.since, f.due_on, f.message_nl, f.message_en, f.evidence, f.action)
      is distinct from (excluded.region_id, excluded.severity, excluded.since, excluded.due_on, excluded.message_nl,
        excluded.message_en, excluded.evidence, excluded.action)
  ),
  item as (
    select * from jsonb_to_recordset(${items}) i (id uuid, subject_type text, subject_id uuid, oudernetwerk_id uuid,
      body_id uuid, ervaringsdeskundige_id uuid, agreement_id uuid, person_task_id uuid, region_change_id uuid, region_id uuid, band text, severity integer,
      due_on date)
  ),
  lost_items as (
    delete from work_items w where w.subject_id = any (${subjects}::uuid[])
      and not exists (select from item i where i.subject_id = w.subject_id)
  ),
  lost_snoozes as (
    -- what one region put off, another one that it came to did not
    delete from work_item_snoozes s where s.subject_id = any (${subjects}::uuid[])
      and not exists (select from item i where i.subject_id = s.subject_id and i.region_id = s.region_id)
  ),
  kept_items as (
    insert into work_items as w (id, subject_type, subject_id, oudernetwerk_id, body_id, ervaringsdeskundige_id,
      agreement_id, person_task_id, region_change_id, region_id, band, severity, due_on)
    select * from item
    on conflict (subject_id) do update set region_id = excluded.region_id, band = excluded.band,
      severity = excluded.severity, due_on = excluded.due_on
    where (w.region_id, w.band, w.severity, w.due_on)
      is distinct from (excluded.region_id, excluded.band, excluded.severity, excluded.due_on)
  )`;

/** What was stale before it is assessed is no longer: to be said before its facts are read. */
export function noLongerStale(tx: Tx, subjects: readonly string[]): void {
  tx.send('select no_longer_stale($1)', [subjects]);
}

const text = (day: PlainDate | null) => day?.toString() ?? null;

/** JSON of the reasons, as they are stored. */
export function reasonRows(all: readonly Found[]): string {
  return JSON.stringify(
    all.flatMap(({ subject, findings }) =>
      findings.map((finding) => ({
        ...columnsOf(subject),
        code: finding.code,
        severity: finding.severity,
        since: text(finding.since),
        due_on: text(finding.dueOn),
        message_nl: findingMessage(finding, 'nl'),
        message_en: findingMessage(finding, 'en'),
        evidence: finding.evidence,
        action: keptAction(finding),
      })),
    ),
  );
}

/** JSON of the work items: a subject is one as long as it has a reason; due when the first of its reasons is. */
export function workItemRows(all: readonly Found[]): string {
  const needing = all.filter(({ findings }) => findings.length > 0);
  return JSON.stringify(
    needing.map(({ subject, findings }) => {
      const severity = Math.max(...findings.map((each) => each.severity));
      const due = findings.flatMap(({ dueOn }) => text(dueOn) ?? []).sort();
      return {
        id: uuid(),
        subject_type: subject.type,
        ...columnsOf(subject),
        band: bandOf(severity),
        severity,
        due_on: due[0] ?? null,
      };
    }),
  );
}

function columnsOf(subject: Subject) {
  const {
    id,
    regionId,
    oudernetwerkId,
    bodyId,
    ervaringsdeskundigeId,
    agreementId,
    personTaskId,
    regionChangeId,
  } = subject;
  return {
    subject_id: id,
    oudernetwerk_id: oudernetwerkId ?? null,
    body_id: bodyId ?? null,
    ervaringsdeskundige_id: ervaringsdeskundigeId ?? null,
    agreement_id: agreementId ?? null,
    person_task_id: personTaskId ?? null,
    region_change_id: regionChangeId ?? null,
    region_id: regionId,
  };
}

function keptAction({ action: { code, on } }: Finding) {
  return { code, ...ACTIONS.both(code), ...on };
}
