import type { Tx } from '../../../db/transaction.js';
import { ask } from '../../../reads/ask.js';
import { constant, type Parameter, raw, type Sql, sql } from '../../../reads/sql.js';
import { isForBody } from '../../advisory/bodies/body-reach.js';

export const RECIPIENT_TYPES = [
  'ACCOUNT',
  'PERSON',
  'ORGANISATION',
  'NOMINEE',
  'REGION',
  'OUDERNETWERK',
] as const;
export type RecipientType = (typeof RECIPIENT_TYPES)[number];
/** As what somebody is told. */
export type ToldAs = 'SELF' | 'INVITER' | 'SUPPORTER' | 'SECRETARY' | 'COORDINATOR' | 'ORGANISATION';

/** The network or body that the news is about, and the person concerned. */
export interface Audience {
  readonly oudernetwerk_id: string | null;
  /** null: it is for nobody else */
  readonly region_id: string | null;
  /** the first choice; null: it is nobody's own affair */
  readonly self: string | null;
  /** the first choice instead of a person: the invitation by which somebody is nominated */
  readonly nominee?: string;
  /** never a recipient, in whatever role: the person who leaves */
  readonly without: string | null;
  readonly body_id?: string;
  /** the preferred account, as long as it fills the seats of the body */
  readonly inviter?: string;
  /** a matter of their own: sent even to those who unsubscribed from reminders */
  readonly personal?: boolean;
}

/** Whoever coordinates a region, for what concerns no network, body or person of it. */
export function ofRegion(regionId: string): Audience {
  return { oudernetwerk_id: null, region_id: regionId, self: null, without: null };
}

/** Somebody who gets mail. */
export interface Reader {
  readonly recipient_type: RecipientType;
  readonly recipient_id: string;
}

export interface Recipient extends Reader {
  readonly told: ToldAs;
}

/**
 * The recipient for each, in order; null if there is none. The person concerned, else whoever invited them, else an
 * account of the organisation that supports the network, or a secretary of the body, else a coordinator of the region
 * or the nearest one above, else the coordinating organisation, the region's own or the nearest one above. Only
 * recipients with an email address who did not unsubscribe count; of several the one who has had the role longest, so
 * that a second run finds the same. As the system.
 */
export async function recipientsOf(
  tx: Tx,
  audiences: readonly Audience[],
): Promise<readonly (Recipient | null)[]> {
  const found = await placed<Recipient>(
    tx,
    audiences,
    (today) => sql`
    select w.place, found.told, found.recipient_type, found.recipient_id
    from wanted w cross join lateral (
      select * from (${candidates(today)}) candidate
      where (select m.reachable and (m.reminders or w.personal)
        from mail_reach(candidate.recipient_type, candidate.recipient_id) m)
      order by rank, steps, since, recipient_id limit 1
    ) found`,
  );
  return audiences.map((_, place) => found.get(place) ?? null);
}

/** For each whether the reader is in line for it at all, reachable or not. As the system. */
export async function areInLine(
  tx: Tx,
  wanted: readonly { readonly audience: Audience; readonly reader: Reader }[],
): Promise<readonly boolean[]> {
  const asked = wanted.map(({ audience, reader }) => ({ ...audience, ...reader }));
  const found = await placed(
    tx,
    asked,
    (today) => sql`
    select w.place from wanted w where exists (select from (${candidates(today)}) candidate
      where candidate.recipient_type = w.recipient_type and candidate.recipient_id = w.recipient_id)`,
  );
  return wanted.map((_, place) => found.has(place));
}

/** What is found for each of them, by its place among them. */
async function placed<Found>(
  tx: Tx,
  wanted: readonly (Audience & Partial<Reader>)[],
  among: (today: Parameter) => Sql,
): Promise<Map<number, Found>> {
  if (wanted.length === 0) return new Map();
  const given = constant(JSON.stringify(wanted.map((each, place) => ({ place, ...each }))));
  const rows = await ask<{ place: number } & Found>(
    tx,
    sql`${AUDIENCES(given)} ${among(constant(tx.today.toString()))}`,
  );
  return new Map(rows.map(({ place, ...found }) => [place, found as Found]));
}

const AUDIENCES = (wanted: Parameter) => sql`
  with recursive wanted as (
    select * from jsonb_to_recordset(${wanted}) w (place integer, oudernetwerk_id uuid, region_id uuid, self uuid, without uuid,
      nominee uuid, body_id uuid, inviter uuid, personal boolean, recipient_type text, recipient_id uuid)
  ),
  above as (
    select distinct region_id as of_region, region_id as id, 0 as steps from wanted
    union all
    select a.of_region, r.parent_id, a.steps + 1 from above a join regions r on r.id = a.id where r.parent_id is not null
  )`;

/** All who are in line for `w`, an audience. */
const candidates = (today: Parameter) => sql`
  select 0 as rank, 0 as steps, null::date as since, 'SELF' as told, 'PERSON' as recipient_type,
    w.self as recipient_id where w.self is not null
  union all
  select 0, 0, null, 'SELF', 'NOMINEE', w.nominee where w.nominee is not null
  union all
  select 1, 0, null, 'INVITER', 'ACCOUNT', w.inviter
  where exists (select from account_roles r join advisory_bodies b on b.id = w.body_id
    where r.account_id = w.inviter and r.period @> ${today}::date
      and r.role in ('SECRETARY', 'COORDINATOR') and ${isForBody(raw('r'), raw('b'))})
  union all
  select 2, u.steps, lower(r.period), 'SECRETARY', 'ACCOUNT', r.account_id
  from above u join account_roles r on r.role = 'SECRETARY' and r.period @> ${today}::date
    and (r.body_id = w.body_id or r.body_id is null and r.region_id = u.id)
  where w.body_id is not null and u.of_region = w.region_id
  union all
  select 2, 0, lower(r.period), 'SUPPORTER', 'ACCOUNT', r.account_id
  from support_arrangements s
  join account_roles r on r.organisation_id = s.organisation_id and r.role = 'SUPPORTER' and r.period @> ${today}::date
  join accounts a on a.id = r.account_id and (a.person_id = w.without) is not true
  where s.oudernetwerk_id = w.oudernetwerk_id and s.period @> ${today}::date
  union all
  select 3, u.steps, lower(r.period), 'COORDINATOR', 'ACCOUNT', r.account_id
  from above u
  join account_roles r on r.region_id = u.id and r.role = 'COORDINATOR' and r.period @> ${today}::date
  join accounts a on a.id = r.account_id and (a.person_id = w.without) is not true
  where u.of_region = w.region_id
  union all
  select 4, u.steps, null, 'ORGANISATION', 'ORGANISATION', g.coordinating_organisation_id
  from above u join regions g on g.id = u.id
  where u.of_region = w.region_id and g.coordinating_organisation_id is not null`;
