import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { databaseSql } from '../db/migration/migrate.js';
import { startTemporaryPostgres } from '../db/embedded/temporary-postgres.js';
import { MAILS_DOCUMENT, mailsDocument } from '../app/mail/mails-document.js';
import { REGISTER_DOCUMENT, registerDocument } from '../app/privacy/register-document.js';
import { printedSchema } from '../app/schema.js';

/** The files that are emitted from the code: npm runs this in the folder of package.json. */
async function emit(): Promise<void> {
  write('schema.graphql', printedSchema());
  write(MAILS_DOCUMENT, mailsDocument());
  write(REGISTER_DOCUMENT, registerDocument());
  const postgres = await startTemporaryPostgres('okn-schema-', () => undefined);
  try {
    write('migrations/database.sql', await databaseSql(postgres.ownerUrl, postgres.serviceUrl));
  } finally {
    await postgres.stop();
  }
}

function write(file: string, text: string): void {
  writeFileSync(path.resolve(file), text);
  console.error(`written: ${file}`);
}

emit().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
