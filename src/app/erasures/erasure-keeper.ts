import type { Logger } from 'pino';
import { asSystem } from '../../db/as-system.js';
import type { DomainEvent } from '../../kernel/event.js';
import type { Elapsed } from '../../kernel/clock.js';
import { eraseAgain } from '../../features/rights/erasure/erase-person.js';
import type { AsService } from '../../writes/job.js';
import { describeError } from '../http/error-causes.js';
import { StartProblem } from '../lifecycle.js';
import type { Erased, ErasureLedger } from './erasure-ledger.js';

/** What was found of the ledger is relied on for so long. */
const TRUSTED_MS = 60_000;

interface Parts {
  /** null: none is kept */
  readonly ledger: ErasureLedger | null;
  readonly asService: AsService;
  readonly log: Logger;
  readonly elapsed: Elapsed;
}

/**
 * Keeps the ledger of erasures and the database abreast. Whoever was erased is told to the ledger after the commit; what
 * could not be told waits in the table of erasures. Whoever is in the ledger and not erased here came back with a backup.
 */
export class ErasureKeeper {
  private underWay: Promise<unknown> = Promise.resolve();
  private seen: { readonly behind: number; readonly until: number } | null = null;

  constructor(private readonly parts: Parts) {}

  /** After a commit. */
  hear(events: readonly DomainEvent[]): void {
    if (events.some(({ name }) => name === 'person.erased')) void this.tell();
  }

  /** Tells the ledger who was erased; what fails is tried again in an hour, and at the next start. */
  tell(): Promise<unknown> {
    const { ledger, log } = this.parts;
    if (!ledger) return this.underWay;
    this.underWay = this.underWay.then(() =>
      this.append(ledger, 'ledger_at is null').catch((error: unknown) => {
        log.error({ error: describeError(error) }, 'the ledger of erasures cannot be written');
      }),
    );
    return this.underWay;
  }

  /** once everything that was heard is told */
  settled(): Promise<unknown> {
    return this.underWay;
  }

  /** In words for the operator; null if the database is not behind. What cannot be read now holds as it was. */
  async trouble(): Promise<string | null> {
    const { ledger, elapsed } = this.parts;
    if (!ledger) return null;
    if (!this.seen || this.seen.until <= elapsed()) {
      const behind = await this.behind(ledger).catch(() => null);
      if (behind) this.seen = { behind: behind.length, until: elapsed() + TRUSTED_MS };
    }
    return this.seen && this.seen.behind > 0 ? sentence(this.seen.behind) : null;
  }

  /** At the start: both sides are told what the other one knows, or it is refused. */
  async requireAbreast(): Promise<void> {
    const { ledger } = this.parts;
    if (!ledger) return;
    const behind = await this.behind(ledger).catch((error: unknown) => {
      throw new StartProblem(
        `The ledger of erasures cannot be read: ${(error as Error).message}. Look at ERASURE_LEDGER.`,
      );
    });
    if (behind.length > 0) throw new StartProblem(`${sentence(behind.length)}.`);
    await this.append(ledger, 'true');
  }

  /** Erases whoever came back; says how many, and of whom (uuid) it failed. */
  async replay(): Promise<{ readonly erased: number; readonly failed: readonly string[] }> {
    const { ledger, asService, log } = this.parts;
    const failed: string[] = [];
    const behind = ledger ? await this.behind(ledger) : [];
    for (const entry of behind) {
      await asService((tx) => eraseAgain(tx, entry)).catch((error: unknown) => {
        log.error(
          { person: entry.personId, error: describeError(error) },
          'an erasure could not be repeated',
        );
        failed.push(entry.personId);
      });
    }
    this.seen = null;
    return { erased: behind.length - failed.length, failed };
  }

  /** Whoever is in the ledger, and in the database as if nothing had happened. */
  private async behind(ledger: ErasureLedger): Promise<Erased[]> {
    const entries = await ledger.all();
    const there = await this.parts.asService((tx) =>
      asSystem(tx, () =>
        tx.query<{ id: string }>('select id from people where id = any ($1::uuid[]) and erased_on is null', [
          entries.map(({ personId }) => personId),
        ]),
      ),
    );
    const ids = new Set(there.map(({ id }) => id));
    return entries.filter(({ personId }) => ids.has(personId));
  }

  private async append(ledger: ErasureLedger, which: 'true' | 'ledger_at is null'): Promise<void> {
    const erased = await this.parts.asService((tx) =>
      asSystem(tx, () =>
        tx.query<Erased>(
          `select person_id as "personId", reason,
             to_char(erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt"
           from erasures where ${which}`,
        ),
      ),
    );
    if (erased.length === 0) return;
    await ledger.append(erased);
    await this.parts.asService((tx) =>
      asSystem(tx, () =>
        tx.query(
          'update erasures set ledger_at = $2 where person_id = any ($1::uuid[]) and ledger_at is null',
          [erased.map(({ personId }) => personId), tx.now.toString()],
        ),
      ),
    );
  }
}

function sentence(behind: number): string {
  const who = behind === 1 ? '1 person who was' : `${behind} people who were`;
  return `the database is behind its ledger of erasures: ${who} erased came back, as from a backup. Run npm run erasures:replay`;
}
