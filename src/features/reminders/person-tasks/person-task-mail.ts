import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { eventsOf } from '../../../writes/events.js';
import { manages } from '../../access/policies.js';
import { anyMail, type MailKind, type Wording } from '../mail/mail.js';
import { makeMail } from '../mail/make-mail.js';
import { ofRegion, recipientsOf } from '../mail/recipients.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { dayInSql } from '../../../kernel/clock.js';

const SUBJECTS = new Catalogue({ nl: nl.personTaskSubjects, en: en.personTaskSubjects });
const TOLD = new Catalogue({ nl: nl.personTasks, en: en.personTasks });
const NEXT = new Catalogue({ nl: nl.personTaskNext, en: en.personTaskNext });

/** What a region is told of somebody. */
export const PERSON_TASK_NEWS = [
  'DIED',
  'STOPPED',
  'DEATH_TAKEN_BACK',
  'STOP_TAKEN_BACK',
  'MOVED_AWAY',
  'MOVED_HERE',
  'MOVE_TAKEN_BACK',
  'REGION_CHANGES',
  'CHANGE_IS_OFF',
] as const;
type PersonTaskNews = (typeof PERSON_TASK_NEWS)[number];
const isNews = (kind: string) => (PERSON_TASK_NEWS as readonly string[]).includes(kind);

/** For the region that answers for them, whether they take part or not. */
const OF_THEIR_OWN: ReadonlySet<PersonTaskNews> = new Set([
  'MOVED_AWAY',
  'MOVED_HERE',
  'MOVE_TAKEN_BACK',
  'REGION_CHANGES',
  'CHANGE_IS_OFF',
]);

/** What comes up for many people on one day. */
const OF_MANY: ReadonlySet<PersonTaskNews> = new Set(['REGION_CHANGES', 'CHANGE_IS_OFF']);

const TASK_MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('PERSON_TASK'),
    person_task_id: v.string(),
    params: v.object({
      regionId: v.string(),
      kind: v.picklist(PERSON_TASK_NEWS),
    }),
  }),
);
type TaskMail = Checked<typeof TASK_MAIL>;

/** To a coordinator of another region: what is to be done there for somebody, as long as it is. */
export const personTaskMail: MailKind = {
  names: ['PERSON_TASK'],
  letterOf(row) {
    const mail = TASK_MAIL.check(row);
    const { kind, regionId } = mail.params;
    return {
      mail,
      scope: 'reminders',
      place: () => ({ oudernetwerk_id: null, region_id: regionId }),
      isCurrent: (tx) => isToBeDone(tx, mail),
      content: (_tx, locale) =>
        Promise.resolve({ ...personTaskWording(locale, kind), list: [], entries: [] }),
      audience: () => ofRegion(regionId),
    };
  },
};

export function personTaskWording(locale: Locale, kind: PersonTaskNews) {
  const wording: Wording = {
    subject: SUBJECTS.text(kind, locale),
    paragraphs: [TOLD.text(kind, locale), NEXT.text('worklist', locale)],
  };
  return { ...wording, why: NEXT.text(OF_THEIR_OWN.has(kind) ? 'whyTheirs' : 'why', locale) };
}

/** It waits to be done, and nobody of the region was told of others like it today already: they are on one list. */
async function isToBeDone(tx: Tx, { id, person_task_id, params }: TaskMail): Promise<boolean> {
  const waiting = await tx.query(
    `select from person_tasks where id = $1 and done_on is null and not ($2 and exists (
       select from mails o where o.kind = 'PERSON_TASK' and o.id <> $3 and o.params ->> 'kind' = $4
         and o.params ->> 'regionId' = $5 and ${dayInSql('o.sent_at')} = $6::date))`,
    [person_task_id, OF_MANY.has(params.kind), id, params.kind, params.regionId, tx.today.toString()],
  );
  return waiting.length > 0;
}

/** Event listener: the regions that whoever recorded it does not coordinate are told. As the system. */
export async function tellPersonTasks(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const elsewhere = eventsOf(events, 'personTask.opened').filter(
    ({ regionId, details }) => isNews(details.kind) && !manages(tx.viewer, regionId),
  );
  const recipients = await recipientsOf(
    tx,
    elsewhere.map(({ regionId }) => ofRegion(regionId!)),
  );
  for (const [place, { subjectId, regionId, details }] of elsewhere.entries()) {
    const recipient = recipients[place];
    if (!recipient) continue;
    const params = { regionId, kind: details.kind };
    makeMail(tx, 'PERSON_TASK', recipient, { params, person_task_id: subjectId });
  }
}
