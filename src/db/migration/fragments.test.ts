import { expandFragments } from './fragments.js';

const expanded = (...texts: string[]) =>
  expandFragments(texts.map((text, index) => ({ name: `${'abc'[index]}.sql`, text }))).map(({ text }) =>
    text.trim(),
  );

const ANSWER = '-- fragment answer\n42\n';

test('a fragment stands for its text, in whichever file', () => {
  expect(expanded('select {{answer}}, {{answer}};', `${ANSWER}\nselect 1;`)).toEqual([
    'select 42, 42;',
    'select 1;',
  ]);
});

test('a fragment ends at an empty line, or with the file', () => {
  expect(expanded('-- fragment two\none,\n  two\n\nselect {{two}};')).toEqual(['select one,\n  two;']);
  expect(expanded('select {{two}};\n-- fragment two\none,\n  two')).toEqual(['select one,\n  two;']);
});

test('fragments hold fragments, and take arguments', () => {
  expect(
    expanded('-- fragment ids(of)\narray({{of}}, {{answer}})\n', ANSWER, 'select {{ids(p.person_id)}};'),
  ).toEqual(['', '', 'select array(p.person_id, 42);']);
  expect(expanded('-- fragment sum(a, b)\n{{a}} + {{b}}\n\nselect {{sum(1, 2)}};')).toEqual([
    'select 1 + 2;',
  ]);
});

test('an argument may be a fragment, or an argument of the one around it', () => {
  const twice = '-- fragment twice(a)\n{{sum({{a}}, {{a}})}}\n';
  expect(
    expanded(
      `-- fragment sum(a, b)\n{{a}} + {{b}}\n\n${twice}`,
      ANSWER,
      'select {{twice({{answer}})}}, {{sum($1, 2)}};',
    ),
  ).toEqual(['', '', 'select 42 + 42, $1 + 2;']);
});

test.each([
  ['one that is not there', 'select {{answer}};', 'a.sql: there is no fragment answer'],
  ['one that nothing uses', ANSWER, 'fragments that nothing uses: answer'],
  [
    'one that only an unused one uses',
    `${ANSWER}\n-- fragment more\n{{answer}} + 1`,
    'nothing uses: answer, more',
  ],
  ['two of one name', `${ANSWER}\n${ANSWER}\nselect {{answer}};`, 'fragment answer is defined twice'],
  [
    'one within itself',
    '-- fragment a\n{{b}}\n\n-- fragment b\n{{a}}\n\n{{a}}',
    'a.sql > a > b: fragment a is within itself',
  ],
  ['too few arguments', '-- fragment a(b)\n{{b}}\n\n{{a}}', 'fragment a takes 1 arguments'],
  ['what is not a name', `select '{{1,2},{3,4}}';`, 'not a fragment'],
])('%s is an error', (_what, text, message) => {
  expect(() => expanded(text)).toThrow(message);
});
