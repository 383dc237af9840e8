import { readEmail } from './read-email.js';

const LINK = 'https://okn.example/seats/answer?token=abc.d--ef';

const email = (boundary: string, text: string) =>
  [
    'To: ouder@example.org',
    'Subject: =?UTF-8?Q?E=C3=A9n_uitnodiging?=',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    text,
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('<p>één</p>').toString('base64'),
    `--${boundary}--`,
    '',
  ].join('\r\n');

test.each([
  ['whole', 'https://okn.example/seats/answer?token=3Dabc.d--ef'],
  ['broken in a token, before two dashes', 'https://okn.example/seats/answer?token=3Dabc.d=\r\n--ef'],
  ['broken twice', 'https://okn.example/seats/answer?token=3Dabc.d=\r\n--e=\r\nf'],
  ['above a signature', 'https://okn.example/seats/answer?token=3Dabc.d--ef\r\n\r\n--=20\r\n\r\n=C3=A9n'],
])('a link that is %s is read whole', (_how, text) => {
  const { header, body } = readEmail('a.eml', email('--_NmP-1', text));
  expect(header('subject')).toBe('Eén uitnodiging');
  expect(body).toContain(LINK);
  expect(body).toContain('<p>één</p>');
});
