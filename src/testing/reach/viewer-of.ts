import type { Client } from 'pg';
import { ensureDevAccount, type DevRole } from '../../app/sign-in/development/dev-accounts.js';
import type { PlainDate } from '../../kernel/clock.js';
import type { Viewer, ViewerRole } from '../../kernel/viewer.js';

/** Whoever has this role in the region with most active networks. */
export async function viewerOf(
  owner: Client,
  role: DevRole,
  { issuer, today }: { issuer: string; today: PlainDate },
): Promise<Viewer> {
  const { rows: busiest } = await owner.query<{ code: string }>(
    `select r.code from oudernetwerken n join regions r on r.id = n.region_id where n.status = 'ACTIVE'
     group by r.id order by count(*) desc, r.code limit 1`,
  );
  const region = role === 'admin' ? {} : { region: busiest[0]!.code };
  const subject = await ensureDevAccount(owner, { role, ...region, issuer, today });
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
