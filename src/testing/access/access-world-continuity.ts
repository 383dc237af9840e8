import { v7 as uuid } from 'uuid';

type Row = Readonly<Record<string, unknown>>;

/** The account of the service itself. */
export const SYSTEM = '00000000-0000-7000-8000-000000000001';

/** Uuids of a network and of what is assessed in it. */
interface Judged {
  readonly network: string;
  readonly region: string;
  /** of current and future trekkers */
  readonly ends: readonly { readonly trekkerschap: string; readonly person: string; readonly on: string }[];
  /** the last of them is the one to act on */
  readonly evidence: readonly { readonly type: string; readonly id: string }[];
}

/** The assessment of a network, as the service would store it: with a reason, a work item, and its own thresholds. */
export async function putContinuity(
  put: (table: string, row: Row) => Promise<unknown>,
  { network, region, ends, evidence }: Judged,
): Promise<void> {
  const of = { oudernetwerk_id: network, region_id: region };
  await put('continuities', {
    ...of,
    band: 'AT_RISK',
    severity: 5,
    secured_until: '2027-07-31',
    rule_version: 1,
    computed_at: '2026-11-25T08:00:00Z',
    assessed_on: '2026-11-25',
  });
  await put('continuity_findings', {
    subject_id: network,
    ...of,
    code: 'TIE_UNCONFIRMED',
    severity: 5,
    since: '2026-11-01',
    due_on: '2027-07-31',
    message_nl: 'De schoolband is niet bevestigd.',
    message_en: 'The school tie is not confirmed.',
    evidence: JSON.stringify(evidence),
    action: JSON.stringify({ code: 'CONFIRM_TIE', nl: 'Vraag het na.', en: 'Ask.', ...evidence.at(-1) }),
  });
  for (const { trekkerschap, person, on } of ends) {
    const confidence = { driver: 'PLANNED', confidence: 'HIGH' };
    const days = { expected_on: on, earliest: on, latest: on };
    await put('expected_ends', {
      ...of,
      trekkerschap_id: trekkerschap,
      person_id: person,
      ...days,
      ...confidence,
    });
  }
  const subject = { subject_type: 'Oudernetwerk', subject_id: network };
  const item = uuid();
  await put('work_items', {
    id: item,
    ...subject,
    ...of,
    band: 'AT_RISK',
    severity: 5,
    due_on: '2027-07-31',
  });
  await put('work_item_assignments', {
    work_item_id: item,
    region_id: of.region_id,
    account_id: SYSTEM,
    assigned_by: SYSTEM,
    assigned_at: '2026-11-01',
  });
  // for some days in the past
  const snooze = { until: '2026-11-20', reason: 'Gesprek gepland', severity: 5, account_id: SYSTEM };
  await put('work_item_snoozes', { ...subject, ...of, ...snooze });
  await put('continuity_thresholds', {
    id: uuid(),
    oudernetwerk_id: network,
    term_limit_months: 48,
    inactive_days: 100,
  });
}
