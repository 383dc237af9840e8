import { disclosed } from './disclosure.js';

const [ONE, OTHER] = ['0193e0c0-0000-7000-8000-000000000001', '0193e0c0-0000-7000-8000-000000000002'];

test('the marks go, and tell whose details are in an answer', () => {
  const answer = `{"a" : {" whose" : "${ONE}", "email" : null}, "b" : [{" whose" : "${OTHER}", "phone" : "1"}, {" whose" : "${ONE}", "phone" : "2"}]}`;
  expect(disclosed(answer)).toEqual({
    text: '{"a" : {"email" : null}, "b" : [{"phone" : "1"}, {"phone" : "2"}]}',
    people: [ONE, OTHER],
  });
});

test('what somebody typed is no mark', () => {
  const typed = JSON.stringify({ note: `{" whose" : "${ONE}", "email" : null}` });
  expect(disclosed(typed)).toEqual({ text: typed, people: [] });
});
