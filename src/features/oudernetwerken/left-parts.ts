import type { Tx } from '../../db/transaction.js';
import { about } from '../../writes/events.js';
import { aboutTrekkerschap } from './oudernetwerken.events.js';

interface Gone {
  readonly person_id: string;
  readonly role: string;
  readonly planned_end_on: string | null;
  readonly end_reason: string | null;
  readonly predecessor_id: string | null;
}

/** A role in a network that somebody leaves because they depart, as the database tells it. */
export interface LeftPart {
  readonly what: 'trekkerschap' | 'membership';
  readonly id: string;
  readonly oudernetwerk_id: string;
  readonly region_id: string;
  readonly period: string;
  readonly reason: string;
  /** as it was, if it never began and is gone */
  readonly was: Gone | null;
}

export function tellLeft(tx: Tx, { what, was, reason, period, ...row }: LeftPart): void {
  const { id, oudernetwerk_id: oudernetwerkId, region_id: regionId } = row;
  if (what === 'membership') {
    tx.record({ name: 'membership.ended', ...about('Membership', { id, regionId }), details: { period } });
  } else if (was) {
    const subject = aboutTrekkerschap({ id, regionId, oudernetwerkId });
    const details = {
      period,
      personId: was.person_id,
      role: was.role,
      plannedEndOn: was.planned_end_on,
      endReason: was.end_reason,
      predecessorId: was.predecessor_id,
    };
    tx.record({ name: 'trekkerschap.annulled', ...subject, details });
  } else {
    const subject = aboutTrekkerschap({ id, regionId, oudernetwerkId });
    tx.record({ name: 'trekkerschap.ended', ...subject, details: { period, reason } });
  }
}
