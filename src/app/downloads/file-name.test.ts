import { keptAs } from './file-name.js';

test.each([
  ['Rooster 2026 Cliëntenraad', 'rooster-2026-clientenraad', 'Rooster%202026%20Cli%C3%ABntenraad'],
  ['Raad "A"; filename=x.exe', 'raad-a-filename-x-exe', 'Raad%20A%20%3B%20filename%3Dx.exe'],
  ['../../etc/passwd', 'etc-passwd', '..%20..%20etc%20passwd'],
  ["Raad\r\nSet-Cookie: a='b'(c)*", 'raad-set-cookie-a-b-c', 'Raad%20Set-Cookie%20a%3D%27b%27%28c%29'],
  ['Rooster 他們', 'rooster', 'Rooster%20%E4%BB%96%E5%80%91'],
  ['Rooster \u202Exslx', 'rooster-xslx', 'Rooster%20xslx'],
])('%j is kept under a name that every system takes', (name, plain, encoded) => {
  expect(keptAs(name, 'ics')).toBe(`attachment; filename="${plain}.ics"; filename*=UTF-8''${encoded}.ics`);
});

test('a long name is cut, between characters', () => {
  const [, plain, encoded] = /filename="(.+)\.ics"; filename\*=UTF-8''(.+)\.ics$/.exec(
    keptAs('👩'.repeat(100) + 'a'.repeat(100), 'ics'),
  )!;
  expect(plain!.length).toBeLessThanOrEqual(80);
  expect([...decodeURIComponent(encoded!)]).toHaveLength(80);
});
