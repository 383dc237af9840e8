import { asSystem } from '../../../db/as-system.js';
import { rowOf } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import type { Locale } from '../../../kernel/messages.js';
import { find } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { AccountLink, AN_ID, type Asked } from '../../access/account-link.js';
import { allow, carries, coordinatorsSupportersAndParents } from '../../access/policies.js';
import { OudernetwerkEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { publishedCalendar } from '../mail/calendar-file.js';
import { handOut } from '../mail/hand-out.js';
import type { ActivitiesExportInput } from './activities-export.inputs.js';
import { activityEntry, plannedBy } from './planned.js';

/** Links to what a network plans. */
export const PLANNED = new AccountLink('planned activities', '/downloads/activities', AN_ID);

const WHICH = ['input', 'oudernetwerkId'];

type Exported = { url: string; expiresAt: string; oudernetwerk: string };

/** For whoever carries the network; its members get each day by mail. */
export const exportActivities: UseCase<ActivitiesExportInput, Exported> = {
  policy: coordinatorsSupportersAndParents,
  async run(tx, { oudernetwerkId }, { serviceUrl }) {
    const network = await find(tx, OudernetwerkEntity, oudernetwerkId, WHICH);
    allow(carries(tx.viewer, network));
    if ((await asSystem(tx, () => plannedBy(tx, network.id))).length === 0) {
      throw failure('NOTHING_PLANNED', WHICH);
    }
    const given = await PLANNED.give(tx, { id: network.id }, serviceUrl);
    return { ...given, oudernetwerk: network.id };
  },
};

/**
 * The calendar of a link, for the account that asked for it: a day that moves later moves in it by mail. Null if that
 * account does not carry the network any more, or nothing is planned. `address`: of this service.
 */
export async function calendarOfLink(
  tx: Tx,
  { id: networkId, accountId }: Asked<{ readonly id: string }>,
  locale: Locale,
  address: string,
): Promise<{ readonly network: string; readonly calendar: string } | null> {
  const network = await rowOf(tx, OudernetwerkEntity, networkId);
  if (!network || !carries(tx.viewer, network)) return null;
  const reader = { recipient_type: 'ACCOUNT' as const, recipient_id: accountId };
  return asSystem(tx, async () => {
    const planned = await plannedBy(tx, networkId);
    if (planned.length === 0) return null;
    const events = await handOut(
      tx,
      reader,
      planned.map((each) => activityEntry(each, locale)),
    );
    return { network: network.name, calendar: publishedCalendar(events, { at: tx.now, address }) };
  });
}
