import { isRefusedAddress } from './refused-address.js';

const answered = (response: string, command = 'RCPT TO') =>
  isRefusedAddress({ command, responseCode: Number(response.slice(0, 3)), response });

test.each([
  '550 5.1.1 no such mailbox',
  '550-5.1.1 The email account that you tried to reach does not exist.\r\n550 5.1.1 Learn more',
  '550 5.1.10 domain takes no mail',
  '550 5.2.1 mailbox disabled',
  '550 No such user',
  '551 user not local',
  '553 mailbox name not allowed',
  '553 sorry, no mailbox here by that name. (#5.1.1)',
])('%s: the address', (response) => {
  expect(answered(response)).toBe(true);
});

test.each([
  '554 5.7.1 Relay access denied',
  '550 5.7.1 Unable to relay',
  '550 relay not permitted',
  '550 Authentication is required for relay',
  '553 sorry, that domain is not in my list of allowed rcpthosts (#5.7.1)',
  '530 authentication required',
  '530 5.7.0 Must issue a STARTTLS command first',
  '554 no',
  '552 5.2.2 mailbox full',
  '550 5.1.8 sender’s domain does not exist',
  '550 5.4.1 Recipient address rejected: Access denied',
  '450 4.2.1 try again later',
  '450 5.1.1 unsure',
])('%s: something else', (response) => {
  expect(answered(response)).toBe(false);
});

test('an answer to anything but the recipient says nothing of the address', () => {
  expect(answered('550 5.1.1 no such mailbox', 'MAIL FROM')).toBe(false);
  expect(answered('550 5.1.1 no such mailbox', 'DATA')).toBe(false);
  expect(isRefusedAddress(new Error('ECONNREFUSED'))).toBe(false);
});
