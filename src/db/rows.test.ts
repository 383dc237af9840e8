import { insert, remove, update } from './rows.js';
import type { Tx } from './transaction.js';

class NoticeEntity {
  id: string;
  regionId: string;
  text: string | null;
  facts: unknown;
  shownTo: { last: string } | null;
  sortName: string;
}

const column = (propertyName: string, databaseName: string, more = {}) => ({
  propertyName,
  databaseName,
  isInsert: true,
  isUpdate: true,
  type: 'text',
  ...more,
});

const METADATA = {
  tableName: 'notices',
  columns: [
    column('id', 'id'),
    column('regionId', 'region_id'),
    column('text', 'text'),
    column('facts', 'facts', { type: 'jsonb' }),
    column('shownTo', 'shown_to', {
      transformer: { to: (period: { last: string } | null) => period && `[,${period.last}]` },
    }),
    column('sortName', 'sort_name', { isInsert: false, isUpdate: false }),
  ],
};

function sent(write: (tx: Tx) => void): unknown[][] {
  const statements: unknown[][] = [];
  write({
    manager: { dataSource: { getMetadata: () => METADATA } },
    send: (...statement: unknown[]) => void statements.push(statement),
  } as unknown as Tx);
  return statements;
}

test('a row is inserted with what it has: by the names and in the form of its columns', () => {
  const row = { id: 'a', regionId: 'r', facts: ['x'], shownTo: { last: '2026-12-31' }, sortName: 'never' };
  expect(sent((tx) => insert(tx, NoticeEntity, row))).toEqual([
    [
      'insert into notices (id, region_id, facts, shown_to) values ($1, $2, $3, $4)',
      ['a', 'r', '["x"]', '[,2026-12-31]'],
    ],
  ]);
});

test('several rows are one statement, with defaults for what some of them leave out', () => {
  expect(sent((tx) => insert(tx, NoticeEntity, [{ id: 'a', text: null }, { id: 'b' }]))).toEqual([
    ['insert into notices (id, text) values ($1, $2), ($3, default)', ['a', null, 'b']],
  ]);
});

test('an update sets what it gives, and nothing where that is nothing', () => {
  const where = { regionId: 'r', text: null, id: ['a', 'b'] };
  expect(sent((tx) => update(tx, NoticeEntity, where, { text: 'new', shownTo: null }))).toEqual([
    [
      'update notices set text = $1, shown_to = $2 where region_id = $3 and text is null and id = any ($4)',
      ['new', null, 'r', ['a', 'b']],
    ],
  ]);
  expect(sent((tx) => update(tx, NoticeEntity, { id: 'a' }, { text: undefined, sortName: 'never' }))).toEqual(
    [],
  );
});

test('nothing is deleted where it is not said which rows are meant', () => {
  expect(sent((tx) => remove(tx, NoticeEntity, { id: 'a' }))).toEqual([
    ['delete from notices where id = $1', ['a']],
  ]);
  for (const where of [{}, { id: undefined }, { nothing: 1 }]) {
    expect(() => sent((tx) => remove(tx, NoticeEntity, where as never))).toThrow('Which rows are meant');
  }
});
