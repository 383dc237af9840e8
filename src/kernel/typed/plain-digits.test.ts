import { withPlainDigits } from './plain-digits.js';

test('no sign becomes more than eight characters: a text stays about as long as it is', () => {
  const long: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const sign = String.fromCodePoint(code);
    // most stay one character
    if (sign.normalize('NFKC').length > 3 && withPlainDigits(sign).length > 8) long.push(sign);
  }
  expect(long).toEqual([]);
});
