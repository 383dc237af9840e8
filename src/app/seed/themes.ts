import type { ClientBase } from 'pg';

/** The ids of themes that are in use, ordered by code. */
export async function themeIds(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select id from themes where retired_on is null order by code',
  );
  return rows.map(({ id }) => id);
}
