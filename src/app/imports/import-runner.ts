import type { Logger } from 'pino';
import type { Transact } from '../../db/transaction.js';
import { asSystem } from '../../db/as-system.js';
import type { Clock } from '../../kernel/clock.js';
import { today } from '../../kernel/clock.js';
import type { DomainEvent } from '../../kernel/event.js';
import type { Viewer } from '../../kernel/viewer.js';
import { workOnImport } from '../../features/lists/import/work/work-on-import.js';
import { describeError } from '../http/error-causes.js';
import { systemViewer } from '../jobs/system-viewer.js';
import type { Viewers } from '../viewers.js';

interface Parts {
  readonly transact: Transact;
  readonly viewers: Pick<Viewers, 'of'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** false: only when somebody waits for it to be done, as tests do */
  readonly atOnce: boolean;
}

/** After these an import waits for work. */
const BEGINS: readonly DomainEvent['name'][] = [
  'import.uploaded',
  'import.mapped',
  'import.applyAsked',
  'import.undoAsked',
];

/** What the lookups of its viewers are counted by. */
const CLIENT = 'imports';

/**
 * Does what imports wait for, one after another, behind the requests that asked for it, with the rights of the account that
 * did. What a stop cuts off, the next tick on any machine goes on with.
 */
export class ImportRunner {
  private readonly waiting = new Set<string>();
  private working: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly parts: Parts) {}

  /** What was committed. */
  hear(events: readonly DomainEvent[]): void {
    for (const { name, subjectId } of events) if (BEGINS.includes(name)) this.add(subjectId);
  }

  /** What was left behind, and is worked on by nobody. */
  async resume(): Promise<void> {
    const left = await this.asService<{ id: string }>(
      `select id from imports where state in ('JUDGING', 'APPLYING', 'REVERTING', 'UNDOING')`,
    );
    for (const { id } of left) this.add(id);
    await this.settled();
  }

  /** Once everything that it was told of is done. */
  async settled(): Promise<void> {
    for (const id of this.waiting) this.begin(id);
    let seen: Promise<void> | null = null;
    while (seen !== this.working) {
      seen = this.working;
      await seen;
    }
  }

  /** After the part that it is at. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.working;
  }

  private add(id: string): void {
    if (this.stopped || this.waiting.has(id)) return;
    this.waiting.add(id);
    if (this.parts.atOnce) this.begin(id);
  }

  private begin(id: string): void {
    this.working = this.working.then(() => this.work(id));
  }

  private async work(id: string): Promise<void> {
    this.waiting.delete(id);
    try {
      let viewer: Viewer | null;
      // asked at each part: their rights may end meanwhile, or somebody else may ask
      do viewer = this.stopped ? null : await this.viewerOf(id);
      while (viewer && (await workOnImport(this.parts.transact, viewer, id)));
    } catch (error) {
      this.parts.log.error(
        { import: id, error: describeError(error) },
        'an import failed; the next tick tries again',
      );
    }
  }

  /** With the rights that they have now. */
  private async viewerOf(id: string): Promise<Viewer | null> {
    const [asker] = await this.asService<{ issuer: string; subject: string }>(
      'select a.issuer, a.subject from imports i join accounts a on a.id = i.account_id where i.id = $1',
      [id],
    );
    const viewer = asker ? await this.parts.viewers.of(asker, 'nl', CLIENT) : null;
    return viewer && { ...viewer, channel: 'IMPORT' };
  }

  private asService<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { transact, clock } = this.parts;
    return transact(systemViewer(today(clock), 'IMPORT'), (tx) =>
      asSystem(tx, () => tx.query<Row>(sql, values)),
    );
  }
}
