import { message, registerFailures } from './failure-messages.js';

test('a code is said in one way, whichever feature adds it later', () => {
  const name = message('NO_LETTER', 'nl');
  const other = { NO_LETTER: 'Bij deze taak hoort geen brief.' };
  expect(() => registerFailures({ nl: other, en: other })).toThrow('NO_LETTER has two texts');
  expect(message('NO_LETTER', 'nl')).toBe(name);
  registerFailures({ nl: { NO_LETTER: name }, en: { NO_LETTER: message('NO_LETTER', 'en') } });
});
