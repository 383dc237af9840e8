import type { Tx } from '../../db/transaction.js';
import type { PlainDate } from '../../kernel/clock.js';
import { DayWatch } from './day-watch.js';
import { type Found, noLongerStale, syncWork, reasonRows, type Subject, workItemRows } from './sync-work.js';
import { AGREEMENT_FACTS, SELECT_AGREEMENT_FACTS } from './agreements/agreement-facts.js';
import { agreementFindings, regionToAct } from './agreements/agreement-rules.js';
import { SELECT_TASK_FACTS, TASK_FACTS, taskFindings } from './person-tasks/person-task-rules.js';
import { CHANGE_FACTS, changeFindings, SELECT_CHANGE_FACTS } from './region-changes/region-change-rules.js';
import { PROFILE_FACTS, SELECT_PROFILE_FACTS } from './profiles/profile-facts.js';
import { profileFindings } from './profiles/profile-rules.js';
import { SEAT_FACTS, SELECT_SEAT_FACTS } from './seats/seat-facts.js';
import { seatFindings } from './seats/seat-rules.js';

/** Increased when a rule of seats, ervaringsdeskundigen or agreements changes, so that they are reassessed. */
export const WATCHED_RULE_VERSION = 7;

/** An assessment on a day, and the first later day on which it would differ; null = never. */
export interface Watched extends Found {
  readonly changesOn: PlainDate | null;
}

interface Kind {
  readonly type: Exclude<Subject['type'], 'Oudernetwerk'>;
  readonly table: string;
  /** a statement that returns their facts as JSON; $1: their ids */
  readonly facts: string;
  judge(facts: string, on: PlainDate): Watched;
}

/** The subjects of work besides networks, in the order in which everybody locks them. */
export const WATCHED: readonly Kind[] = [
  {
    type: 'AdvisorySeat',
    table: 'advisory_seats',
    facts: SELECT_SEAT_FACTS,
    judge(json, on) {
      const facts = SEAT_FACTS.parse(json);
      const { id, regionId, bodyId } = facts;
      const watch = new DayWatch(on);
      const findings = seatFindings(facts, watch);
      return {
        subject: { type: 'AdvisorySeat', id, regionId, bodyId },
        findings,
        changesOn: watch.changesOn,
      };
    },
  },
  {
    type: 'Ervaringsdeskundige',
    table: 'ervaringsdeskundigen',
    facts: SELECT_PROFILE_FACTS,
    judge(json, on) {
      const facts = PROFILE_FACTS.parse(json);
      const { id, regionId } = facts;
      const watch = new DayWatch(on);
      const findings = profileFindings(facts, watch);
      const subject = { type: 'Ervaringsdeskundige', id, regionId, ervaringsdeskundigeId: id } as const;
      return { subject, findings, changesOn: watch.changesOn };
    },
  },
  {
    type: 'RegionAgreement',
    table: 'region_agreements',
    facts: SELECT_AGREEMENT_FACTS,
    judge(json, on) {
      const facts = AGREEMENT_FACTS.parse(json);
      const { id } = facts;
      const watch = new DayWatch(on);
      const findings = agreementFindings(facts, watch);
      const subject = { type: 'RegionAgreement', id, regionId: regionToAct(facts), agreementId: id } as const;
      return { subject, findings, changesOn: watch.changesOn };
    },
  },
  {
    type: 'PersonTask',
    table: 'person_tasks',
    facts: SELECT_TASK_FACTS,
    judge(json, on) {
      const facts = TASK_FACTS.parse(json);
      const { id, regionId } = facts;
      const watch = new DayWatch(on);
      const findings = taskFindings(facts, watch);
      const subject = { type: 'PersonTask', id, regionId, personTaskId: id } as const;
      return { subject, findings, changesOn: watch.changesOn };
    },
  },
  {
    type: 'RegionChange',
    table: 'region_changes',
    facts: SELECT_CHANGE_FACTS,
    judge(json, on) {
      const facts = CHANGE_FACTS.parse(json);
      const { id, regionId } = facts;
      const watch = new DayWatch(on);
      const findings = changeFindings(facts, watch);
      const subject = { type: 'RegionChange', id, regionId, regionChangeId: id } as const;
      return { subject, findings, changesOn: watch.changesOn };
    },
  },
];

/** Ids of some that were never assessed, or whose assessment is outdated. */
export async function dueSubjects(tx: Tx, { type, table }: Kind, atMost: number): Promise<string[]> {
  const due = await tx.query<{ id: string }>(
    `select s.id from ${table} s left join watched_subjects w on w.subject_id = s.id
     where w.changes_on <= $1 or w.rule_version <> $2 or w.assessed_on > $1 or w is null
     union select subject_id from stale_subjects where subject_type = $3
     order by 1 limit $4`,
    [tx.today.toString(), WATCHED_RULE_VERSION, type, atMost],
  );
  return due.map(({ id }) => id);
}

/**
 * Reassesses these. Locks the stored assessments first, always in the same order, and only then reads: of two
 * sessions that touch the same one, the second sees what the first wrote.
 */
export async function renewSubjects(
  tx: Tx,
  { type, table, facts, judge }: Kind,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  noLongerStale(tx, ids);
  tx.send(
    `insert into watched_subjects (subject_id, subject_type, rule_version, assessed_on)
     select id, $2, 0, $3 from ${table} where id = any ($1::uuid[]) order by id
     on conflict (subject_id) do update set assessed_on = excluded.assessed_on`,
    [ids, type, tx.today.toString()],
  );
  const rows = await tx.query<{ facts: string }>(facts, [ids]);
  const judged = rows.map((row) => judge(row.facts, tx.today));
  tx.send(KEEP, [
    ids,
    JSON.stringify(
      judged.map(({ subject, changesOn }) => ({ id: subject.id, changes_on: changesOn?.toString() ?? null })),
    ),
    WATCHED_RULE_VERSION,
    reasonRows(judged),
    workItemRows(judged),
  ]);
}

const KEEP = `
  with judged as (select * from jsonb_to_recordset($2) j (id uuid, changes_on date)),
  watched as (
    update watched_subjects w set rule_version = $3, changes_on = j.changes_on
    from judged j where w.subject_id = j.id
  ),
  gone as (
    delete from watched_subjects w where w.subject_id = any ($1::uuid[])
      and not exists (select from judged j where j.id = w.subject_id)
  ),
  ${syncWork('$1', '$4', '$5')}
  select`;
