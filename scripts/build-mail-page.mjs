// Compiles the layout of all emails from MJML to the HTML that mail programs understand.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import mjml2html from 'mjml';

const source = readFileSync('src/features/reminders/mail/page/mail-page.mjml', 'utf8');
const { html, errors } = await mjml2html(source, { fonts: {}, validationLevel: 'strict' });
if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
mkdirSync('dist', { recursive: true });
writeFileSync('dist/mail-page.html', html);
