import { refuseOtherMachines } from './dev-oidc-token.js';

test.each(['127.0.0.1', '127.8.0.1', '::1', 'localhost'])('HOST=%s is this machine', (host) => {
  expect(() => refuseOtherMachines(host)).not.toThrow();
});

test.each(['0.0.0.0', '::', '::0', '192.0.2.7', '2001:db8::7', '::ffff:192.0.2.7', 'host.example'])(
  'HOST=%s is refused, and says why',
  (host) => {
    expect(() => refuseOtherMachines(host)).toThrow(`With HOST=${host} other machines could reach`);
  },
);
