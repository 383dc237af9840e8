import { frameOf } from './letter-frame.js';

const regional = {
  region: 'Noord',
  coordinator: 'Sanne de Demo',
  phone: '+31721234567',
  replyTo: null,
  responsible: null,
};
const service = { region: null, coordinator: null, phone: null, replyTo: null, responsible: null };

test.each([
  ['Anna', 'PERSON', regional, 'Beste Anna,'],
  [null, 'PERSON', regional, 'Beste ouder,'],
  [null, 'NOMINEE', regional, 'Beste ouder,'],
  ['Sanne', 'ACCOUNT', regional, 'Beste Sanne,'],
  [null, 'ORGANISATION', regional, 'Goedendag,'],
  // an address that may be a stranger's
  [null, 'PERSON', service, 'Goedendag,'],
] as const)('%s (%s) is greeted', (name, reader, from, greeting) => {
  expect(frameOf({ ...from, name }, reader, 'nl').greeting).toBe(greeting);
});

test.each([
  [regional, ['Sanne de Demo', 'coördinator oudernetwerken, regio Noord', 'Telefoon 072 123 4567']],
  [{ ...regional, coordinator: null }, ['Oudernetwerken, regio Noord', 'Telefoon 072 123 4567']],
  [{ ...regional, phone: null }, ['Sanne de Demo', 'coördinator oudernetwerken, regio Noord']],
  [service, ['Oudernetwerken']],
])('%j signs', (from, lines) => {
  expect(frameOf({ ...from, name: null }, 'PERSON', 'nl').signature).toEqual([
    'Met vriendelijke groet,',
    ...lines,
  ]);
});

const mailbox = 'rol@example.org';
test.each([
  [{ ...regional, replyTo: mailbox }, 'MAIL', 'Antwoord dan op dit bericht.'],
  // a mail that nobody would get is not answered
  [regional, 'MAIL', 'Bel dan 072 123 4567.'],
  [{ ...regional, phone: null }, 'MAIL', 'Bel dan de coördinator van de regio Noord.'],
  [service, 'MAIL', 'Bel dan de coördinator van uw regio.'],
  [{ ...regional, replyTo: mailbox }, 'PAPER', 'Bel dan 072 123 4567, of mail naar rol@example.org.'],
  [{ ...regional, replyTo: mailbox, phone: null }, 'PAPER', 'Mail dan naar rol@example.org.'],
  [regional, 'PAPER', 'Bel dan 072 123 4567.'],
] as const)('%j, by %s: %s', (from, as, answer) => {
  expect(frameOf({ ...from, name: null }, 'PERSON', 'nl', as).answer).toBe(answer);
});

test('a name of several lines adds none', () => {
  const { signature, greeting } = frameOf(
    { ...regional, coordinator: 'Sanne\r\n\r\nBel 0900 1234', name: 'Anna\n\nU hebt gewonnen' },
    'PERSON',
    'nl',
  );
  expect([greeting, signature[1]]).toEqual(['Beste Anna U hebt gewonnen,', 'Sanne Bel 0900 1234']);
});

const swv = { name: 'SWV Noord', email: 'privacy@swv.example', phone: '+31721234567' };
test.each([
  [
    'PERSON',
    swv,
    'Voor uw gegevens is SWV Noord verantwoordelijk',
    ': privacy@swv.example, telefoon 072 123 4567.',
  ],
  ['PERSON', { ...swv, phone: null }, 'Voor uw gegevens', ': privacy@swv.example.'],
  ['NOMINEE', { ...swv, email: null }, 'Voor uw gegevens', ': telefoon 072 123 4567.'],
  [
    'ACCOUNT',
    { ...swv, email: null, phone: null },
    'Voor de persoonsgegevens in dit bericht',
    'verwijderen.',
  ],
] as const)(
  '%s hears who answers for personal data, and where to ask: %j',
  (reader, responsible, begins, ends) => {
    const said = frameOf({ ...regional, name: null, responsible }, reader, 'nl').responsible!;
    expect([said.startsWith(begins), said.endsWith(ends)]).toEqual([true, true]);
  },
);
