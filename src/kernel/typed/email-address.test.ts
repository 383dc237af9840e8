import { emailAddress } from './email-address.js';

test.each([
  ['anna@voorbeeld.nl', 'anna@voorbeeld.nl'],
  ['  Anna.van-den.Berg+school@sub.voorbeeld.co.uk ', 'Anna.van-den.Berg+school@sub.voorbeeld.co.uk'],
  ["o'neil@voorbeeld.nl", "o'neil@voorbeeld.nl"],
  ['zoë@café.nl', 'zoë@café.nl'],
  ['ZOË@CAFÉ.nl', 'ZOË@CAFÉ.nl'],
  ['ılgaz@voorbeeld.nl', 'ılgaz@voorbeeld.nl'],
  ['strauß@voorbeeld.nl', 'strauß@voorbeeld.nl'],
  ['ΝΙΚΟΣ@παράδειγμα.ελ', 'ΝΙΚΟΣ@παράδειγμα.ελ'],
  ['zoe\u0308@voorbeeld.nl', 'zoe\u0308@voorbeeld.nl'],
  ['用户@例子.中国', '用户@例子.中国'],
  ['a@xn--caf-dma.nl', 'a@xn--caf-dma.nl'],
  ['a@123.amsterdam', 'a@123.amsterdam'],
  [`${'x'.repeat(64)}@voorbeeld.nl`, `${'x'.repeat(64)}@voorbeeld.nl`],
  ['anna\u200b@voor\u00adbeeld.nl', 'anna@voorbeeld.nl'],
  ['\u202aanna@voorbeeld.nl\u202c', 'anna@voorbeeld.nl'],
  ['\ufeffanna@voorbeeld.nl\u200e', 'anna@voorbeeld.nl'],
])('%j is %s', (written, address) => expect(emailAddress(written)).toBe(address));

test.each([
  ...['', 'anna', '@voorbeeld.nl', 'anna@', 'anna@voorbeeld', 'anna@@voorbeeld.nl', 'anna@voor@beeld.nl'],
  ...['.anna@voorbeeld.nl', 'anna.@voorbeeld.nl', 'an..na@voorbeeld.nl', '\u200b.anna@voorbeeld.nl'],
  ...['anna@.voorbeeld.nl', 'anna@voorbeeld..nl', 'anna@voorbeeld.nl.', 'anna@voorbeeld.\u200b.nl'],
  ...[
    'anna@-voorbeeld.nl',
    'anna@voorbeeld-.nl',
    'anna@voor_beeld.nl',
    'anna@voorbeeld.n',
    'anna@voorbeeld.123',
  ],
  ...[
    'anna@127.0.0.1',
    'anna@[127.0.0.1]',
    '"anna"@voorbeeld.nl',
    '"an na"@voorbeeld.nl',
    '“anna”@voorbeeld.nl',
  ],
  ...[
    '‘anna’@voorbeeld.nl',
    '„anna“@voorbeeld.nl',
    '«anna»@voorbeeld.nl',
    '`anna`@voorbeeld.nl',
    "'anna@voorbeeld.nl",
  ],
  ...["anna@voorbeeld.nl'", 'anna@voor"beeld.nl', 'an\ufffdna@voorbeeld.nl', 'anna@voor\ufffdbeeld.nl'],
  ...[
    'Anna <anna@voorbeeld.nl>',
    'anna@voorbeeld.nl, jan@voorbeeld.nl',
    'anna@voorbeeld.nl;',
    'an na@voorbeeld.nl',
  ],
  ...[
    'an\u00a0na@voorbeeld.nl',
    'anna@voorbeeld.nl\nBcc: jan@voorbeeld.nl',
    'mailto:anna@voorbeeld.nl',
    'an\\na@b.nl',
  ],
  ...[
    '\u3164@voorbeeld.nl',
    'anna@\u3164.nl',
    '\u2800@voorbeeld.nl',
    '\u0301@voorbeeld.nl',
    'anna@voor/beeld.nl',
  ],
  ...['ann\ue000a@voorbeeld.nl', 'an(na)@voorbeeld.nl', 'a\u0000b@voorbeeld.nl', '🙂@voorbeeld.nl'],
  ...[`${'x'.repeat(65)}@voorbeeld.nl`, `anna@${'x'.repeat(64)}.nl`],
  // in lower case each of these is another letter, and so another mailbox
  ...['aİcha@voorbeeld.nl', 'an\u212aa@voorbeeld.nl', '\u212bsa@voorbeeld.nl', 'anna@bankİng.nl'],
])('%j is none', (written) => expect(emailAddress(written)).toBeNull());

test.each(['a', '.', 'a.', '@', 'a@', '\u0301', 'a\u0301', '-', "'"])(
  'a hostile address of %j takes linear time',
  (unit) => {
    expect(emailAddress(unit.repeat(100_000))).toBeNull();
    expect(emailAddress(`a@${unit.repeat(100_000)}`)).toBeNull();
  },
);
