import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import type { SchoolStage } from '../person.enums.js';

/** Kinds of school that say something of a child's health (as `special` in people.sql). */
const SPECIAL_STAGES: readonly (keyof typeof SchoolStage)[] = ['SBO', 'SO', 'VSO', 'PRO'];

/**
 * A special school is kept on the parent's explicit word only, whoever writes it: their yes to SCHOOL_AND_THEMES in the ledger,
 * which whoever keeps their record sees.
 */
export async function checkSpecialStage(tx: Tx, personId: string, stage: string): Promise<void> {
  if (!SPECIAL_STAGES.some((special) => special === stage)) return;
  const [said] = await tx.query<{ given: boolean }>(
    `select given from consents where person_id = $1 and purpose = 'SCHOOL_AND_THEMES'
     order by recorded_at desc, id desc limit 1`,
    [personId],
  );
  if (!said?.given) throw failure('CONSENT_NEEDED', ['input', 'stage'], { purpose: 'SCHOOL_AND_THEMES' });
}
