import type { DataSource } from 'typeorm';
import { ENTITIES, TRANSACTION_RULES } from '../../app/features.js';
import { createDataSource } from '../../db/data-source.js';
import { type EventListener, type Transact, transactions, type Tx } from '../../db/transaction.js';
import type { Clock } from '../../kernel/clock.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { UseCase } from '../../writes/use-case.js';

/** Longer than anything here takes. */
const PATIENT_MS = 60_000;

/** A write of one network or person touches tens of rows, not hundreds. */
const FEW_ROWS = 300;

/** Rows that a session fetched so far, by their table. */
type Fetched = ReadonlyMap<string, number>;

/** Thrown at the end, so that nothing stays. */
class OnlyTried extends Error {
  constructor(readonly fetched: Fetched) {
    super('only tried');
  }
}

/** Use-cases with all that follows from them up to the commit, which is not made. */
export class TriedWrites {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly transact: Transact,
  ) {}

  static async on(serviceUrl: string, clock: Clock): Promise<TriedWrites> {
    const limits = {
      poolSize: 1,
      poolWaitMs: PATIENT_MS,
      statementTimeoutMs: PATIENT_MS,
      lockTimeoutMs: PATIENT_MS,
      idleInTransactionTimeoutMs: PATIENT_MS,
      signOfLifeMs: PATIENT_MS,
      answerWithinMs: PATIENT_MS,
    };
    const dataSource = createDataSource(serviceUrl, limits, ENTITIES, () => undefined);
    await dataSource.initialize();
    const listeners = [...TRANSACTION_RULES.listeners, tell];
    return new TriedWrites(dataSource, transactions({ ...TRANSACTION_RULES, dataSource, clock, listeners }));
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  /** The tables of which it looks at more than a few rows, and at how many: where an index serves it does not. */
  async tablesReadBy<Input>(
    viewer: Viewer,
    useCase: UseCase<Input>,
    input: NoInfer<Input>,
  ): Promise<readonly string[]> {
    let before: Fetched = new Map();
    const run = this.transact(viewer, async (tx) => {
      // a table as small as here PostgreSQL rather reads all
      tx.send('set local enable_seqscan = off');
      before = await fetched(tx);
      return useCase.run(tx, input, undefined as never);
    });
    const tried: unknown = await run.catch((error: unknown) => error);
    if (!(tried instanceof OnlyTried)) throw tried;
    return [...tried.fetched].flatMap(([table, rows]) => {
      const more = rows - (before.get(table) ?? 0);
      return more > FEW_ROWS ? [`${table}: ${more}`] : [];
    });
  }
}

const tell: EventListener = async (tx) => {
  tx.send('set constraints all immediate');
  throw new OnlyTried(await fetched(tx));
};

async function fetched(tx: Tx): Promise<Fetched> {
  const rows = await tx.query<{ table: string; rows: number }>(
    `select relname as table, (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as rows
     from pg_stat_xact_user_tables order by 1`,
  );
  return new Map(rows.map(({ table, rows }) => [table, rows]));
}
