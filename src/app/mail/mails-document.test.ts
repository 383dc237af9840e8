import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../db/project-folder.js';
import { ADDRESS_KINDS } from '../../features/reminders/addresses/address-mail.js';
import { INVITATION_KINDS } from '../../features/reminders/invitations/invitation-mail.js';
import { REMINDER_KINDS } from '../../features/reminders/save-reminders.js';
import { MAILS_DOCUMENT, mailsDocument } from './mails-document.js';
import { SHOWN_MAILS } from './shown-mails.js';

test('the page of all mails is as the service writes them: `npm run schema` renews it', () => {
  expect(readFileSync(path.join(projectFolder(), MAILS_DOCUMENT), 'utf8')).toBe(mailsDocument());
});

test('every kind of mail is on it', () => {
  const kinds = [...REMINDER_KINDS, ...ADDRESS_KINDS, ...INVITATION_KINDS];
  const shown = new Set(SHOWN_MAILS.map(({ name }) => name.split(':')[0]));
  expect([...shown].sort()).toEqual(
    [
      ...kinds,
      'DIGEST',
      'CONSENT_RECORDED',
      'CONSENT_SAID',
      'NETWORK_MESSAGE',
      'RECORDED',
      'CALENDAR',
      'PERSON_TASK',
      'TAKEN_BACK',
      'ACTIVITY',
      'PERSON_MOVE',
      'SUBSTITUTE',
      'NETWORK_CONTACT',
      'THEME_PROPOSAL',
      'NETWORK_END',
    ].sort(),
  );
});

test('no subject names a network, and no letter to a parent is without a greeting', () => {
  for (const { name, words } of SHOWN_MAILS) {
    if (name.startsWith('INVITATION')) continue;
    for (const locale of ['nl', 'en'] as const) expect(words(locale).subject).not.toContain('Oudernetwerk V');
  }
  expect(mailsDocument()).not.toMatch(/Onderwerp: .*\n\n(?!Beste |Goedendag)/);
});
