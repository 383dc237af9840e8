import type { Tx } from '../../../db/transaction.js';
import { isBefore } from '../../../kernel/clock.js';
import type { Row } from '../../../reads/mapping.js';
import { type Parameter, type Sql, sql, viewerDay } from '../../../reads/sql.js';
import type { SeatInvitationEntity } from '../advisory.entity.js';

export type InvitationStatusCode = 'ASKED' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'WITHDRAWN' | 'APPOINTED';

// An invitation expires by itself once its last day has passed; a job records that afterwards.

/** Whether it can still be answered on a day. */
export function isOpen(invitation: Row, day: Parameter): Sql {
  return sql`invitation_is_open(${invitation}.status, ${invitation}.expires_on, ${day}::date)`;
}

/** Whether its last day has passed without an answer; written out, so that the index of waiting ones can be used. */
export function hasRunOut(invitation: Row, day: Parameter): Sql {
  return sql`(${invitation}.status = 'ASKED' and ${invitation}.expires_on < ${day}::date)`;
}

export function statusOn(invitation: Row, day: Parameter): Sql {
  return sql`case when ${hasRunOut(invitation, day)} then 'EXPIRED' else ${invitation}.status end`;
}

export function statusToday(invitation: Row): Sql {
  return statusOn(invitation, viewerDay);
}

/** The same for an invitation entity. */
export function statusOf(
  { status, expiresOn }: Pick<SeatInvitationEntity, 'status' | 'expiresOn'>,
  { today }: Pick<Tx, 'today'>,
): InvitationStatusCode {
  return status === 'ASKED' && isBefore(expiresOn, today) ? 'EXPIRED' : (status as InvitationStatusCode);
}
