import type { QueryRunner } from 'typeorm';

const ids = (setting: string) => `(select viewer_uuids('app.${setting}'))::uuid[]`;
export const REGIONS = ids('regions');
export const OUTLINES = ids('outlines');
export const NETWORKS = `(select viewer_uuids('app.led') || viewer_uuids('app.supported'))::uuid[]`;
export const PERSON = `(select viewer_uuid('app.person'))`;
export const ACCOUNT = `(select viewer_uuid('app.account'))`;
/** the day of the request, by the service's clock */
export const TODAY = `(select nullif(current_setting('app.today', true), '')::date)`;
/** bodies whose seats the viewer fills, as their secretary or as coordinator of their region */
export const BODIES = ids('bodies');
/** regions whose networks a secretary knows in outline */
export const SECRETARIAT = ids('secretariat');
/** regions in which the viewer seeks people for seats */
export const SEEKS = ids('seeks');
export const SEEKING = `(select viewer_uuids('app.seeks') <> '{}')`;
export const SIGNED_IN = `${ACCOUNT} is not null`;

export const IN_REGION = `region_id = any (${REGIONS})`;
export const NETWORK_REACH = `${IN_REGION} or oudernetwerk_id = any (${NETWORKS})`;
// an own role comes with its network, or not at all
export const ROLE_REACH = `${NETWORK_REACH} or person_id = ${PERSON} and oudernetwerk_id = any (${OUTLINES})`;
export const LED = `oudernetwerk_id = any (${ids('led')})`;
export const SUPPORTED = `oudernetwerk_id = any (${ids('supported')})`;
export const NETWORK_SEEN = `exists (select from oudernetwerken n where n.id = oudernetwerk_id)`;
export const NETWORK_MANAGED = `exists (select from oudernetwerken n where n.id = oudernetwerk_id and n.region_id = any (${REGIONS}))`;
export const PERSON_SEEN = `exists (select from people p where p.id = person_id)`;
export const PERSON_IN_REGION = `exists (select from people p where p.id = person_id and p.region_ids && ${REGIONS})`;
export const PERSON_MANAGED = `exists (select from people p where p.id = person_id and p.region_id = any (${REGIONS}))`;
export const OWN_OR_MANAGED = `person_id = ${PERSON} or ${PERSON_MANAGED}`;
export const PROFILE_SEEN = `exists (select from ervaringsdeskundigen e where e.id = ervaringsdeskundige_id)`;
/** Their consent lets them be found today. */
export const FINDABLE = `findable_until >= ${TODAY}`;

type Write = 'insert' | 'update' | 'delete';

export interface Rule {
  readonly table: string;
  /** what admins see: everything when left out */
  readonly national?: string;
  /** what a regional viewer (only coordinator roles) sees: served by an index */
  readonly regional: string;
  /** what any other viewer sees: the union of all its roles */
  readonly personal: string;
  /** the rows that each command may make, change or take away, whatever the reach; none where it is left out */
  readonly writes?: Partial<Record<Write, string>>;
  /** the only columns that an update may touch; all when left out */
  readonly updates?: string;
}

export const REFERENCE = { regional: SIGNED_IN, personal: SIGNED_IN };
export const OF_NETWORK = { regional: IN_REGION, personal: NETWORK_REACH };
export const OF_ROLE = { regional: IN_REGION, personal: ROLE_REACH };
export const OF_ACCOUNT = { regional: `account_id = ${ACCOUNT}`, personal: `account_id = ${ACCOUNT}` };
export const EXISTS_IN_NETWORK = { regional: NETWORK_SEEN, personal: NETWORK_SEEN };

export const SERVICE = 'okn_national, okn_regional, okn_personal';

/** Nobody reads or writes a table but by what its rule allows; its owner (migrations, imports) does anything. */
export async function protect(db: QueryRunner, rules: readonly Rule[]): Promise<void> {
  for (const { table } of rules) {
    await db.query(`alter table ${table} enable row level security, force row level security`);
    // migrations, imports and the functions above work as the owner
    await db.query(`create policy owner on ${table} to current_user using (true) with check (true)`);
  }
  for (const { table, national = SIGNED_IN, regional, personal, writes = {}, updates } of rules) {
    await db.query(`
      create policy national on ${table} for select to okn_national using (${national});
      create policy regional on ${table} for select to okn_regional using (${regional});
      create policy personal on ${table} for select to okn_personal using (${personal});
      grant select on ${table} to ${SERVICE};
    `);
    for (const [command, rows] of Object.entries(writes)) {
      const condition = command === 'insert' ? 'with check' : 'using';
      const columns = command === 'update' && updates ? ` (${updates})` : '';
      await db.query(`
        create policy may_${command} on ${table} for ${command} to ${SERVICE} ${condition} (${rows});
        grant ${command}${columns} on ${table} to ${SERVICE};
      `);
    }
  }
}

/**
 * What the service may do on its own behalf (okn_system), inside somebody's transaction or in a job: it judges
 * networks by all that is known of them, not by what the viewer at hand may see.
 */
export async function allowSystem(
  db: QueryRunner,
  tables: readonly string[],
  commands: readonly ('select' | Write)[],
): Promise<void> {
  for (const table of tables) {
    for (const command of commands) {
      const condition = {
        select: `using (${SIGNED_IN})`,
        insert: `with check (${SIGNED_IN})`,
        update: `using (${SIGNED_IN}) with check (${SIGNED_IN})`,
        delete: `using (${SIGNED_IN})`,
      }[command];
      await db.query(`
        create policy system_${command} on ${table} for ${command} to okn_system ${condition};
        grant ${command} on ${table} to okn_system;
      `);
    }
  }
}
