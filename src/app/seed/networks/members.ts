import { holdsOn, type DayNumber } from '../days.js';
import type { SeedNetwork } from './networks.js';
import type { PeopleByRegion } from '../people.js';
import { Weighted, type Random } from '../random.js';

export interface NetworkPeople {
  /** each one once; current and former leaders first */
  readonly members: readonly string[];
  /** the person of each tenure in the network's history */
  readonly leaders: readonly string[];
  readonly contact: string | null;
}

const MEMBERS_OF_ONE = 0.7;
const MEMBERS_OF_TWO = 0.05;
const VISITORS_FROM_ELSEWHERE = 0.02;

/** Three in four people of a region are a member of a network there, a few of one in another region. */
export function shareMembers(
  random: Random,
  networks: readonly SeedNetwork[],
  people: PeopleByRegion,
  today: DayNumber,
): NetworkPeople[] {
  const draw = random.stream('members');
  const members = networks.map(() => new Set<string>());
  const everywhere = new Weighted(networks.map((network, i) => [i, popularity(network)] as const));
  for (const [home, pool] of people.entries()) {
    const here = new Weighted(
      networks.flatMap((network, i) => (network.home === home ? [[i, popularity(network)] as const] : [])),
    );
    const join = (person: string) => {
      const network = draw.chance(VISITORS_FROM_ELSEWHERE) ? everywhere.draw(draw) : here.draw(draw);
      members[network]!.add(person);
    };
    pool.slice(0, Math.floor(pool.length * MEMBERS_OF_ONE)).forEach(join);
    pool.slice(0, Math.floor(pool.length * MEMBERS_OF_TWO)).forEach(join);
  }
  return networks.map((network, i) => peopleOf(draw, network, members[i]!, people[network.home]!, today));
}

function peopleOf(
  draw: Random,
  { history }: SeedNetwork,
  joined: Set<string>,
  pool: readonly string[],
  today: DayNumber,
): NetworkPeople {
  const needed = history.tenures.length;
  // a network that hardly anybody joined is led by others from its region
  while (joined.size < Math.min(needed, pool.length)) joined.add(draw.pick(pool));
  const members = [...joined];
  if (members.length < needed) throw new RangeError('too few people to lead every network');
  const leaders = members.slice(0, needed);
  const current = leaders.filter((_, i) => holdsOn(history.tenures[i]!, today));
  const contact = draw.chance(0.1) ? null : draw.chance(0.8) ? current[0] : members.at(-1);
  return { members, leaders, contact: contact ?? null };
}

/** An older network has had more members. */
function popularity({ history }: SeedNetwork): number {
  return 1 + history.tenures.length;
}
