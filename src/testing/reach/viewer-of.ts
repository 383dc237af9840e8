import type { Client } from 'pg';
import { ensureDevAccount, type DevRole } from '../../app/sign-in/development/dev-accounts.js';
import type { PlainDate } from '../../kernel/clock.js';
import type { Viewer, ViewerRole } from '../../kernel/viewer.js';

/** Whoever has this role in a region. */
export async function viewerOf(
  owner: Client,
  role: DevRole,
  { region, issuer, today }: { region: string; issuer: string; today: PlainDate },
): Promise<Viewer> {
  const there = role === 'admin' ? {} : { region };
  const subject = await ensureDevAccount(owner, { role, ...there, issuer, today });
  const { rows } = await owner.query('select viewer_of($1, $2, $3) as viewer', [
    issuer,
    subject,
    today.toString(),
  ]);
  const viewer = rows[0].viewer as Omit<Viewer, 'today'>;
  const parent: ViewerRole[] = viewer.personId
    ? [{ kind: 'PARENT', regionId: null, organisationId: null }]
    : [];
  return { ...viewer, roles: [...viewer.roles, ...parent], today };
}
