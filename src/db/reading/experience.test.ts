import { Experience } from './experience.js';
import type { Statement } from './statement.js';

const search = { text: 'search', values: [] };
const other = { text: 'other', values: [] };
const dear = { text: 'dear', values: [], heavy: true };

let experience: Experience;

beforeEach(() => {
  experience = new Experience();
});

/** One read: it may run on a shared connection, and again among the slow ones. */
function read(account: string, statement: Statement, ...runs: number[]): void {
  const isNew = experience.isNew(account, statement);
  for (const ms of runs) experience.learn(account, statement, ms, isNew);
}

test('nothing is slow before it was, but for what is dear by its cost', () => {
  expect(experience.expected('a', search)).toBe(0);
  expect(experience.expected('a', dear)).toBe(Infinity);
});

test('the latest run tells', () => {
  read('a', search, 100, 600);
  expect(experience.expected('a', search)).toBe(600);
  read('a', search, 5);
  expect(experience.expected('a', search)).toBe(5);
});

test('what is slow for one account is not so for another', () => {
  read('a', search, 600);
  expect(experience.expected('b', search)).toBe(0);
});

test('whoever’s new statement was slow is not believed about the next new one', () => {
  read('a', search, 100, 600);
  expect(experience.expected('a', other)).toBe(600);
  read('a', search, 5);
  expect(experience.expected('a', other)).toBe(600);
  read('a', other, 5);
  expect(experience.expected('a', { ...other, text: 'another' })).toBe(5);
});

test('a new statement that was cut off while the machine was busy, and then was quick, was quick', () => {
  read('a', search, 100, 5);
  expect(experience.expected('a', other)).toBe(5);
});

test('what is dear and turns out quick is quick, and says nothing of others', () => {
  read('a', dear, 5);
  expect(experience.expected('a', dear)).toBe(5);
  read('a', { ...dear, text: 'dearer' }, 900);
  expect(experience.expected('a', search)).toBe(0);
});
