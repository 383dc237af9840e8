import type { ClientBase } from 'pg';

/** The codes that may be referred to: everything that was ever imported, even if a newer file no longer has it. */
export interface KnownCodes {
  readonly jeugdregio: ReadonlySet<string>;
  readonly gemeente: ReadonlySet<string>;
  readonly samenwerkingsverband: ReadonlySet<string>;
}

export async function knownCodes(client: ClientBase): Promise<KnownCodes> {
  const { rows } = await client.query<Record<keyof KnownCodes, string[]>>(`
    select array(select code from regions where kind = 'JEUGDREGIO') as jeugdregio,
      array(select code from municipalities) as gemeente,
      array(select code from organisations where from_reference
        and kind in ('SAMENWERKINGSVERBAND_PO', 'SAMENWERKINGSVERBAND_VO')) as samenwerkingsverband
  `);
  const [codes] = rows;
  return {
    jeugdregio: new Set(codes!.jeugdregio),
    gemeente: new Set(codes!.gemeente),
    samenwerkingsverband: new Set(codes!.samenwerkingsverband),
  };
}

/** Codes that the query returns and the file no longer has, in order. */
export async function goneCodes(
  client: ClientBase,
  query: string,
  codes: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(
    `select code from (${query}) as stored where code <> all ($1::text[]) order by code`,
    [codes],
  );
  return rows.map((row) => row.code);
}
