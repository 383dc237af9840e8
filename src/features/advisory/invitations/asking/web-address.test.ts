import { HOSTILE, readsOnce } from '../../../../testing/hostile-texts.js';
import { hasWebAddress } from './web-address.js';

test.each([
  'Klik https://evil.example/inloggen',
  'HTTP://127.0.0.1',
  'ftp://evil.example',
  'Kijk op www.evil.example',
  'Kijk op evil.nl.',
  'evil.nl/inloggen',
  'x@evil.nl/inloggen',
  'Kijk op inloggen.evil-site.co.uk voor meer',
  't.me/groep',
  'evil．nl',
  'evil。nl',
  '(évil.nl)',
  'a_evil.nl',
  'x@y.nl,evil.nl',
])('%s', (text) => expect(hasWebAddress(text)).toBe(true));

test.each([
  '',
  'Doet u mee? Ik hoor het graag. Tot ziens!',
  'Mail jan.jansen@school.nl of bel 06-12345678.',
  'Vragen: info@school.nl.',
  'Ja/nee: graag a.u.b. vóór 1.12.2026, om 19.30 uur, m.v.g.',
  'Het kost € 12.500 en/of niets',
  'Eerste regel.\nTweede regel.',
])('not: %s', (text) => expect(hasWebAddress(text)).toBe(false));

test.each(HOSTILE)('a hostile text of %s is read once', (_shown, text) =>
  expect(readsOnce(() => hasWebAddress(text))).toBe(false),
);
