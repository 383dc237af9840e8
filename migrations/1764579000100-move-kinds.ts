import type { QueryRunner } from 'typeorm';

/** What regions do, and parents are mailed, because of a move. */
export class MoveKinds1764579000100 {
  async up(db: QueryRunner): Promise<void> {
    await allow(db, 'person_tasks', ['MOVED_AWAY', 'MOVED_HERE', 'MOVE_TAKEN_BACK']);
    await allow(db, 'mails', ['PERSON_MOVE']);
  }
}

/** Adds kinds to those of a table, whichever they are by now. */
async function allow(db: QueryRunner, table: string, kinds: readonly string[]): Promise<void> {
  const check = `${table}_kind_check`;
  const [{ known }] = (await db.query(
    `select pg_get_constraintdef(oid) as known from pg_constraint where conrelid = $1::regclass and conname = $2`,
    [table, check],
  )) as [{ known: string }];
  const all = [...known.matchAll(/'(\w+)'/g)].map(([, kind]) => kind!).concat(kinds);
  const list = all.map((kind) => `'${kind}'`).join(', ');
  await db.query(
    `alter table ${table} drop constraint ${check}, add constraint ${check} check (kind in (${list}))`,
  );
}
