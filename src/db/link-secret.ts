import type { Tx } from './transaction.js';

/** The secret of this database with which links that work without signing in are signed. As the system. */
export async function linkSecret(tx: Tx): Promise<string> {
  const [key] = await tx.query<{ secret: string }>('select secret from mail_keys');
  return key!.secret;
}
