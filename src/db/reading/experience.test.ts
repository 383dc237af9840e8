import { Experience } from './experience.js';

const search = { text: 'search', values: [] };
const other = { text: 'other', values: [] };
const dear = { text: 'dear', values: [], heavy: true };

let experience: Experience;

beforeEach(() => {
  experience = new Experience();
});

test('nothing is slow before it was, but for what is dear by its cost', () => {
  expect(experience.expected('a', search)).toBe(0);
  expect(experience.expected('a', dear)).toBe(Infinity);
});

test('what was slow once is believed slowly: the newest quick run counts a fifth', () => {
  experience.learn('a', search, 100);
  experience.learn('a', search, 600);
  expect(experience.expected('a', search)).toBe(600);
  experience.learn('a', search, 100);
  expect(experience.expected('a', search)).toBe(500);
});

test('what is slow for one account is not so for another', () => {
  experience.learn('a', search, 600);
  expect(experience.expected('b', search)).toBe(0);
});

test('whoever’s new statements were slow is not believed about the next new one', () => {
  experience.learn('a', search, 600);
  expect(experience.expected('a', other)).toBe(600);
  experience.learn('a', search, 100);
  expect(experience.expected('a', other)).toBe(600);
  experience.learn('a', other, 100);
  expect(experience.expected('a', other)).toBe(100);
});

test('what is dear and turns out quick is quick, and says nothing of others', () => {
  experience.learn('a', dear, 5);
  expect(experience.expected('a', dear)).toBe(5);
  experience.learn('a', { ...dear, text: 'dearer' }, 900);
  expect(experience.expected('a', search)).toBe(0);
});
