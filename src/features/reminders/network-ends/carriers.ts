/** What somebody carries a network as. */
export const CARRY_AS = ['TREKKER', 'SUPPORTER', 'PARTNER'] as const;
export type CarryAs = (typeof CARRY_AS)[number];

/**
 * SQL: who carries a network on a day. Who leads it or is to, its contact person, who supports it, and who coordinates a region
 * that takes part in it. Its members are told by hand.
 */
export const carriers = (network: string, today: string) => `
  select 'PERSON' as recipient_type, t.person_id as recipient_id, 'TREKKER' as carry
  from trekkerschappen t where t.oudernetwerk_id = ${network} and t.period && daterange(${today}::date, null)
  union
  select 'PERSON', n.contact_person_id, 'TREKKER' from oudernetwerken n
  where n.id = ${network} and n.contact_person_id is not null
  union
  select 'ACCOUNT', r.account_id, 'SUPPORTER' from support_arrangements s
  join account_roles r on r.organisation_id = s.organisation_id and r.role = 'SUPPORTER' and r.period @> ${today}::date
  where s.oudernetwerk_id = ${network} and s.period @> ${today}::date
  union ${partners(network, today)}`;

/** SQL: who coordinates a region that takes part in a network on a day. */
export function partners(network: string, today: string): string {
  return `
  select 'ACCOUNT' as recipient_type, r.account_id as recipient_id, 'PARTNER' as carry from region_agreements a
  join account_roles r on r.region_id = a.region_id and r.role = 'COORDINATOR' and r.period @> ${today}::date
  where a.oudernetwerk_id = ${network} and a.kind <> 'MOVES' and agreement_status(a.answer, a.period, ${today}::date) = 'IN_FORCE'`;
}

/** SQL: the name of a network, for a reader who carries it, is a member, or coordinates its region; null for any other one. */
export const nameFor = (reader: string, network: string, today: string) => `(
  select n.name from oudernetwerken n where n.id = ${network} and ${reader} in (
    select c.recipient_id from (${carriers(network, today)}) c
    union all
    select m.person_id from memberships m where m.oudernetwerk_id = ${network} and m.period && daterange(${today}::date, null)
    union all
    select r.account_id from account_roles r
    where r.region_id = n.region_id and r.role = 'COORDINATOR' and r.period @> ${today}::date))`;
