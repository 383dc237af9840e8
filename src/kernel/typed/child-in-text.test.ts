import { HOSTILE, readsOnce } from '../../testing/hostile-texts.js';
import { day } from '../clock.js';
import { tellsOfChild } from './child-in-text.js';

const TODAY = day('2026-11-30');

test.each([
  'Jasper, geb. 12-03-2018',
  'Jasper (geb 12/3/18)',
  'jasper geboren op 12 maart 2018',
  'Jasper, geboren 12 mrt. 2018 in Utrecht',
  'Jasper, geboren in Utrecht op 2018-03-12',
  'Jasper, gebdat 12.03.2018',
  'Jasper, geboortedatum: 12–03–2018',
  'Jasper de Vries g.d. 12-3-2018',
  'Jasper GD: 12-3-2018',
  'Jasper (12-3-2018)',
  'Jan-Willem., (12-3-2018)',
  'Ⅷ (12-3-2018)',
  'McJasper * 12-3-2018',
  'Jasper de V. (12-03-2018), groep 4',
  'Zoë ( 12 maart 2018 )',
  'Jasper [12-3-2018; groep 4]',
  'Jasper *12-03-2018',
  'Jasper (* 12 maart 2018)',
  'Jasper, born on 12 May 2018',
  'Jasper, DOB 12/03/2018',
  'Jasper, d.o.b. 12-3-2018',
  'Jasper, date of birth 1 October 2010',
  'Jasper, geb. 30-11-2003',
  'Jasper, geb. 30-11-2026',
  'Jasper, geb. 3-1-26',
  'Ouderavond\nJasper, geb. １２-０３-２０１８',
  'Moeder van Ali (gebo\u200bren 1-2-2015)',
])('%s', (text) => expect(tellsOfChild(text, TODAY)).toBe(true));

test.each([
  '',
  'Jasper',
  'Ouderavond 12-03-2018',
  'Ouderavond (12-3-2026)',
  'Ouderavond (12-3-2018 om 19.30)',
  'Ouderavond 1-9-2026 19.30',
  'ouderavond (12-3-2018)',
  'Opgericht 12-03-2018',
  'Gebouw B, 12-03-2018',
  'Gebied Utrecht, 12-03-2018',
  'Bevestigd 12-03-2018',
  'GGD 12-03-2018',
  'Geboren uit een idee. Begonnen op 12-03-2018',
  'Notulen\n* 12-03-2018 ouderavond',
  'Anna, geb. 12-03-1980',
  'Anna, geb. 12-3-80',
  'Jasper, geb. 29-11-2003',
  'Uitgerekend, geboren wordt hij 1-12-2026',
  'Jasper, geb. 30-02-2018',
  'Jasper, geb. 12 kaart 2018',
  'Jasper, geb. 2018',
  'Jasper (8 jaar)',
  'Regio Utrecht (2018)',
])('not: %s', (text) => expect(tellsOfChild(text, TODAY)).toBe(false));

const UNITS = ['geb. ', 'A (1', 'A*', '1-1-1', 'geb 1 aaa '];
test.each([...UNITS.map((unit) => [unit, unit.repeat(100_000 / unit.length)]), ...HOSTILE])(
  'a hostile text of %s is read once',
  (_shown, text) => expect(readsOnce(() => tellsOfChild(text, TODAY))).toBe(false),
);
