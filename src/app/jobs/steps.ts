import type { Logger } from 'pino';
import { expireInvitations } from '../../features/advisory/invitations/expire-invitations.js';
import { renewDue } from '../../features/continuity/assessment/renew-continuity.js';
import type { Sender } from '../../features/reminders/mail/mail.js';
import { deliverNext } from '../../features/reminders/mail/deliver.js';
import { makeDigests } from '../../features/reminders/digests/digest.js';
import type { MailTransport } from '../../features/reminders/mail/email.js';
import { remind } from '../../features/reminders/remind.js';
import type { JobCounters } from './job-counters.js';
import type { Step } from './tick.js';

interface StepParts {
  readonly log: Logger;
  readonly transport: MailTransport;
  readonly sender: Sender;
  readonly counters: JobCounters;
}

/** A log line stays short, however many there are. */
const NAMED_IN_LOG = 20;

/** Judges every network whose assessment is of the past. */
export const DAY_ROLLOVER: Step = {
  name: 'pass the day',
  async run(asService, signal) {
    let judged = 0;
    while (!signal?.aborted) {
      const some = await asService(renewDue);
      if (some === 0) break;
      judged += some;
    }
    return { judged };
  },
};

/** Writes down which questions to parents ran out; answers say so from the day itself. */
const EXPIRE_INVITATIONS: Step = {
  name: 'expire invitations',
  async run(asService, signal) {
    let expired = 0;
    while (!signal?.aborted) {
      const some = await asService(expireInvitations);
      if (some === 0) break;
      expired += some;
    }
    return { expired };
  },
};

/** What the service does every hour, in this order. */
export function jobSteps({ log, transport, sender, counters }: StepParts): readonly Step[] {
  return [
    DAY_ROLLOVER,
    EXPIRE_INVITATIONS,
    {
      name: 'remind',
      async run(asService) {
        const { made, undelivered } = await asService(remind);
        if (undelivered.length > 0) {
          const some = undelivered.slice(0, NAMED_IN_LOG);
          log.warn({ reminders: undelivered.length, reminderIds: some }, 'reminders for nobody');
        }
        counters.undelivered.inc(undelivered.length);
        return { made, undelivered: undelivered.length };
      },
    },
    {
      name: 'digest',
      run: async (asService) => ({ made: await asService(makeDigests) }),
    },
    {
      name: 'deliver',
      async run(asService, signal) {
        const counts = { sent: 0, putOff: 0, passedOn: 0, failed: 0 };
        const place = {
          SENT: 'sent',
          QUIET: 'putOff',
          UNWANTED: 'passedOn',
          FAILED: 'failed',
          NOBODY: 'failed',
        } as const;
        while (!signal?.aborted) {
          const delivery = await asService((tx) => deliverNext(tx, transport, sender));
          if (delivery === null) break;
          counters.mails.inc({ outcome: delivery });
          counts[place[delivery]] += 1;
        }
        return counts;
      },
    },
  ];
}
