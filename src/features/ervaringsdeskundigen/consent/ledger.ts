import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { Checks } from '../../../kernel/checks.js';
import { type Instant, instant } from '../../../kernel/clock.js';
import { isSelf } from '../../access/policies.js';
import { ConsentEntity } from '../ervaringsdeskundige.entity.js';
import type { ConsentChannel, ConsentPurpose, PersonConsentPurpose } from '../ervaringsdeskundige.enums.js';

export type Channel = keyof typeof ConsentChannel;
/** What somebody consents to. */
export type Purpose = keyof typeof ConsentPurpose;
/** What somebody says yes or no to, without a place or a last day. */
export type YesOrNoPurpose = Exclude<Purpose, 'FINDABLE'>;
/** Those of them that have no mutation of their own. */
export type SaidPurpose = keyof typeof PersonConsentPurpose;

/** ONLINE means that it was the person themselves; those who act on their behalf state another channel. */
export function checkedChannel(
  checks: Checks,
  tx: Tx,
  personId: string,
  channel: Channel | null | undefined,
): Channel {
  const own = isSelf(tx.viewer, personId);
  if (!own && channel == null) checks.refuse('REQUIRED', ['input', 'channel']);
  if (channel != null && own !== (channel === 'ONLINE')) checks.refuse('OTHER_CHANNEL', ['input', 'channel']);
  return channel ?? 'ONLINE';
}

/** The entry that counts, or the last one that somebody made themselves. */
export async function newestEntry(
  tx: Tx,
  personId: string,
  purpose: Purpose,
  channel?: Channel,
): Promise<ConsentEntity | null> {
  const where = { personId, purpose, ...(channel && { channel }) };
  return tx.manager.findOne(ConsentEntity, { where, order: { recordedAt: 'DESC', id: 'DESC' } });
}

export type Entry = Pick<
  ConsentEntity,
  'given' | 'scopes' | 'until' | 'textVersion' | 'language' | 'channel'
>;

/** Adds an entry after the one that counted before; its id. */
export function addEntry(
  tx: Tx,
  of: { readonly personId: string; readonly purpose: Purpose },
  before: ConsentEntity | null,
  entry: Entry,
): string {
  const id = uuid();
  insert(tx, ConsentEntity, {
    ...entry,
    ...of,
    id,
    accountId: tx.viewer.accountId,
    recordedAt: momentAfter(tx.now, before).toString(),
  });
  return id;
}

/** A consent that waited for another one to commit comes after it in the ledger: the newest entry counts. */
function momentAfter(now: Instant, before: ConsentEntity | null): Instant {
  if (!before) return now;
  const earliest = instant(new Date(before.recordedAt).toISOString()).add({ milliseconds: 1 });
  return now.epochMilliseconds >= earliest.epochMilliseconds ? now : earliest;
}
