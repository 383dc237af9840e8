import type { Client } from 'pg';
import { covers, type Day, OPEN, read, type Span } from './model-days.js';

interface Row {
  readonly network: string;
  readonly person: string | null;
  readonly from: string | null;
  readonly until: string | null;
}
interface Part extends Span {
  readonly network: string;
  readonly person: string | null;
}

const ROWS = {
  networks: `select id as network, null as person, active_from::text as from, ended_on::text as until
    from oudernetwerken where active_from is not null`,
  roles: `select oudernetwerk_id as network, person_id as person, lower(period)::text as from,
    (upper(period) - 1)::text as until from trekkerschappen`,
  absences: `select oudernetwerk_id as network, person_id as person, lower(period)::text as from,
    (upper(period) - 1)::text as until from absences where oudernetwerk_id is not null`,
  appointed: `select oudernetwerk_id as network, null as person, lower(period)::text as from,
    (upper(period) - 1)::text as until from caretakerships where not standby`,
  standby: `select oudernetwerk_id as network, null as person, lower(period)::text as from,
    (upper(period) - 1)::text as until from caretakerships where standby`,
};

/**
 * The days in a window on which somebody stands by although somebody else leads, or nobody does at all: worked out from the
 * rows one day at a time, as nobody would in earnest. There must be none.
 */
export async function wronglyCovered(owner: Client, window: Span): Promise<string[]> {
  const networks = await partsOf(owner, ROWS.networks);
  const roles = await partsOf(owner, ROWS.roles);
  const absences = await partsOf(owner, ROWS.absences);
  const appointed = await partsOf(owner, ROWS.appointed);
  const standby = await partsOf(owner, ROWS.standby);
  const wrong: string[] = [];
  for (const network of networks) {
    const here = (parts: Part[]) => parts.filter((part) => part.network === network.network);
    const [own, away, others, stand] = [here(roles), here(absences), here(appointed), here(standby)];
    const leads = (person: string | null, day: Day) =>
      own.some((role) => role.person === person && covers(role, day));
    const isAway = (person: string | null, day: Day) =>
      away.some(
        (each) => each.person === person && covers(each, day) && everyDay(each.from, day, leads, person),
      );
    for (let day = Math.max(window.from, network.from); day <= Math.min(window.until, network.until); day++) {
      const isLed =
        own.some((role) => covers(role, day) && !isAway(role.person, day)) ||
        others.some((each) => covers(each, day));
      const times = stand.filter((each) => covers(each, day)).length;
      if (times !== (isLed ? 0 : 1)) wrong.push(`${network.network} on day ${day}: ${times} stand by`);
    }
  }
  return wrong;
}

/** An absence lasts for as long as its role goes on without a break. */
function everyDay(
  from: Day,
  until: Day,
  leads: (person: string | null, day: Day) => boolean,
  person: string | null,
): boolean {
  for (let day = from; day <= until; day++) if (!leads(person, day)) return false;
  return true;
}

async function partsOf(owner: Client, select: string): Promise<Part[]> {
  const { rows } = await owner.query<Row>(select);
  return rows.map(({ network, person, from, until }) => ({
    network,
    person,
    from: read(from!),
    until: until === null ? OPEN : read(until),
  }));
}
