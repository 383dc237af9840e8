import { v7 as uuid } from 'uuid';
import { asSystem } from '../../../db/as-system.js';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import type { Viewer } from '../../../kernel/viewer.js';
import { about } from '../../../writes/events.js';
import type { UseCase } from '../../../writes/use-case.js';
import { carries, coordinatorsSupportersAndParents, manages } from '../../access/policies.js';
import { addActivity } from '../../oudernetwerken/records/save-activity.js';
import { goingOn } from '../../oudernetwerken/records/network-roles.js';
import type { MessageSendInput } from './message.inputs.js';
import { NetworkMessageEntity } from './network-message.entity.js';

const LONGEST_SUBJECT = 150;
const LONGEST_TEXT = 2_000;

/** Against misuse: members would stop reading before that. In 24 hours. */
const MOST_OF_NETWORK = 2;
const MOST_OF_SENDER = 5;

type Sent = { oudernetwerk: string; activity: string; sentTo: string; notSentTo: string };

/** Whoever carries the network writes to its members. It shows no address, so it needs nobody's yes to being reached. */
export const sendMessage: UseCase<MessageSendInput, Sent> = {
  policy: coordinatorsSupportersAndParents,
  async run(tx, input) {
    const network = await goingOn(tx, input.oudernetwerkId, tx.today, carries);
    const checks = new Checks();
    const subject = checks.text(input.subject, ['input', 'subject'], LONGEST_SUBJECT);
    const text = checks.text(input.text, ['input', 'text'], LONGEST_TEXT);
    checks.done();
    await refuseTooMany(tx, network.id);
    const activity = addActivity(tx, network, {
      kind: 'CONTACT',
      heldOn: tx.today,
      title: subject,
      attendance: null,
    });
    const counted = await countReaders(tx, network.id);
    const { id: oudernetwerkId, regionId } = network;
    const row = {
      id: uuid(),
      oudernetwerkId,
      regionId,
      accountId: tx.viewer.accountId!,
      activityId: activity,
      writtenAs: asWhat(tx.viewer, network),
      subject,
      text,
      writtenAt: tx.now.toString(),
      ...counted,
    };
    insert(tx, NetworkMessageEntity, row);
    tx.record({
      name: 'networkMessage.mailed',
      ...about('Oudernetwerk', network),
      details: { messageId: row.id, sentTo: counted.sentTo, notSentTo: counted.notSentTo },
    });
    return {
      oudernetwerk: network.id,
      activity,
      sentTo: String(counted.sentTo),
      notSentTo: String(counted.notSentTo),
    };
  },
};

function asWhat(
  viewer: Viewer,
  { id, regionId }: { readonly id: string; readonly regionId: string },
): 'TREKKER' | 'SUPPORTER' | 'COORDINATOR' {
  if (viewer.led.includes(id)) return 'TREKKER';
  return manages(viewer, regionId) || viewer.shared.includes(id) ? 'COORDINATOR' : 'SUPPORTER';
}

/** The network is locked, and so is the account: two at the same moment count each other. */
async function refuseTooMany(tx: Tx, networkId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('messages of ' || $1, 0))`, [
    tx.viewer.accountId,
  ]);
  const [written] = await asSystem(tx, () =>
    tx.query<{ network: number; sender: number }>(
      `select count(*) filter (where oudernetwerk_id = $1)::int as network,
         count(*) filter (where account_id = $2)::int as sender
       from network_messages where written_at > $3 and (oudernetwerk_id = $1 or account_id = $2)`,
      [networkId, tx.viewer.accountId, tx.now.subtract({ hours: 24 }).toString()],
    ),
  );
  if (written!.network >= MOST_OF_NETWORK) {
    throw failure('TOO_MANY_MESSAGES', ['input', 'oudernetwerkId'], { most: MOST_OF_NETWORK });
  }
  if (written!.sender >= MOST_OF_SENDER) {
    throw failure('TOO_MANY_FROM_YOU', ['input', 'oudernetwerkId'], { most: MOST_OF_SENDER });
  }
}

/** How many get it, and how many do not: not why, which would tell who is left alone. */
async function countReaders(tx: Tx, networkId: string): Promise<{ sentTo: number; notSentTo: number }> {
  const [row] = await asSystem(tx, () =>
    tx.query<{ reached: number; all: number }>(
      'select count(*) filter (where reached)::int as reached, count(*)::int as all from readers_of_network($1, $2, $3)',
      [networkId, tx.viewer.personId, tx.today.toString()],
    ),
  );
  const { reached, all } = row!;
  return { sentTo: reached, notSentTo: all - reached };
}
