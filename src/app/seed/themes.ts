import type { ClientBase } from 'pg';

/** Of the themes that are in use, in the order of their codes. */
export async function themeIds(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select id from themes where retired_on is null order by code',
  );
  return rows.map(({ id }) => id);
}
