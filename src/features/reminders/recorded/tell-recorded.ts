import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import type { Job } from '../../../writes/job.js';
import { manages } from '../../access/policies.js';
import type { RecordedFrom } from './recorded-mail.js';

/** Event listener: whoever is recorded by somebody else is owed the notice of article 14, within a month. As the system. */
export async function oweNotice(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const made = eventsOf(events, 'person.created').filter(({ details }) => details.by === 'OTHERS');
  if (made.length === 0) return;
  const owed = made.map(({ subjectId, regionId }) => ({
    person_id: subjectId,
    source: sourceOf(tx, regionId!),
    recorded_on: tx.today.toString(),
    due_on: tx.today.add({ months: 1 }).toString(),
  }));
  tx.send(
    `insert into recorded_notices (person_id, source, recorded_on, due_on)
     select * from jsonb_to_recordset($1) as owed (person_id uuid, source text, recorded_on date, due_on date)`,
    [JSON.stringify(owed)],
  );
}

function sourceOf({ channel, viewer }: Tx, regionId: string): RecordedFrom {
  if (channel === 'IMPORT') return 'LIST';
  return manages(viewer, regionId) ? 'COORDINATOR' : 'NETWORK';
}

/** Makes the mail, or the letter that it becomes, for everybody who is owed one and has none under way. */
export const tellRecorded: Job = {
  name: 'tell recorded',
  needsMail: true,
  run: async ({ asService }) => ({ made: await asService((tx) => asSystem(tx, () => makeNotices(tx))) }),
};

async function makeNotices(tx: Tx): Promise<number> {
  const made = await tx.query(
    `insert into mails (id, kind, recipient_type, recipient_id, params, made_at, due_at)
     select gen_random_uuid(), 'RECORDED', 'PERSON', n.person_id,
       jsonb_build_object('on', n.recorded_on, 'source', n.source), $1, $1
     from recorded_notices n join people p on p.id = n.person_id and p.deceased_on is null
     where n.told_on is null
     on conflict do nothing
     returning id`,
    [tx.now.toString()],
  );
  return made.length;
}
