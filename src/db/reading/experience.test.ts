import { Experience } from './experience.js';
import type { Statement } from './statement.js';

const search = { key: 'search', text: 'search', values: [] };
const other = { key: 'other', text: 'other', values: [] };
const expensive = { key: 'expensive', text: 'expensive', values: [], heavy: true };

let experience: Experience;

beforeEach(() => {
  experience = new Experience();
});

/** One read: it may run on a shared connection, and again among the slow ones. */
function read(account: string, statement: Statement, ...runs: number[]): void {
  const isNew = experience.isNew(account, statement);
  for (const ms of runs) experience.learn(account, statement, ms, isNew);
}

test('nothing is slow before it was, but for what is expensive by its cost', () => {
  expect(experience.expected('a', search)).toBe(0);
  expect(experience.expected('a', expensive)).toBe(Infinity);
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

test('an account whose last new statement was slow starts its next one as a slow one', () => {
  read('a', search, 100, 600);
  expect(experience.expected('a', other)).toBe(600);
  read('a', search, 5);
  expect(experience.expected('a', other)).toBe(600);
  read('a', other, 5);
  expect(experience.expected('a', { ...other, key: 'another' })).toBe(5);
});

test('a new statement that was cut off while the machine was busy, and then was quick, was quick', () => {
  read('a', search, 100, 5);
  expect(experience.expected('a', other)).toBe(5);
});

test('what is expensive and turns out quick is quick, and says nothing of others', () => {
  read('a', expensive, 5);
  expect(experience.expected('a', expensive)).toBe(5);
  read('a', { ...expensive, key: 'another' }, 900);
  expect(experience.expected('a', search)).toBe(0);
});
