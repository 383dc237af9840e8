import { Counter } from 'prom-client';
import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import type { Job } from '../../writes/job.js';
import { forgetCalendars, tellCalendars } from './calendars/tell-calendars.js';
import { makeDigests } from './digests/digest.js';
import { dueReminders } from './due-reminders.js';
import { closeLetters } from './letters/close-letters.js';
import { MAIL_KINDS } from './mail-kinds.js';
import { deliverNext } from './mail/deliver.js';
import { tellRegionChanges } from './moves/tell-region-changes.js';
import { tellRecorded } from './recorded/tell-recorded.js';
import { saveReminders, type RemindersSaved } from './save-reminders.js';

/** A log line stays short, however many there are. */
const NAMED_IN_LOG = 20;

/** The counter of each outcome of a delivery. */
const COUNTED_AS = {
  SENT: 'sent',
  QUIET: 'putOff',
  WAITS: 'putOff',
  UNWANTED: 'passedOn',
  REFUSED: 'passedOn',
  FAILED: 'failed',
  NOBODY: 'failed',
} as const;

/** Reminds, makes digests, corrects calendars and delivers mail, in this order. */
export function reminderJobs(): readonly Job[] {
  const mails = new Counter({
    name: 'mails_total',
    help: 'Mails by outcome: SENT, FAILED (tried again later), NOBODY (no recipient left), QUIET (put off), WAITS (until there is an address), UNWANTED, REFUSED (no such address)',
    labelNames: ['outcome'],
    registers: [],
  });
  const undeliveredReminders = new Counter({
    name: 'reminders_undelivered_total',
    help: 'Reminders that there was nobody to tell',
    registers: [],
  });
  return [
    {
      name: 'remind',
      needsMail: true,
      measures: [undeliveredReminders],
      async run({ asService, log }) {
        const { made, undelivered } = await asService(remind);
        if (undelivered.length > 0) {
          const some = undelivered.slice(0, NAMED_IN_LOG);
          log.warn({ reminders: undelivered.length, reminderIds: some }, 'reminders for nobody');
        }
        undeliveredReminders.inc(undelivered.length);
        return { made, undelivered: undelivered.length };
      },
    },
    tellRegionChanges,
    {
      name: 'digest',
      needsMail: true,
      run: async ({ asService }) => ({ made: await asService(makeDigests) }),
    },
    {
      name: 'forget calendars',
      run: async ({ asService }) => ({ forgotten: await asService(forgetCalendars) }),
    },
    {
      name: 'calendars',
      needsMail: true,
      run: async ({ asService }) => ({ made: await asService(tellCalendars) }),
    },
    closeLetters,
    tellRecorded,
    {
      name: 'deliver',
      needsMail: true,
      measures: [mails],
      async run({ asService, transport, sender, signal }) {
        const counts = { sent: 0, putOff: 0, passedOn: 0, failed: 0 };
        while (!signal?.aborted) {
          const delivery = await asService((tx) => deliverNext(tx, MAIL_KINDS, transport, sender));
          if (delivery === null) break;
          mails.inc({ outcome: delivery });
          counts[COUNTED_AS[delivery]] += 1;
        }
        return counts;
      },
    },
  ];
}

/** Creates the reminders that are due, for all regions; run twice, or on two machines at once, it creates no more. */
async function remind(tx: Tx): Promise<RemindersSaved> {
  return asSystem(tx, async () => saveReminders(tx, await dueReminders(tx)));
}
