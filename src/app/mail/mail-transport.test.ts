import { readConfig } from '../../config.js';
import { requireMailServer } from './mail-transport.js';

test.each([
  ['development', {}],
  ['production', { SMTP_URL: 'smtps://mail.example' }],
  ['production', { MAIL: 'off' }],
])('%s starts with %j', (NODE_ENV, settings) => {
  expect(() => requireMailServer(readConfig({ NODE_ENV, ...settings }))).not.toThrow();
});

test.each([{}, { MAIL: 'on' }, { MAIL_DIR: '/var/mail' }])(
  'production does not start with %j',
  (settings) => {
    expect(() => requireMailServer(readConfig({ NODE_ENV: 'production', ...settings }))).toThrow(
      'set SMTP_URL',
    );
  },
);
