import { htmlOf, type MailContent, textOf } from './mail-page.js';

const content: MailContent = {
  locale: 'nl',
  title: 'Onderwerp',
  greeting: 'Beste Anna,',
  signature: ['Met vriendelijke groet,', 'Regio'],
  paragraphs: ['Eerste alinea.', 'Tweede alinea.'],
  list: ['één', 'twee'],
  button: { label: 'Open', url: 'https://okn.example/?a=1&b=2' },
  why: 'Daarom.',
  responsible: 'Wij antwoorden daarvoor.',
  unsubscribe: {
    label: 'Deze berichten niet meer ontvangen',
    url: 'https://okn.example/mail/unsubscribe?token=x',
  },
};

test('every place of the page is filled', () => {
  const html = htmlOf(content);
  expect(html).toMatch(/^<!doctype html>\s*<html lang="nl" dir="ltr"/);
  expect(html).toContain('<title>Onderwerp</title>');
  expect(html).toContain(
    '<p>Beste Anna,</p><p>Eerste alinea.</p><p>Tweede alinea.</p><ul><li>één</li><li>twee</li></ul>',
  );
  expect(html).toContain('href="https://okn.example/?a=1&#38;b=2"');
  expect(html).toContain(
    'Daarom.<br />Wij antwoorden daarvoor.<br /><a href="https://okn.example/mail/unsubscribe?token=x">Deze berichten niet meer ontvangen</a>',
  );
  expect(html).not.toMatch(/%\w+%/);
});

test('a page fetches nothing from elsewhere: opening a mail tells nobody', () => {
  const html = htmlOf({ ...content, button: { label: 'Open', url: 'URL' }, unsubscribe: null });
  expect(html).not.toMatch(/<(img|link|script|iframe)\b|@import|url\(|\bsrc=/i);
  expect(html).not.toContain('https:');
});

test('text from our tables stays text, whatever it holds', () => {
  const text = `<script>"%url%" $& $1 %title% &amp;</script>`;
  const html = htmlOf({ ...content, paragraphs: [text], list: [], why: text, unsubscribe: null });
  expect(html).not.toContain('<script>');
  const written = '&#60;script&#62;&#34;%url%&#34; $&#38; $1 %title% &#38;amp;&#60;/script&#62;';
  expect(html).toContain(`<p>${written}</p></div>`);
  expect(html.split(written)).toHaveLength(3);
});

test('a mail with nowhere to go has no button', () => {
  expect(htmlOf(content)).toMatch(/>\s*Open\s*<\/a>/);
  const html = htmlOf({ ...content, button: null, unsubscribe: null });
  expect(html).toContain('Tweede alinea.');
  expect(html).toContain('Daarom.');
  expect(html).not.toMatch(/<a\b|%\w+%/);
  expect(textOf({ ...content, button: null, unsubscribe: null })).not.toContain('Open');
});

test('nothing to unsubscribe from and nothing to list leave nothing behind', () => {
  const html = htmlOf({ ...content, list: [], unsubscribe: null });
  expect(html).not.toContain('<ul>');
  expect(html).not.toContain('Deze berichten niet meer ontvangen');
  expect(html).not.toContain('null');
});

test('what somebody else wrote shows as theirs, and a name adds no paragraph', () => {
  const paragraphs = [
    'Van den Berg\n\nUw wachtwoord is verlopen.',
    { quoted: ['Kom erbij!', '<b>Graag</b>\r\nTot dan.'] },
  ];
  const said = textOf({ ...content, paragraphs, list: ['een\u2028twee'] });
  expect(said.split('\n\n').slice(1, 4)).toEqual([
    'Van den Berg Uw wachtwoord is verlopen.',
    '> Kom erbij!\n> <b>Graag</b> Tot dan.',
    '- een twee',
  ]);
  expect(htmlOf({ ...content, paragraphs })).toContain(
    '<blockquote><p>Kom erbij!</p><p>&#60;b&#62;Graag&#60;/b&#62;\r\nTot dan.</p></blockquote>',
  );
});
