import { numberedTitles } from './numbered-titles.js';

test.each<[string, number, string[], string[]]>([
  ['from one on', 3, [], ['Ouder 1', 'Ouder 2', 'Ouder 3']],
  ['one', 1, ['Ouder'], ['Ouder 1']],
  ['around those that are taken', 2, ['Ouder 1', 'Ouder 3'], ['Ouder 2', 'Ouder 4']],
  ['whatever other seats are called', 2, ['Jongere 1', 'Ouder 10'], ['Ouder 1', 'Ouder 2']],
])('%s', (_how, count, taken, titles) => {
  expect(numberedTitles('Ouder', count, taken)).toEqual(titles);
});
