import { Client } from 'pg';

interface DevAccount {
  readonly subject: string;
  readonly label: string;
  readonly role: string;
}

/** The accounts of the development issuer, for the sign-in page to list. */
export async function listDevAccounts(ownerUrl: string, issuer: string): Promise<DevAccount[]> {
  const owner = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 2_000 });
  await owner.connect();
  try {
    const { rows } = await owner.query<DevAccount>(
      `select a.subject, a.display_name as label, coalesce(min(r.role), 'PARENT') as role
       from accounts a left join account_roles r on r.account_id = a.id
       where a.issuer = $1 and (r.id is not null or a.person_id is not null)
       group by a.id order by role, a.display_name, a.subject limit 100`,
      [issuer],
    );
    return rows;
  } finally {
    await owner.end();
  }
}
