import { trustedProxies } from './trusted-proxies.js';

test.each([
  ['', []],
  ['1', 1],
  ['12', 12],
  ['10.0.0.7', ['10.0.0.7']],
  ['10.0.0.7, 192.168.0.0/16,fd00::/8', ['10.0.0.7', '192.168.0.0/16', 'fd00::/8']],
])('"%s" is trusted', (text, proxies) => expect(trustedProxies(text)).toEqual(proxies));

test.each([
  'true',
  '*',
  '0',
  '-1',
  '1.5',
  'proxy.example',
  '10.0.0',
  '10.0.0.0/33',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/8/8',
  '10.0.0.7,',
  '10.0.0.7,true',
])('"%s" is refused', (text) => expect(() => trustedProxies(text)).toThrow('it looks like'));
