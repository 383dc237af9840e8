import { nodeId } from '../../../kernel/node-id.js';
import { RegionScene } from '../../../testing/region-scene.js';

const PREVIEW = `query($survivorId: ID!, $otherId: ID!) { personMergePreview(survivorId: $survivorId, otherId: $otherId) {
  clashes { key kind choices objects { id } } goesOver { __typename id } } }`;
const MERGE = `mutation($input: PersonMergeInput!) { personMerge(input: $input) { person { id } errors { code path } } }`;
const UNMERGE = `mutation($input: PersonUnmergeInput!) { personUnmerge(input: $input) { person { id } other { id } errors { code path } } }`;

type Side = 'SURVIVOR' | 'OTHER';

interface Clash {
  readonly key: string;
  readonly kind: string;
  readonly choices: readonly Side[];
}

/** Where the other record is named for good: what it was made of, and logs of what was. */
const STAYS = [
  'person_merges',
  'audit_log',
  'consents',
  'kept_rows',
  'people',
  'person_contacts',
  'person_details',
  'person_notes',
];
/** Reference data; and what differs though nothing does: logs, and what a merge leaves of itself. */
const LEFT_OUT =
  `municipalities municipality_regions organisations organisation_municipalities regions school_stages themes
  person_merges kept_rows audit_log audit_values idempotency_keys stale_subjects consents`.split(/\s+/);

/** Two records that become one, and two again. */
export class MergeScene extends RegionScene {
  async preview(survivor: string, other: string, subject = 'coordinator') {
    const ids = { survivorId: nodeId('Person', survivor), otherId: nodeId('Person', other) };
    return (await this.ask(PREVIEW, ids, subject)).personMergePreview;
  }

  /** `counts`: in every clash that can be decided so */
  async merge(
    survivor: string,
    other: string,
    counts?: Side,
    subject = 'coordinator',
  ): Promise<{ code: string }[]> {
    const clashes: Clash[] = counts ? (await this.preview(survivor, other, subject)).clashes : [];
    const choices = clashes
      .filter(({ choices }) => choices.length > 0)
      .map(({ key, choices }) => ({ clash: key, counts: choices.includes(counts!) ? counts : choices[0] }));
    const input = {
      survivorId: nodeId('Person', survivor),
      otherId: nodeId('Person', other),
      choices,
      reason: 'Zelfde ouder, zegt zij zelf',
    };
    return (await this.ask(MERGE, { input }, subject)).personMerge.errors;
  }

  async unmerge(other: string, subject = 'coordinator'): Promise<{ code: string }[]> {
    const input = { id: nodeId('Person', other), reason: 'Toch twee ouders' };
    return (await this.ask(UNMERGE, { input }, subject)).personUnmerge.errors;
  }

  /** Lets what is worked out from rows be as it is worked out now. */
  async renew(): Promise<void> {
    await this.service.tick();
  }

  private async tables(): Promise<string[]> {
    const { rows } = await this.service.owner.query<{ name: string }>(
      `select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** The tables of which a row names somebody, but for where that stays. */
  async mentions(personId: string): Promise<string[]> {
    const found: string[] = [];
    for (const table of await this.tables()) {
      if (STAYS.includes(table)) continue;
      const { rows } = await this.service.owner.query(
        `select from ${table} t where to_jsonb(t)::text like '%' || $1 || '%' limit 1`,
        [personId],
      );
      if (rows.length > 0) found.push(table);
    }
    return found;
  }

  /** Every row, but for versions and times, by its table. */
  async everything(): Promise<Record<string, readonly unknown[]>> {
    const all: Record<string, readonly unknown[]> = {};
    for (const table of await this.tables()) {
      if (LEFT_OUT.includes(table)) continue;
      const { rows } = await this.service.owner.query<{ row: unknown }>(
        `select to_jsonb(t) - '{version,computed_at,assessed_on,message_nl,message_en}'::text[] as row from ${table} t order by 1`,
      );
      all[table] = rows.map(({ row }) => row);
    }
    return all;
  }
}
