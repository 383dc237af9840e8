import { PREPARING } from './data-source.js';
import { WatchedClient } from './watched-client.js';

const ANSWER_WITHIN_MS = 5_000;

/** The login in DATABASE_URL has more rights than a service may have. */
export class UnfitToServe extends Error {}

/** Throws UnfitToServe if the login could bypass row-level security: as a superuser, by BYPASSRLS, or as an owner. */
export async function requireRestricted(serviceUrl: string): Promise<void> {
  const client = new WatchedClient({
    connectionString: serviceUrl,
    ...PREPARING,
    answer_within: ANSWER_WITHIN_MS,
  });
  // the statement that meets the error reports it
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string; passes: boolean; owns: boolean }>(
      `select rolname as name, rolsuper or rolbypassrls as passes,
         exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
             and pg_has_role(r.oid, relowner, 'member'))
           or exists (select from pg_database where datname = current_database() and datdba = r.oid) as owns
       from pg_roles r where rolname = current_user`,
    );
    const [login] = rows;
    if (login?.passes || login?.owns) {
      const why = login.passes ? 'passes row-level security' : 'owns the database';
      throw new UnfitToServe(
        `DATABASE_URL signs in as ${login.name}, which ${why}. Give the service a login of its own: see docs/operations/postgresql.md.`,
      );
    }
  } finally {
    await client.end();
  }
}
