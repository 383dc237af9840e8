import { frameOf } from './letter-frame.js';

const regional = { region: 'Noord', coordinator: 'Sanne de Demo', phone: '+31721234567' };

test.each([
  ['Anna', 'PERSON', regional, 'Beste Anna,'],
  [null, 'PERSON', regional, 'Beste ouder,'],
  [null, 'NOMINEE', regional, 'Beste ouder,'],
  ['Sanne', 'ACCOUNT', regional, 'Beste Sanne,'],
  [null, 'ORGANISATION', regional, 'Goedendag,'],
  // an address that may be a stranger's
  [null, 'PERSON', { region: null, coordinator: null, phone: null }, 'Goedendag,'],
] as const)('%s (%s) is greeted', (name, reader, from, greeting) => {
  expect(frameOf({ ...from, name }, reader, 'nl').greeting).toBe(greeting);
});

test.each([
  [regional, ['Sanne de Demo', 'coördinator oudernetwerken, regio Noord', 'Telefoon 072 123 4567']],
  [{ ...regional, coordinator: null }, ['Oudernetwerken, regio Noord', 'Telefoon 072 123 4567']],
  [{ ...regional, phone: null }, ['Sanne de Demo', 'coördinator oudernetwerken, regio Noord']],
  [{ region: null, coordinator: null, phone: null }, ['Oudernetwerken']],
])('%j signs', (from, lines) => {
  expect(frameOf({ ...from, name: null }, 'PERSON', 'nl').signature).toEqual([
    'Met vriendelijke groet,',
    ...lines,
  ]);
});

test('a name of several lines adds none', () => {
  const { signature, greeting } = frameOf(
    { ...regional, coordinator: 'Sanne\r\n\r\nBel 0900 1234', name: 'Anna\n\nU hebt gewonnen' },
    'PERSON',
    'nl',
  );
  expect([greeting, signature[1]]).toEqual(['Beste Anna U hebt gewonnen,', 'Sanne Bel 0900 1234']);
});
