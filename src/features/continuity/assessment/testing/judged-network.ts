import { nodeId } from '../../../../kernel/node-id.js';
import { Makers } from '../../../../testing/makers/makers.js';
import type { TestService } from '../../../../testing/test-service.js';

/** The differences from a network without problems. */
export interface Wanted {
  readonly regionId: string;
  /** dateranges of its trekkerschappen, one person each */
  readonly led?: readonly string[];
  readonly support?: readonly string[];
  /** days of its activities */
  readonly activities?: readonly string[];
  readonly forming?: boolean;
  readonly sectors?: readonly string[];
  /** confirmed on that day: each trekker has a child in groep 7 */
  readonly tieConfirmedOn?: string;
  readonly contact?: 'trekker' | 'member' | 'former member' | 'none';
}

/** The uuids of the records, and their node ids as `public`. */
export type Made = Awaited<ReturnType<typeof madeNetwork>>;

/**
 * Inserts a network that is STABLE on the day of the tests, except for the given differences. It has yet to be
 * assessed.
 */
export async function madeNetwork(service: TestService, wanted: Wanted) {
  const { owner } = service;
  const make = new Makers(owner);
  const { regionId, led = ['[2025-09-01,)', '[2026-09-01,)'], support = ['[2025-09-01,)'] } = wanted;
  const { activities = ['2026-11-20'], contact = 'trekker', sectors = ['PO'], tieConfirmedOn } = wanted;
  const reachable = async () => {
    const id = await make.person(regionId);
    await owner.query(`insert into person_contacts (person_id, phone) values ($1, '+31612345678')`, [id]);
    return id;
  };
  const network = await make.network(regionId, wanted.forming ? {} : { activeFrom: '2025-09-01' });
  const people: string[] = [];
  const trekkerschappen: string[] = [];
  const ties: string[] = [];
  for (const period of led) {
    const person = await reachable();
    people.push(person);
    trekkerschappen.push(await make.trekkerschap(network, person, period));
    if (tieConfirmedOn) ties.push(await make.schoolTie(person, tieConfirmedOn));
  }
  const arrangements: string[] = [];
  for (const period of support) {
    arrangements.push(await make.support(network, await make.organisation(regionId), period));
  }
  const held: string[] = [];
  for (const on of activities) held.push(await make.activity(network, on));
  const other = await reachable();
  let membership: string | null = null;
  if (contact === 'member') membership = await make.membership(network, other);
  if (contact === 'former member')
    membership = await make.membership(network, other, '[2026-01-01,2026-06-01)');
  const named = contact === 'none' ? null : contact === 'trekker' ? (people[0] ?? null) : other;
  await owner.query('update oudernetwerken set contact_person_id = $2, sectors = $3 where id = $1', [
    network,
    named,
    sectors,
  ]);
  const all = (type: string, ids: readonly string[]) => ids.map((id) => nodeId(type, id));
  return {
    network,
    people,
    other,
    public: {
      id: nodeId('Oudernetwerk', network),
      people: all('Person', people),
      other: nodeId('Person', other),
      trekkerschappen: all('Trekkerschap', trekkerschappen),
      ties: all('SchoolTie', ties),
      support: all('SupportArrangement', arrangements),
      activities: all('Activity', held),
      membership: membership && nodeId('Membership', membership),
    },
  };
}
