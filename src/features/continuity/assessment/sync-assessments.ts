import type { Tx } from '../../../db/transaction.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { type Assessment, RULE_VERSION } from './assess.js';
import { type Found, syncWork, reasonRows, workItemRows } from '../../worklist/sync-work.js';
import type { NetworkFacts } from './network-facts.js';

/** The assessment of one network. */
export interface Judged {
  readonly facts: NetworkFacts;
  readonly assessment: Assessment;
}

/**
 * Makes the stored assessments, and the work items that follow from them, equal to these; one statement that touches
 * no row that is already right.
 */
export async function syncAssessments(tx: Tx, judged: readonly Judged[]): Promise<void> {
  if (judged.length === 0) return;
  const ended = judged.filter(({ facts }) => facts.status === 'ENDED').map(({ facts }) => facts.id);
  if (ended.length > 0) forget(tx, ended);
  const going = judged.filter(({ facts }) => facts.status !== 'ENDED');
  const found = judged.map(foundOf);
  tx.send(KEEP, [
    judged.map(({ facts }) => facts.id),
    JSON.stringify(going.map((each) => continuityRow(tx, each))),
    JSON.stringify(going.flatMap(expectedEndRows)),
    reasonRows(found),
    workItemRows(found),
  ]);
}

/** An ended network is no longer assessed; there may be something left to do. */
function forget(tx: Tx, ids: readonly string[]): void {
  for (const table of ['expected_ends', 'continuities']) {
    tx.send(`delete from ${table} where oudernetwerk_id = any ($1::uuid[])`, [ids]);
  }
}

const KEEP = `
  with continuity as (
    update continuities c set region_id = i.region_id, band = i.band, severity = i.severity,
      secured_until = i.secured_until, rule_version = i.rule_version, computed_at = i.computed_at,
      assessed_on = i.assessed_on, changes_on = i.changes_on
    from jsonb_to_recordset($2) i (oudernetwerk_id uuid, region_id uuid, band text, severity integer,
      secured_until date, rule_version integer, computed_at timestamptz, assessed_on date, changes_on date)
    where c.oudernetwerk_id = i.oudernetwerk_id and c.oudernetwerk_id = any ($1::uuid[])
  ),
  expected as (
    select * from jsonb_to_recordset($3) i (trekkerschap_id uuid, oudernetwerk_id uuid, region_id uuid,
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
    on conflict (trekkerschap_id) do update set oudernetwerk_id = excluded.oudernetwerk_id,
      region_id = excluded.region_id, expected_on = excluded.expected_on, earliest = excluded.earliest,
      latest = excluded.latest, driver = excluded.driver, confidence = excluded.confidence
    where (e.*) is distinct from (excluded.*)
  ),
  ${syncWork('$1', '$4', '$5')}
  select`;

const text = (day: PlainDate | null) => day?.toString() ?? null;

function foundOf({ facts: { id, regionId }, assessment: { findings } }: Judged): Found {
  return { subject: { type: 'Oudernetwerk', id, regionId, oudernetwerkId: id }, findings };
}

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

function expectedEndRows({ facts, assessment }: Judged) {
  return assessment.expected.map(({ trekkerschap, end }) => ({
    trekkerschap_id: trekkerschap.id,
    oudernetwerk_id: facts.id,
    region_id: facts.regionId,
    person_id: trekkerschap.personId,
    expected_on: end.on.toString(),
    earliest: end.earliest.toString(),
    latest: end.latest.toString(),
    driver: end.driver,
    confidence: end.confidence,
  }));
}
